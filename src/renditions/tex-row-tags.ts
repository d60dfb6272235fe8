import type { Element, ElementContent, Root } from 'hast';
import { visit } from '../visit-tree.ts';

const classesOf = ({ properties }: Element): readonly (string | number)[] =>
  Array.isArray(properties.className) ? properties.className : [];

const isElement = (node: ElementContent): node is Element => node.type === 'element';

const textOf = (node: ElementContent): string =>
  node.type === 'text' ? node.value : isElement(node) ? node.children.map(textOf).join('') : '';

/** Tags that stand beside the rows of a table in KaTeX's HTML, from top to bottom. */
function tagsBesideRows(tree: Root): string[] {
  const tags: string[] = [];
  visit(tree, 'element', (element) => {
    if (!classesOf(element).includes('katex-tag')) return;
    visit(element, 'element', (list) => {
      if (!classesOf(list).includes('vlist')) return;
      tags.push(...list.children.map((row) => textOf(row)).filter((tag) => tag.trim() !== ''));
    });
  });
  return tags;
}

/**
 * Writes the tags of single rows into KaTeX's MathML, where it leaves their cells empty.
 *
 * `<mtd class="mml-eqn-num"></mtd>` → `<mtd><mtext>(1)</mtext></mtd>`
 */
export function fillRowTags(tree: Root): void {
  const cells: Element[] = [];
  visit(tree, 'element', (element) => {
    if (classesOf(element).includes('mml-eqn-num')) cells.push(element);
  });
  if (cells.length === 0) return;
  const tags = tagsBesideRows(tree);
  // Cells that count for themselves, as those of a bare `align`, have no tag in text.
  if (tags.length !== cells.length) return;
  for (const [index, cell] of cells.entries()) {
    delete cell.properties.className;
    const value = tags[index] ?? '';
    cell.children = [
      { type: 'element', tagName: 'mtext', properties: {}, children: [{ type: 'text', value }] },
    ];
  }
}
