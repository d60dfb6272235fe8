import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { formulaSheet } from '../headers/printed-pages.ts';
import type { OfflineSite } from '../offline/offline-site.ts';
import type { SiteConfig } from '../schemas/site.ts';

/** A search index above that size, in bytes, is not kept for readers who are offline. */
const largestIndex = 8_000_000;

const sourceOf = (name: string): string => fileURLToPath(new URL(`../offline/${name}.ts`, import.meta.url));

const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex').slice(0, 16);

/** All files of a site by their paths, with slashes, in one order. */
function filesOf(staging: string): string[] {
  const entries = readdirSync(staging, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(staging, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .toSorted();
}

/** What a finished site holds for readers who are offline. */
export function offlineSiteOf(staging: string, { base, locales }: SiteConfig): OfflineSite {
  const names = filesOf(staging);
  const content = (name: string): Buffer => readFileSync(path.join(staging, name));
  const whole = createHash('sha256');
  for (const name of names) whole.update(`${name}\n${hashOf(content(name))}\n`);

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
      .filter((name) => /^_assets\/[^/]+\.(?:js|css)$/u.test(name))
      .filter((name) => !path.basename(name).startsWith(formulaSheet))
      .map((name) => base + name),
    index:
      size > largestIndex
        ? []
        : index.map((name) => {
            // `pagefind/zh/articles/fragment/x` is named after its content.
            const isHashed = name.split('/').length > 4;
            return isHashed ? [base + name] : [base + name, hashOf(content(name))];
          }),
  };
}

/** A service worker as one script, with what it is to know of the site put in. */
export async function bundleWorker(
  name: 'service-worker' | 'tombstone',
  site: OfflineSite | Pick<OfflineSite, 'base'>,
): Promise<string> {
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { __OFFLINE_SITE__: JSON.stringify(site) },
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: sourceOf(name), output: { format: 'iife' } },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  if (!('output' in bundle)) throw new Error('Vite made no script of the service worker.');
  return bundle.output[0].code;
}

/**
 * Writes `sw.js` for the finished site. Where the site is not to be read offline, that is one which
 * removes itself and its caches from the browsers of readers who had another.
 */
export async function writeServiceWorker(staging: string, site: SiteConfig): Promise<void> {
  const code = site.offline
    ? await bundleWorker('service-worker', offlineSiteOf(staging, site))
    : await bundleWorker('tombstone', { base: site.base });
  writeFileSync(path.join(staging, 'sw.js'), code);
}
