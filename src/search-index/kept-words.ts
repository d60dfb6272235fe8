import { hashOf } from '../loader/article-trace.ts';
import type { DiskCache } from '../renditions/disk-cache.ts';
import { fingerprintOf } from '../renditions/fingerprint.ts';

/** What is kept of an article: the file of its text, or the words of its formulas with their files. */
export type WordKind = 'text' | 'formulas';

const modules = ['./index-worker.ts', './article-records.ts', '../renditions/formula.ts'];

/** What was found out of articles for their index, as JSON, kept from one build to the next. */
export class KeptWords {
  readonly #disk: DiskCache;
  readonly #fingerprint: readonly (string | undefined)[];

  constructor(disk: DiskCache) {
    this.#disk = disk;
    this.#fingerprint = modules.map((name) => fingerprintOf(new URL(name, import.meta.url)));
  }

  /** @param digest names all that is known of the article. */
  find(kind: WordKind, digest: string): string | undefined {
    return this.#isUsable ? this.#disk.get(this.#keyOf(kind, digest)) : undefined;
  }

  keep(kind: WordKind, digest: string, words: string): void {
    if (this.#isUsable) this.#disk.set(this.#keyOf(kind, digest), words);
  }

  /** Writes what was kept. */
  save(): void {
    this.#disk.save();
  }

  /** Without the sources of the generator nobody knows when words would be other ones. */
  get #isUsable(): boolean {
    return !this.#fingerprint.includes(undefined);
  }

  #keyOf(kind: WordKind, digest: string): string {
    return `s${hashOf([this.#fingerprint, kind, digest])}`;
  }
}
