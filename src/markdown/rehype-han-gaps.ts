import type { Element, ElementContent, Root, RootContent } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

type Node = RootContent | ElementContent;

/** The text of a node; a formula, which is still a slot, has none. */
const textOf = (node: Node | undefined): string => {
  if (node?.type === 'text') return node.value;
  return node?.type === 'element' ? node.children.map(textOf).join('') : '';
};

const isSlot = (node: Node): boolean =>
  node.type === 'element' && String(node.properties.dataSlot ?? '').startsWith('m');

/** A formula in a line, or the element with its id around it. */
const isFormula = (node: Element): boolean =>
  isSlot(node) ||
  (node.tagName === 'span' && node.children.length === 1 && node.children.every((child) => isSlot(child)));

/**
 * Marks formulas and code in a line that Han stands beside without a blank, for the style sheet to set them
 * apart. The text stays as it was written.
 *
 * `秩<span data-slot="m…"></span>的` →
 * `秩<span class="han-before han-after"><span data-slot="m…"></span></span>的`
 */
export function rehypeHanGaps() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName === 'pre') return SKIP;
      if (!parent || index === undefined) return undefined;
      const formula = isFormula(element);
      if (!formula && element.tagName !== 'code') return undefined;
      const gaps = [
        ...(/\p{Script=Han}$/u.test(textOf(parent.children[index - 1] as Node | undefined))
          ? ['han-before']
          : []),
        ...(/^\p{Script=Han}/u.test(textOf(parent.children[index + 1] as Node | undefined))
          ? ['han-after']
          : []),
      ];
      if (gaps.length === 0) return SKIP;
      const { className } = element.properties;
      if (isSlot(element)) {
        const around: Element = {
          type: 'element',
          tagName: 'span',
          properties: { className: gaps },
          children: [element],
        };
        parent.children[index] = around;
      } else {
        element.properties.className = [...(Array.isArray(className) ? className : []), ...gaps];
      }
      return SKIP;
    });
  };
}
