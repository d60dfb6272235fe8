/** A stretch of an article between two headings, as search and exports see it. */
export interface Section {
  /** Id of its heading; empty for what stands before the first one. */
  readonly id: string;
  readonly title: string;
  readonly depth: number;
  readonly blocks: { readonly kind: 'text' | 'math' | 'code'; readonly text: string }[];
}
