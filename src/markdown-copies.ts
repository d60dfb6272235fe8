import { processWide } from './process-wide.ts';

/** An address inside of a copy, which becomes absolute when it is printed. */
export interface CopyAddress {
  /** `image` is a file beside the article; `link` is what stands in its page. */
  readonly kind: 'image' | 'link';
  readonly url: string;
}

/** The body of an article as portable Markdown: text, and the addresses in it. */
export type MarkdownCopy = readonly (string | CopyAddress)[];

/**
 * The copies of the articles that were compiled last, by the path of their page. They are not in Astro's
 * store, which is loaded whole.
 */
export const markdownCopies = (): Map<string, MarkdownCopy> =>
  processWide('markdown-copies', () => new Map<string, MarkdownCopy>());
