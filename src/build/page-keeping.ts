import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { keepAgain, keepInline } from '../headers/printed-pages.ts';
import { type PageNote, withNotes } from '../page-notes.ts';
import type { Card } from '../social-images/card.ts';
import { processSocialImages } from '../social-images/shared.ts';
import { askAgain, showAgain } from './asked-images.ts';
import { contentHash } from './content-hash.ts';
import type { KeptPages } from './kept-pages.ts';
import { expectPages } from './page-counter.ts';
import { templateFingerprint } from './template-fingerprint.ts';

/** A page that Astro would print. */
export type PagePath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

const withoutSlashes = (address: string): string => address.replace(/^\/+|\/+$/gu, '');

/** Where Astro writes a page, in the site: `/posts/lora/` → `posts/lora/index.html`. */
export function fileOf({ pathname, route }: Pick<PagePath, 'pathname' | 'route'>): string {
  const name = withoutSlashes(pathname);
  if (route.type === 'endpoint') return name;
  return name === '404' ? '404.html' : path.posix.join(name, 'index.html');
}

/** Does what a page that is not printed again would have left beside itself. */
function replay(notes: readonly PageNote[], site: string): boolean {
  const names = notes.flatMap((note) => (note.kind === 'file' ? note.name : []));
  const files = names.map((name) => ({
    name,
    content: readFileSync(path.join(site, '_assets', name), 'utf8'),
  }));
  if (!files.every(({ name, content }) => keepAgain(name, content))) return false;
  if (!notes.every((note) => note.kind !== 'image' || askAgain(note.asked, note.url))) return false;
  for (const note of notes) {
    if (note.kind === 'inline') keepInline(note);
    if (note.kind === 'card') processSocialImages()?.add(note.card as Card);
    if (note.kind === 'image-as-it-is') showAgain(note.file);
  }
  return true;
}

/** What a build that keeps pages is told. */
export interface KeepingOptions {
  readonly pages: KeptPages;
  readonly staging: string;
  /** A name for all that pages are printed by. */
  readonly sources: string;
  /** Called for each page that was not printed. */
  readonly onTaken: () => void;
}

/**
 * Tells which pages the last build has not printed to the same bytes. A page says with its `cacheKey` what it
 * shows; one without it, and one that looks at other content while it is printed, is printed each time.
 */
export class PageKeeping {
  readonly #options: KeepingOptions;
  /** What the pages that are to be printed are made from, by their addresses. */
  readonly #madeFrom = new Map<string, { readonly name: string; readonly from: string }>();

  constructor(options: KeepingOptions) {
    this.#options = options;
  }

  /** Takes over what it can; the others are to be printed. The assets are in the new site by now. */
  untaken(paths: readonly PagePath[]): PagePath[] {
    const { pages, staging, sources, onTaken } = this.#options;
    const templates = templateFingerprint(sources, path.join(staging, '_assets'));
    const count = Map.groupBy(paths, fileOf);
    const left = paths.filter((one) => {
      const name = fileOf(one);
      // Two pages with one address are Astro's to report.
      if (one.cacheKey === undefined || count.get(name)?.length !== 1) return true;
      const from = contentHash(JSON.stringify([templates, one.route.component, one.cacheKey]));
      if (pages.take(name, from, staging, replay)) {
        onTaken();
        return false;
      }
      this.#madeFrom.set(withoutSlashes(one.pathname), { name, from });
      return true;
    });
    expectPages(left.filter(({ route }) => route.type === 'page').length);
    return left;
  }

  /**
   * Prints a page, and writes down what it is made from.
   *
   * @param address its path in the site, without the base path.
   */
  async print(address: string, render: () => Promise<Response>): Promise<Response> {
    const { page, notes } = await withNotes(async () => {
      const response = await render();
      return { response, content: new Uint8Array(await response.arrayBuffer()) };
    });
    const { status, headers } = page.response;
    const known = this.#madeFrom.get(withoutSlashes(address));
    if (known && notes && status === 200)
      this.#options.pages.keep(known.name, known.from, page.content, notes);
    return new Response(page.content, { status, headers });
  }
}
