import { randomUUID } from 'node:crypto';
import type { Element, Root } from 'hast';
import { visit } from '../visit-tree.ts';

/** Nobody can write it: it is another one in each process. */
const mark = randomUUID();

/**
 * Marks the elements that Markdown made, before raw HTML becomes elements too. The mark is an
 * attribute, because the parser of HTML keeps nothing else.
 *
 * `[a](b)` and `<a href="b">` → `<a href="b" data-own="…">` and `<a href="b">`
 */
export function rehypeOwnElements() {
  return (tree: Root): void => {
    visit(tree, 'element', ({ properties }) => {
      properties.dataOwn = mark;
    });
  };
}

/** Whether Markdown made an element; takes the mark off. */
export function takeOwnMark({ properties }: Element): boolean {
  const isOwn = properties.dataOwn === mark;
  if (isOwn) delete properties.dataOwn;
  return isOwn;
}
