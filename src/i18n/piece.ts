/** A piece of a sentence: words, or words that link to a page of the site (a path without base and locale). */
export type Piece = string | { readonly text: string; readonly path: string };
