import type { Properties } from 'hast';
import type { BlockContent, Nodes, Paragraph, Parent, Parents, PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { visit } from '../visit-tree.ts';

/** An element of HTML that Markdown has no node for. */
export interface Box extends Parent {
  type: 'box';
  children: RootContent[];
}

declare module 'mdast' {
  interface BlockContentMap {
    box: Box;
  }
  interface PhrasingContentMap {
    box: Box;
  }
  interface RootContentMap {
    box: Box;
  }
}

/** An element with children of the author's. */
export const box = (hName: string, hProperties: Properties, children: RootContent[]): Box => ({
  type: 'box',
  data: { hName, hProperties },
  children,
});

/**
 * A `span` with words that are not the author's, such as 提示 over a callout. They are part of the page
 * alone: excerpts and search see the author's words.
 */
export const ownWords = (value: string, hProperties: Properties): Box => ({
  type: 'box',
  data: { hName: 'span', hProperties, hChildren: [{ type: 'text', value }] },
  children: [],
});

/** A paragraph under another name, such as `figcaption`; its text is text of the article. */
export const lineOf = (
  hName: string,
  hProperties: Properties,
  children: PhrasingContent[],
  position?: Paragraph['position'],
): Paragraph => ({
  type: 'paragraph',
  data: { directiveLabel: true, hName, hProperties },
  children,
  ...(position ? { position } : {}),
});

/** A block's title, and what stands in it. */
export interface BlockParts {
  readonly title: PhrasingContent[];
  readonly body: BlockContent[];
  readonly id: string | undefined;
}

/** Takes a block apart. */
export function partsOf({ attributes, children }: ContainerDirective): BlockParts {
  const [first] = children;
  const hasTitle = first?.type === 'paragraph' && first.data?.directiveLabel === true && !first.data.hName;
  return {
    title: hasTitle ? first.children : [],
    body: (hasTitle ? children.slice(1) : children) as BlockContent[],
    id: attributes?.id ?? undefined,
  };
}

/** Makes a block an element; it stays the same node, so that `data.label` can be found on it. */
export function becomeElement(
  block: ContainerDirective,
  hName: string,
  hProperties: Properties,
  children: BlockContent[],
): void {
  const id = block.attributes?.id ?? undefined;
  block.data = { ...block.data, hName, hProperties: { ...(id === undefined ? {} : { id }), ...hProperties } };
  block.children = children;
}

/** Calls `visitor` for each block that `isMeant` picks, outer ones first. */
export function visitBlocks(
  tree: Nodes,
  isMeant: (name: string) => boolean,
  visitor: (block: ContainerDirective, parent: Parents | undefined) => void,
): void {
  visit(tree, 'containerDirective', (block, _index, parent) => {
    if (isMeant(block.name)) visitor(block, parent);
  });
}

/** Whether a node is what a program has printed. */
export const isOutput = (node: Nodes): boolean =>
  node.type === 'containerDirective' && node.name === 'output';

/** Whether a node is nothing but space. */
export const isBlank = (node: Nodes): boolean =>
  node.type === 'break' || (node.type === 'text' && node.value.trim() === '');

/** Where a word stands in the head of a block, else where the block begins. */
export function placeInHead({ position }: Nodes, word: string, source: string) {
  const { line, column } = position?.start ?? {};
  const text = line === undefined ? '' : (source.split('\n')[line - 1] ?? '');
  const at = text.lastIndexOf(word);
  return { line, column: at < (column ?? 1) ? column : at + 1, length: word.length };
}
