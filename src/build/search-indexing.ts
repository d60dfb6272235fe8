import { mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { cacheFolderOf, cacheRootOf } from '../loader/content-settings.ts';
import { processSession } from '../loader/session.ts';
import { DiskCache } from '../renditions/disk-cache.ts';
import { buildSearchIndex } from '../search-index/build-index.ts';
import { KeptWords } from '../search-index/kept-words.ts';
import { nameOfIndex } from '../search-index/kept-index.ts';
import { LastIndex } from '../search-index/last-index.ts';
import type { OutputFolder } from './output-folder.ts';

/** Where it stands in a site. */
const indexFolder = 'pagefind';

/** The search index of all locales, made in threads while the pages are written. */
export class SearchIndexing {
  readonly #folder: string;
  readonly #out: string;
  readonly #ending = new AbortController();
  readonly #done: Promise<unknown>;
  #made = 0;

  /** Begins. */
  constructor({ search, out }: OutputFolder) {
    this.#folder = search;
    this.#out = out;
    this.#done = this.#makeAll();
    // Whoever finishes or stops it hears of an error; it may come before.
    this.#done.catch(() => undefined);
  }

  /**
   * Waits for the index and moves it into the site.
   *
   * @returns articles that were indexed; the index of the others is that of the build before.
   */
  async finish(site: string): Promise<number> {
    await this.#done;
    renameSync(this.#folder, path.join(site, indexFolder));
    return this.#made;
  }

  /** Ends what is unfinished, and waits until nothing is written any more. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#done.catch(() => undefined);
  }

  async #makeAll(): Promise<void> {
    mkdirSync(this.#folder, { recursive: true });
    const { locales } = processSession().compiler.settings.site;
    // One locale after the other: two of them would want twice the memory.
    for (const { id, tag, prefix } of locales) {
      const otherwise = prefix === '' ? {} : { otherwise: locales[0]?.id ?? id };
      await this.#make(id, { language: tag, ...otherwise });
    }
  }

  async #make(id: string, locale: { language: string; otherwise?: string }): Promise<void> {
    const { compiler, content } = processSession();
    if (!content) throw new Error('Search indexes what the content check compiled.');
    const articles = content.articles.filter(({ data }) => data.locale === id);
    const folder = path.join(this.#folder, id);
    const last = new LastIndex(
      path.join(cacheFolderOf(), 'search', `${id}.json`),
      path.join(this.#out, indexFolder, id),
    );
    const name = nameOfIndex(articles, content.glossary, locale);
    if (name !== undefined && last.take(name, folder)) return;
    const words = new KeptWords(new DiskCache(path.join(cacheRootOf(), 'search-words')));
    const options = {
      ...locale,
      signal: this.#ending.signal,
      kept: words,
      last: name === undefined ? undefined : last.filesFor(name),
    };
    const files = await buildSearchIndex(articles, content.glossary, compiler.renditions, folder, options);
    words.save();
    this.#made += articles.length;
    if (name !== undefined) last.keep(name, folder, files);
  }
}
