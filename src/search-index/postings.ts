import type { PlaceRange } from './pagefind-pages.ts';
import { TokenLog } from './token-log.ts';

/** A list of places that a token is entered in. */
export interface ListEntry {
  readonly list: number;
  /** How many lists share its weight, as each is that of a part of it; else 0. */
  readonly parts: number;
}

/** Places of a list on a page. */
export interface PagePlaces extends PlaceRange {
  readonly page: number;
}

/** The list of each token that has but one, whole; else -1. */
const onlyLists = (entries: readonly (readonly ListEntry[])[]): Int32Array =>
  Int32Array.from(entries, ([first, ...others]) =>
    first?.parts === 0 && others.length === 0 ? first.list : -1,
  );

/**
 * The places of each of many words, from the words of each place: a counting sort of two passes over the
 * tokens, with five bytes for each place.
 */
export class Postings {
  /** Where the places of a list begin, and those of the last one end. */
  readonly #starts: Uint32Array;
  /** Tokens before a place in all pages together. */
  readonly #places: Uint32Array;
  readonly #weights: Uint8Array;
  /** Tokens before a page. */
  readonly #pageStarts: Uint32Array;

  /** @param entries the lists of a token, by its number. */
  constructor(log: TokenLog, entries: readonly (readonly ListEntry[])[], lists: number) {
    const { pages } = log;
    const only = onlyLists(entries);
    const starts = new Uint32Array(lists + 1);
    this.#pageStarts = new Uint32Array(pages.length + 1);
    for (const [number, page] of pages.entries()) {
      this.#pageStarts[number + 1] = (this.#pageStarts[number] ?? 0) + page.length;
      for (const item of page) {
        const token = TokenLog.tokenOf(item);
        const list = only[token] ?? -1;
        if (list >= 0) starts[list + 1] = (starts[list + 1] ?? 0) + 1;
        else for (const one of entries[token] ?? []) starts[one.list + 1] = (starts[one.list + 1] ?? 0) + 1;
      }
    }
    for (let list = 0; list < lists; list += 1)
      starts[list + 1] = (starts[list + 1] ?? 0) + (starts[list] ?? 0);
    this.#starts = starts;
    this.#places = new Uint32Array(starts[lists] ?? 0);
    this.#weights = new Uint8Array(starts[lists] ?? 0);
    this.#fill(log, entries, only);
  }

  /** Places in all lists together. */
  get size(): number {
    return this.#places.length;
  }

  #fill(log: TokenLog, entries: readonly (readonly ListEntry[])[], only: Int32Array): void {
    const next = this.#starts.slice();
    let place = 0;
    const enter = (list: number, weight: number): void => {
      const end = next[list] ?? 0;
      this.#places[end] = place;
      this.#weights[end] = weight;
      next[list] = end + 1;
    };
    for (const page of log.pages) {
      for (const item of page) {
        const token = TokenLog.tokenOf(item);
        const weight = log.weightOf(item);
        const list = only[token] ?? -1;
        if (list >= 0) enter(list, weight);
        else {
          for (const { list: one, parts } of entries[token] ?? [])
            enter(one, parts === 0 ? weight : Math.max(1, Math.floor(weight / parts)));
        }
        place += 1;
      }
    }
  }

  /** The page that a place is on; not before a given one. */
  #pageOf(place: number, first: number): number {
    let [low, high] = [first, this.#pageStarts.length - 2];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#pageStarts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Places of a list, page by page. */
  *of(list: number): Generator<PagePlaces, undefined> {
    const [places, weights, last] = [this.#places, this.#weights, this.#starts[list + 1] ?? 0];
    let page = 0;
    for (let start = this.#starts[list] ?? 0; start < last;) {
      page = this.#pageOf(places[start] ?? 0, page);
      const beyond = this.#pageStarts[page + 1] ?? 0;
      let end = start + 1;
      while (end < last && (places[end] ?? 0) < beyond) end += 1;
      yield { page, start, end, offset: this.#pageStarts[page] ?? 0, places, weights };
      start = end;
    }
    return undefined;
  }
}
