import { type Cbor, CborWriter } from './cbor.ts';
import type { Chunk } from './cut-chunks.ts';
import { knownVersion } from './pagefind-words.ts';
import { byBytes } from './word-lists.ts';

/** What a page can be narrowed down and sorted by. */
export interface PageFacts {
  readonly filters?: readonly (readonly [filter: string, value: string])[];
  /** Values are compared as text. */
  readonly sort?: Readonly<Record<string, string>>;
}

/** A chunk of the index and the name of its file. */
export interface NamedChunk extends Omit<Chunk, 'words'> {
  readonly name: string;
}

/** The only field of names that an index has. */
const namesField = 'k';

const encode = (value: Cbor): Buffer => {
  const writer = new CborWriter();
  writer.value(value);
  return writer.take();
};

/** The table that every search reads first: pages, chunks, filters, orders. */
export class Overview {
  readonly #pages: Cbor[] = [];
  readonly #filters = new Map<string, Map<string, number[]>>();
  readonly #sorts = new Map<string, { value: string; page: number }[]>();

  get size(): number {
    return this.#pages.length;
  }

  /** Adds the next page. @param length its tokens. @param name that of the file of its record. */
  add(name: string, length: number, { filters = [], sort = {} }: PageFacts): void {
    const page = this.#pages.length;
    // The last is the name of the file where several records share one.
    this.#pages.push([name, length, '']);
    for (const [filter, value] of filters) {
      const values = this.#filters.get(filter) ?? new Map<string, number[]>();
      this.#filters.set(filter, values);
      const own = values.get(value) ?? [];
      values.set(value, own);
      own.push(page);
    }
    for (const [key, value] of Object.entries(sort)) {
      const values = this.#sorts.get(key) ?? [];
      this.#sorts.set(key, values);
      values.push({ value, page });
    }
  }

  /** The contents of the files of filters: pages by each value. */
  filters(): { filter: string; content: Buffer }[] {
    return [...this.#filters.keys()].toSorted(byBytes).map((filter) => {
      const values = [...(this.#filters.get(filter) ?? [])].toSorted(([a], [b]) => byBytes(a, b));
      return { filter, content: encode([filter, values]) };
    });
  }

  /** The content of its file. @param filters the names of the files of the filters. */
  encode(
    chunks: readonly NamedChunk[],
    filters: readonly (readonly [filter: string, name: string])[],
  ): Buffer {
    const sorts = [...this.#sorts.keys()].toSorted(byBytes).map((key) => {
      const values = this.#sorts.get(key) ?? [];
      return [key, values.toSorted((a, b) => byBytes(a.value, b.value)).map(({ page }) => page)];
    });
    const ranges = chunks.map(({ from, to, name }) => [from, to, name]);
    return encode([knownVersion, this.#pages, ranges, filters, sorts, [namesField]]);
  }
}
