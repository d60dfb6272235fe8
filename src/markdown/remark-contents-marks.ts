import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from '../visit-tree.ts';

const mark = /^(?:\[\[?_?toc_?\]?\]|\$\{toc\})$/iu;

/** The text of a paragraph, links and their brackets included. */
const written = (node: Nodes): string => {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(written).join('') : '';
};

/**
 * Takes out the lines that ask for a table of contents, which every page has.
 *
 * A paragraph `[TOC]`, `[[toc]]` or `@[toc](目录)` → nothing
 */
export function remarkContentsMarks() {
  return (tree: Root): void => {
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      const [first, second] = paragraph.children;
      const isLink =
        first?.type === 'text' &&
        first.value === '@' &&
        second?.type === 'link' &&
        /^toc$/iu.test(written(second));
      const isText = paragraph.children.every(({ type }) => type === 'text' || type === 'emphasis');
      const text = written(paragraph).trim();
      // `[[_TOC_]]` has emphasis in it.
      if (!(isLink || (isText && mark.test(text))) || !parent || index === undefined) return undefined;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
  };
}
