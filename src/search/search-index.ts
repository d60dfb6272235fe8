/** A hit of an index: cheap until its data is asked for. */
export interface IndexResult {
  readonly id: string;
  readonly score: number;
  /** The record as the build wrote it. */
  data<Data>(): Promise<Data>;
}

/** What an index answers. */
export interface IndexAnswer {
  readonly results: readonly IndexResult[];
  /** Results for each value of each filter. */
  readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What can be narrowed down. */
export interface IndexOptions {
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  readonly sort?: Readonly<Record<string, 'asc' | 'desc'>>;
}

/**
 * An index that finds what has all of some terms, by their beginnings; between quotes, side by side.
 * Pagefind's, as far as it is used here.
 */
export interface SearchIndex {
  search(terms: string, options?: IndexOptions): Promise<IndexAnswer>;
}
