import type { OfflineSite } from './offline-site.ts';
import type { SiteCache } from './site-cache.ts';

/** Lets the search that a reader waits for go first. */
const delay = 2000;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

async function hashOf(response: Response): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return Array.from(new Uint8Array(digest).slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}

/**
 * The search index of one build: kept whole or not at all, so that files of two builds never meet. It is
 * fetched when a reader has searched for the first time.
 */
export class IndexCache {
  readonly #site: OfflineSite;
  readonly #files: SiteCache;
  #filling: Promise<void> | undefined;

  constructor(site: OfflineSite, files: SiteCache) {
    this.#site = site;
    this.#files = files;
  }

  /** Its address is that of no file. */
  get #marker(): string {
    return `${this.#site.base}pagefind/`;
  }

  async #isComplete(cache: Cache): Promise<boolean> {
    return (await cache.match(this.#marker)) !== undefined;
  }

  /** A file of the index: from this build's where it is kept, else from the host, else from an earlier build's. */
  async answer(request: Request, path: string): Promise<Response> {
    const cache = await this.#files.open();
    const options = { ignoreVary: true };
    if (await this.#isComplete(cache)) {
      const known = await cache.match(path, options);
      if (known) return known;
    }
    try {
      return await fetch(request);
    } catch (error) {
      for (const name of (await this.#files.others()).toReversed()) {
        const older = await caches.open(name);
        const known = (await this.#isComplete(older)) && (await older.match(path, options));
        if (known) return known;
      }
      throw error;
    }
  }

  /** Whether an earlier build's index was kept. */
  async isWanted(): Promise<boolean> {
    for (const name of await this.#files.others()) {
      if (await this.#isComplete(await caches.open(name))) return true;
    }
    return false;
  }

  /** Fetches what is missing, after a while. Nothing counts before all of it is there. */
  fill(): Promise<void> {
    this.#filling ??= pause(delay)
      .then(() => this.#fill())
      .catch(() => {
        this.#filling = undefined;
      });
    return this.#filling;
  }

  async #fill(): Promise<void> {
    const { index } = this.#site;
    const cache = await this.#files.open();
    if (index.length === 0 || (await this.#isComplete(cache))) return;
    for (const [path, hash] of index) {
      if (hash === undefined) await this.#files.keepFile(path);
      else {
        const response = await fetch(path, { cache: 'no-cache' });
        // The host has moved on to another build, whose worker is about to come.
        if (!response.ok || (await hashOf(response.clone())) !== hash) throw new Error(path);
        await cache.put(path, response);
      }
    }
    await cache.put(this.#marker, new Response(this.#site.build));
  }
}
