/** A section of an article as the index keeps it for excerpts. */
export interface SectionRecord {
  readonly id: string;
  readonly title: string;
  /** Paragraphs, formulas as Unicode. */
  readonly text: readonly string[];
  readonly code: readonly string[];
}

/** What the index keeps of an article, to be read when it is a hit. */
export interface ArticleRecord {
  /** Path without the base path. */
  readonly url: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** `2026-11-20`. */
  readonly date: string;
  readonly tags: readonly string[];
  readonly kind: 'article' | 'manual';
  readonly sections: readonly SectionRecord[];
}

/** What the index keeps of a formula. */
export interface FormulaRecord {
  /** Its id on the page of its article. */
  readonly id: string;
  readonly mathml: string;
  readonly text: string;
  readonly section: string;
}

/**
 * Formulas of one article that follow one another: a hit of the index. Not a hit for each, because what
 * every reader loads at first grows with the number of hits, and the time to build with its square.
 */
export interface FormulaGroup {
  /** Path of the article with the id of the first formula as fragment, without the base path. */
  readonly url: string;
  readonly article: string;
  readonly formulas: readonly FormulaRecord[];
}

/** What queries are compared with before and after the index is asked; one file beside the index. */
export interface SearchTerms {
  /** Names that mean the same, those that the articles use first. */
  readonly synonyms: readonly (readonly string[])[];
  /** Chinese names that the articles use, with their pinyin: `['投机解码', 'tou ji jie ma']`. */
  readonly names: readonly (readonly [name: string, pinyin: string])[];
  /** Words of other scripts in the articles, in small letters, the frequent ones first. */
  readonly words: readonly string[];
  /** Whether there is an index of formulas. */
  readonly hasFormulas: boolean;
}

/** What there is to search in a locale: the same file, with what stands in it for an index. */
export interface LocaleTerms extends SearchTerms {
  /** Language of the articles: `zh-CN`. */
  readonly language?: string;
  /** Whether there is nothing to search: then there are no other files. */
  readonly isEmpty: boolean;
  /** The locale that is searched when nothing is found here. */
  readonly otherwise?: string;
}

/** Tables of characters, read only when a query in Han characters finds nothing as it is. */
export interface HanTables {
  /** Traditional characters, each followed by its simplified one. */
  readonly simplified: string;
  /** Characters by their syllables: `{ tou: '投头透…' }`. */
  readonly syllables: Readonly<Record<string, string>>;
}

/** Names of the files and folders of the index, below `/pagefind/<locale>/`. */
export const indexFiles = {
  articles: 'articles/',
  formulas: 'formulas/',
  terms: 'terms.json',
  han: 'han.json',
} as const;
