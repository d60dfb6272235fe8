import { blockGap, type Match } from '../search/find-matches.ts';

/** The text of an article in one string, and the text nodes that it is made of. */
export interface ArticleText {
  readonly text: string;
  readonly nodes: readonly { readonly node: Text; readonly start: number }[];
}

const block =
  'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, pre, figcaption, caption, summary, blockquote, figure, div, .katex-display';

/** What is not read as text: controls and the formulas' hidden copies. */
const unread =
  'button, script, style, noscript, svg, .katex-mathml, .visually-hidden, [hidden]:not([hidden="until-found"])';

/** Reads the text of an element, with a gap where one block ends and another begins. */
export function readArticleText(root: HTMLElement): ArticleText {
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  let last: Element | null = null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    return node instanceof Element && node.matches(unread)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_SKIP;
  });
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const around = node.parentElement?.closest(block) ?? null;
    if (around !== last && text !== '') text += blockGap;
    last = around;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  return { text, nodes };
}

/** The places of matches in the document. */
export function rangesOf({ nodes }: ArticleText, matches: readonly Match[]): Range[] {
  let place = 0;
  const nodeAt = (offset: number): { node: Text; start: number } | undefined => {
    while (place + 1 < nodes.length && (nodes[place + 1]?.start ?? 0) <= offset) place += 1;
    return nodes[place];
  };
  return matches.flatMap(({ start, end }) => {
    const first = nodeAt(start);
    const last = nodeAt(end - 1);
    if (!first || !last) return [];
    const range = document.createRange();
    range.setStart(first.node, start - first.start);
    range.setEnd(last.node, end - last.start);
    return [range];
  });
}
