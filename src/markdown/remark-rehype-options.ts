import type { Options } from 'mdast-util-to-hast';
import { articleWords } from './article-words.ts';

/** Id of the heading over the footnotes. */
export const footnotesId = 'footnote-label';

/** How Markdown's tree becomes HTML's; `rehype-footnote-label` sets the words of other languages. */
export const remarkRehypeOptions = {
  clobberPrefix: '',
  footnoteLabel: articleWords.zh.notesAndReferences,
  footnoteLabelProperties: {},
  footnoteBackLabel: (reference: number, again: number): string =>
    articleWords.zh.back(`${String(reference + 1)}${again > 1 ? `-${String(again)}` : ''}`),
} satisfies Options;
