import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { keepAgain, keepInline } from '../headers/printed-pages.ts';
import { type PageNote, withNotes } from '../page-notes.ts';
import type { SiteConfig } from '../schemas/site.ts';
import type { Card } from '../social-images/card.ts';
import { processSocialImages } from '../social-images/shared.ts';
import { contentHash } from './content-hash.ts';
import type { KeptPages } from './kept-pages.ts';
import { templateFingerprint } from './template-fingerprint.ts';

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

const withoutSlashes = (address: string): string => address.replace(/^\/+|\/+$/gu, '');

/** Where Astro writes a page, in the site: `/posts/lora/` → `posts/lora/index.html`. */
function fileOf({ pathname, route }: Path): string {
  const name = withoutSlashes(pathname);
  return route.type === 'endpoint' ? name : path.posix.join(name, 'index.html');
}

/** Does what a page that is not printed again would have left beside itself. */
function replay(notes: readonly PageNote[], site: string): boolean {
  const names = notes.flatMap((note) => (note.kind === 'file' ? note.name : []));
  const files = names.map((name) => ({
    name,
    content: readFileSync(path.join(site, '_assets', name), 'utf8'),
  }));
  if (!files.every(({ name, content }) => keepAgain(name, content))) return false;
  for (const note of notes) {
    if (note.kind === 'inline') keepInline(note);
    if (note.kind === 'card') processSocialImages()?.add(note.card as Card);
  }
  return true;
}

/** What a build that keeps pages is told. */
export interface KeepingOptions {
  readonly pages: KeptPages;
  readonly staging: string;
  readonly site: SiteConfig;
  /** Called for each page that was not printed. */
  readonly onTaken: () => void;
}

/**
 * Lets Astro print those pages only that the last build has not printed to the same bytes. A page says with
 * its `cacheKey` what it shows; one without it, and one that looks at other content while it is printed, is
 * printed each time.
 */
export function keepingPrerenderer({ pages, staging, site, onTaken }: KeepingOptions): AstroIntegration {
  /** What the pages that are to be printed are made from, by their addresses. */
  const madeFrom = new Map<string, { readonly name: string; readonly from: string }>();

  const untaken = (paths: readonly Path[]): Path[] => {
    const templates = templateFingerprint(site, path.join(staging, '_assets'));
    const count = Map.groupBy(paths, fileOf);
    return paths.filter((one) => {
      const name = fileOf(one);
      // Two pages with one address are Astro's to report.
      if (one.cacheKey === undefined || count.get(name)?.length !== 1) return true;
      const from = contentHash(JSON.stringify([templates, one.route.component, one.cacheKey]));
      if (pages.take(name, from, staging, replay)) {
        onTaken();
        return false;
      }
      madeFrom.set(withoutSlashes(one.pathname), { name, from });
      return true;
    });
  };

  return {
    name: 'downlink-kept-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard) => ({
          ...standard,
          name: 'downlink',
          getStaticPaths: async () => untaken(await standard.getStaticPaths()),
          render: async (request, options) => {
            const address = decodeURI(new URL(request.url).pathname).slice(site.base.length);
            const { page, notes } = await withNotes(async () => {
              const result = await standard.render(request, options);
              const response = 'response' in result ? result.response : result;
              return { response, content: new Uint8Array(await response.arrayBuffer()) };
            });
            const { status, headers } = page.response;
            const known = madeFrom.get(withoutSlashes(address));
            if (known && notes && status === 200) pages.keep(known.name, known.from, page.content, notes);
            return new Response(page.content, { status, headers });
          },
        }));
      },
    },
  };
}
