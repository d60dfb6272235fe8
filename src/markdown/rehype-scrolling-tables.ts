import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Lets a wide table scroll inside itself, by keyboard too.
 *
 * `<table>…</table>` → `<div class="table-scroll" role="region" tabindex="0"><table>…</table></div>`
 */
export function rehypeScrollingTables() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'table' || !parent || index === undefined) return undefined;
      const region: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table-scroll'], role: 'region', ariaLabel: '表格', tabIndex: 0 },
        children: [element],
      };
      parent.children[index] = region;
      return SKIP;
    });
  };
}
