import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Heading } from '../schemas/article.ts';
import { isOutput } from './blocks.ts';
import { contextOf } from './context.ts';
import { excerptOf } from './excerpt.ts';
import { plainText, type TextPart, textParts } from './plain-text.ts';
import { signalOf } from './signal.ts';
import { textLength } from './text-length.ts';

/** The author's paragraphs in a block, without its title. */
function paragraphsIn(node: Nodes): Nodes[] {
  if (isOutput(node)) return [];
  if (node.type === 'paragraph') return node.data?.directiveLabel === true ? [] : [node];
  return 'children' in node && node.type !== 'footnoteDefinition' ? node.children.flatMap(paragraphsIn) : [];
}

/**
 * The paragraphs that open an article: its abstract, else those before its first heading, else the
 * first one there is, in a block where no other place has one.
 */
function openingParagraphs(tree: Root): Nodes[] {
  const abstract = tree.children.find(
    (node) => node.type === 'containerDirective' && node.name === 'abstract',
  );
  const inAbstract = abstract ? paragraphsIn(abstract) : [];
  if (inAbstract.length > 0) return inAbstract;
  const firstHeading = tree.children.findIndex(({ type }) => type === 'heading');
  const head = firstHeading < 0 ? tree.children : tree.children.slice(0, firstHeading);
  const paragraphs = head.filter(({ type }) => type === 'paragraph');
  if (paragraphs.length > 0) return paragraphs;
  const first = tree.children.find(({ type }) => type === 'paragraph');
  return first ? [first] : paragraphsIn(tree).slice(0, 1);
}

const isBlock = ({ type }: Nodes): boolean =>
  /^(?:paragraph|heading|list|listItem|blockquote|table|tableRow|tableCell|containerDirective|mdxJsxFlowElement)$/u.test(
    type,
  );

/** Texts of the innermost blocks, so that it makes no difference what stands around them. */
const textsOf = (node: Nodes): string[] =>
  isOutput(node)
    ? []
    : 'children' in node && node.children.some(isBlock)
      ? node.children.flatMap(textsOf)
      : [plainText(node)];

const textsIn = (node: Nodes): string =>
  textsOf(node)
    .filter((block) => block !== '')
    .join('\n');

/** Says of every section's heading how much of the text stands before it. */
function placeHeadings(tree: Root, headings: readonly Heading[], total: number): void {
  const byId = new Map(headings.map((heading) => [heading.id, heading]));
  let before = 0;
  for (const child of tree.children) {
    const id = child.type === 'heading' ? child.data?.hProperties?.id : undefined;
    const heading = byId.get(String(id));
    if (heading) heading.at = Math.min(1, Math.round((before / total) * 1000) / 1000);
    const { length } = textsIn(child);
    if (length > 0) before += length + 1;
  }
}

/** Takes the excerpt and the length of an article off its tree. */
export function remarkSummary() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const gap: TextPart = { text: ' ', atomic: false };
    context.excerpt = excerptOf(
      openingParagraphs(tree).flatMap((paragraph) => [...textParts(paragraph), gap]),
    );
    const text = textsIn(tree);
    placeHeadings(tree, context.headings, text.length);
    context.length = textLength(text);
    context.signal = signalOf(text);
  };
}
