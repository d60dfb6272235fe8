import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { formulaSheet } from '../headers/printed-pages.ts';
import { cacheRootOf } from '../loader/content-settings.ts';
import { DiskMemo } from '../loader/disk-memo.ts';
import type { OfflineSite } from '../offline/offline-site.ts';
import { filesOf } from '../publishing/built-files.ts';
import { DiskCache } from '../renditions/disk-cache.ts';
import type { SiteConfig } from '../schemas/site.ts';
import { contentHash } from './content-hash.ts';

/** A search index above that size, in bytes, is not kept for readers who are offline. */
const largestIndex = 8_000_000;

const sourceOf = (name: string): string => fileURLToPath(new URL(`../offline/${name}.ts`, import.meta.url));

/** Whether a file is named after its content, so that it never changes under its address. */
const isNamedAfterContent = (name: string): boolean =>
  name.startsWith('_assets/') || /^pagefind\/(?:[^/]+\/){3}/u.test(name);

/**
 * What a finished site holds for readers who are offline.
 *
 * @param known hashes of files that need not be read again.
 */
export function offlineSiteOf(
  staging: string,
  { base, locales }: SiteConfig,
  known: ReadonlyMap<string, string> = new Map(),
): OfflineSite {
  const names = filesOf(staging);
  const hashOf = (name: string): string =>
    known.get(name) ?? contentHash(readFileSync(path.join(staging, name)));
  const whole = createHash('sha256');
  for (const name of names) whole.update(`${name}\n${isNamedAfterContent(name) ? '' : hashOf(name)}\n`);

  const index = names.filter((name) => name.startsWith('pagefind/'));
  const size = index.reduce((sum, name) => sum + statSync(path.join(staging, name)).size, 0);
  const under = (prefix: string, page: string): string => `${base}${prefix.slice(1)}${prefix && '/'}${page}`;
  return {
    build: whole.digest('hex').slice(0, 12),
    base,
    offlinePages: Object.fromEntries(
      locales.map(({ prefix }) => [under(prefix, ''), under(prefix, 'offline/')]),
    ),
    pages: locales.map(({ prefix }) => under(prefix, 'search/')),
    assets: names
      .filter((name) => /^_assets\/[^/]+\.(?:js|css|json)$/u.test(name))
      .filter((name) => !path.basename(name).startsWith(formulaSheet))
      .map((name) => base + name),
    index:
      size > largestIndex
        ? []
        : index.map((name) => (isNamedAfterContent(name) ? [base + name] : [base + name, hashOf(name)])),
  };
}

/** What stands in a worker where it is to know of the site. */
const siteName = '__OFFLINE_SITE__';

type WorkerName = 'service-worker' | 'tombstone';

/** A service worker as one script, without what it is to know of the site. */
async function bundle(name: WorkerName): Promise<string> {
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: sourceOf(name), output: { format: 'iife' } },
    },
  });
  const [made] = Array.isArray(built) ? built : [built];
  if (!('output' in made)) throw new Error('Vite made no script of the service worker.');
  return made.output[0].code;
}

/**
 * A service worker as one script, with what it is to know of the site put in.
 *
 * @param cache spares Vite's work where an earlier build has bundled the same.
 */
export async function bundleWorker(
  name: WorkerName,
  site: OfflineSite | Pick<OfflineSite, 'base'>,
  cache?: DiskCache,
): Promise<string> {
  const modules = [new URL(import.meta.url), new URL(`../offline/${name}.ts`, import.meta.url)];
  const code = await new DiskMemo(cache, modules).of(name, () => bundle(name));
  return code.replaceAll(siteName, () => `(${JSON.stringify(site)})`);
}

/**
 * Writes `sw.js` for the finished site. Where the site is not to be read offline, that is one which
 * removes itself and its caches from the browsers of readers who had another.
 *
 * @param known hashes of files, see {@link offlineSiteOf}.
 */
export async function writeServiceWorker(
  staging: string,
  site: SiteConfig,
  known?: ReadonlyMap<string, string>,
): Promise<void> {
  const cache = new DiskCache(path.join(cacheRootOf(), 'offline'));
  const code = site.offline
    ? await bundleWorker('service-worker', offlineSiteOf(staging, site, known), cache)
    : await bundleWorker('tombstone', { base: site.base }, cache);
  cache.save();
  writeFileSync(path.join(staging, 'sw.js'), code);
}
