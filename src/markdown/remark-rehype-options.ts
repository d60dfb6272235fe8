import type { Options } from 'mdast-util-to-hast';

/** The heading over the footnotes, as the table of contents lists it. */
export const footnotesHeading = { id: 'footnote-label', text: '参考文献与注释' } as const;

/** How Markdown's tree becomes HTML's. */
export const remarkRehypeOptions = {
  clobberPrefix: '',
  footnoteLabel: footnotesHeading.text,
  footnoteLabelProperties: {},
  footnoteBackLabel: (reference: number, again: number): string =>
    `回到正文引用 ${String(reference + 1)}${again > 1 ? `-${String(again)}` : ''}`,
} satisfies Options;
