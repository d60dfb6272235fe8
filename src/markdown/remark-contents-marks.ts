import type { Nodes, Paragraph, Root } from 'mdast';
import { SKIP, visit } from '../visit-tree.ts';

const mark = /^(?:\[\[?_?toc_?\]?\]|\$\{toc\})$/iu;

/** Fences by which plugins of Obsidian write it. */
const fence = /^(?:toc|table-of-contents)$/iu;

/** The text of a paragraph, links and their brackets included. */
const written = (node: Nodes): string => {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(written).join('') : '';
};

/** Whether a paragraph is nothing but such a line; `[[_TOC_]]` has emphasis in it. */
function isMark({ children }: Paragraph): boolean {
  const [first, second] = children;
  if (first?.type === 'text' && first.value === '@' && second?.type === 'link')
    return /^toc$/iu.test(written(second));
  const isText = children.every(({ type }) => type === 'text' || type === 'emphasis');
  return isText && mark.test(children.map(written).join('').trim());
}

/**
 * Takes out the lines that ask for a table of contents, which every page has.
 *
 * A paragraph `[TOC]`, `[[toc]]` or `@[toc](目录)`, a fence `toc` → nothing
 */
export function remarkContentsMarks() {
  return (tree: Root): void => {
    visit(tree, ['paragraph', 'code'], (node, index, parent) => {
      const asks = node.type === 'code' ? fence.test(node.lang ?? '') : isMark(node as Paragraph);
      if (!asks || !parent || index === undefined) return undefined;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
  };
}
