import { cachePrefix, ownCaches } from './cache-names.ts';
import type { OfflineSite } from './offline-site.ts';

/** Pages and other files that are kept beside those that every reader has. */
const limits = { pages: 50, assets: 300 };

const assetLink = /(?:href|src)="([^"?#]*\/_assets\/[^"?#]+)"/gu;

const isHtml = (response: Response): boolean =>
  response.ok &&
  response.type === 'basic' &&
  !response.redirected &&
  (response.headers.get('content-type') ?? '').startsWith('text/html');

/**
 * What is kept of one build of the site. Files named after their content are the same in all builds and
 * are taken over from the caches of earlier ones.
 */
export class SiteCache {
  readonly #site: OfflineSite;
  readonly #name: string;

  constructor(site: OfflineSite) {
    this.#site = site;
    this.#name = cachePrefix(site.base) + site.build;
  }

  open(): Promise<Cache> {
    return caches.open(this.#name);
  }

  /** Names of the caches of all other builds. */
  async others(): Promise<string[]> {
    return (await ownCaches(this.#site.base)).filter((name) => name !== this.#name);
  }

  /** A file of this build, or else of an earlier one, by its path. */
  async find(path: string): Promise<Response | undefined> {
    for (const name of [this.#name, ...(await this.others()).toReversed()]) {
      const cache = await caches.open(name);
      const found = await cache.match(path, { ignoreVary: true });
      if (found) return found;
    }
    return undefined;
  }

  /** Keeps a file that is named after its content. */
  async keepFile(path: string): Promise<void> {
    const cache = await this.open();
    if (await cache.match(path, { ignoreVary: true })) return;
    const response = (await this.find(path)) ?? (await fetch(path));
    if (!response.ok) throw new Error(`${String(response.status)} ${path}`);
    await cache.put(path, response);
  }

  /**
   * Keeps a page and the files that its markup names, as the one that was read last.
   *
   * @returns whether it is a page that can be kept.
   */
  async keepPage(path: string, response: Response): Promise<boolean> {
    if (!isHtml(response)) return false;
    const cache = await this.open();
    const html = await response.clone().text();
    await cache.delete(path, { ignoreVary: true });
    await cache.put(path, response);
    const files = new Set(Array.from(html.matchAll(assetLink), ([, link = '']) => link));
    // A picture that is missing is no reason to lose the page.
    await Promise.allSettled([...files].map((file) => this.keepFile(file)));
    await this.#trim(cache);
    return true;
  }

  /** Fetches a page anew and keeps it. */
  async refreshPage(path: string): Promise<boolean> {
    return this.keepPage(path, await fetch(path, { cache: 'no-cache' }));
  }

  /** Paths of the pages that were read, the last one at the end. */
  async readPages(cache: Cache): Promise<string[]> {
    const { base, pages, offlinePages } = this.#site;
    const own = new Set([...pages, ...Object.values(offlinePages)]);
    const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
    return paths.filter(
      (path) => !own.has(path) && !path.startsWith(`${base}_assets/`) && !path.startsWith(`${base}pagefind/`),
    );
  }

  async #trim(cache: Cache): Promise<void> {
    const { base, assets } = this.#site;
    const pages = await this.readPages(cache);
    const own = new Set(assets);
    const files = (await cache.keys())
      .map(({ url }) => new URL(url).pathname)
      .filter((path) => path.startsWith(`${base}_assets/`) && !path.endsWith('/') && !own.has(path));
    const over = [...pages.slice(0, -limits.pages), ...files.slice(0, -limits.assets)];
    await Promise.all(over.map((path) => cache.delete(path, { ignoreVary: true })));
  }
}
