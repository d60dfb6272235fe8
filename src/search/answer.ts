/** A stretch of text, and whether it is what was asked for. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A question to the search worker. */
export interface SearchQuery {
  /** As the reader wrote it: Chinese, English, TeX, pinyin, anything. */
  readonly text: string;
  /** Values that a hit must have, by the name of the filter: `tag`, `series`, `year`. */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  readonly sort?: 'relevance' | 'newest';
  /** Hits to skip, for later pages of results. */
  readonly offset?: number;
}

/** A section of an article that matches. */
export interface SectionHit {
  readonly title: readonly Piece[];
  /** Path with base path, query and fragment. */
  readonly url: string;
  readonly excerpt: readonly Piece[];
}

/** An article that matches. */
export interface ArticleHit {
  readonly title: readonly Piece[];
  readonly url: string;
  readonly excerpt: readonly Piece[];
  /** `2026-11-20`. */
  readonly date: string;
  readonly tags: readonly string[];
  /** Best first, at most three. */
  readonly sections: readonly SectionHit[];
}

/** A formula that matches. */
export interface FormulaHit {
  readonly mathml: string;
  /** One readable line: `W = W₀ + (α/r)BA`. */
  readonly text: string;
  readonly url: string;
  readonly article: string;
  readonly section: string;
}

/** What the search worker answers. */
export interface SearchAnswer {
  /** Articles in all, shown here or not. */
  readonly total: number;
  readonly articles: readonly ArticleHit[];
  readonly formulas: readonly FormulaHit[];
  /** What was searched in place of a mistyped query: 你是不是要找. */
  readonly corrected?: string;
  /** Other names that were searched too: `speculative decoding` for 投机解码. */
  readonly alsoSearched: readonly string[];
  /** No article has all the words: these have some of them. */
  readonly isPartial: boolean;
  /**
   * Articles found for each value of each filter: `{ tag: { 微调: 3 } }`. Of a filter whose values exclude one
   * another, `series` and `year`, those that would be found with another value than the chosen one.
   */
  readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Language of the articles where it is not that of the page, which has none that answer. */
  readonly language?: string;
}

/** Why there is no answer. */
export type SearchFailure = 'no-index' | 'offline';
