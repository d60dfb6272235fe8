/** A stretch of an article between two headings, as search and exports see it. */
export interface Section {
  /** Id of its heading; empty for what stands before the first one. */
  readonly id: string;
  readonly title: string;
  readonly depth: number;
  readonly blocks: { readonly kind: 'text' | 'math' | 'code'; readonly text: string }[];
  /** Its formulas that have an id of their own. */
  readonly formulas: SectionFormula[];
}

/** A formula that can be found and linked to. */
export interface SectionFormula {
  readonly id: string;
  /** Key of its rendition. */
  readonly key: string;
}
