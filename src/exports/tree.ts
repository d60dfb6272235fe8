import type { Element, ElementContent, Root } from 'hast';
import { EXIT, visit } from '../visit-tree.ts';

/** An element with its attributes under the names that hast has for them. */
export const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): Element => ({ type: 'element', tagName, properties, children });

export const text = (value: string): ElementContent => ({ type: 'text', value });

export const hasClass = ({ properties }: Element, name: string): boolean =>
  Array.isArray(properties.className) && properties.className.includes(name);

/** The first element inside of a node that a test says yes to. */
export function find(tree: Root | Element, test: (node: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (node) => {
    if (node === tree || !test(node)) return undefined;
    found = node;
    return EXIT;
  });
  return found;
}

/** The text of an article, without what stands around it on its page. */
export const proseOf = (tree: Root): Element | undefined =>
  find(tree, ({ properties }) => 'dataArticle' in properties);

/** The words of an element. */
export function textOf(node: Element): string {
  let words = '';
  visit(node, 'text', ({ value }) => {
    words += value;
  });
  return words;
}
