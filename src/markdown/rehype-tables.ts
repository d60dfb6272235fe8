import type { Element, ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { SKIP, visit } from '../visit-tree.ts';
import { articleWords } from './article-words.ts';
import { contextOf } from './context.ts';

const isBlank = (node: ElementContent): boolean => node.type === 'text' && node.value.trim() === '';

/** `<td align="right">` → `<td class="align-right">`: HTML has no such attribute any more. */
function alignByClass({ properties }: Element): void {
  const { align, className } = properties;
  if (typeof align !== 'string') return;
  delete properties.align;
  const side = align.toLowerCase();
  if (!/^(?:left|center|right)$/u.test(side)) return;
  properties.className = [...(Array.isArray(className) ? className : []), `align-${side}`];
}

const isEmptyHeader = (node: ElementContent): boolean =>
  node.type === 'element' && node.tagName === 'th' && node.children.every(isBlank);

/** Says what the header cells of a row are for, where an empty one makes it unlike others. */
function nameColumns({ children }: Element): void {
  if (!children.some(isEmptyHeader)) return;
  for (const cell of children) {
    if (cell.type === 'element' && cell.tagName === 'th' && !isEmptyHeader(cell))
      cell.properties.scope ??= 'col';
  }
}

/**
 * Lets a wide table scroll inside itself, by keyboard too, and makes ordinary cells of empty header
 * cells, which would announce nothing. Columns are aligned by classes.
 *
 * `<table>…</table>` → `<section class="table-scroll" aria-label="表格 1" tabindex="0"><table>…</table></section>`
 */
export function rehypeTables() {
  return (tree: Root, file: VFile): void => {
    const words = articleWords[contextOf(file).language];
    let count = 0;
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'table' || !parent || index === undefined) return undefined;
      count += 1;
      visit(element, 'element', (cell) => {
        if (/^t[dh]$/u.test(cell.tagName)) alignByClass(cell);
        if (cell.tagName === 'th' && cell.children.every(isBlank)) cell.tagName = 'td';
        if (cell.tagName === 'tr') nameColumns(cell);
      });
      const region: Element = {
        type: 'element',
        tagName: 'section',
        properties: {
          className: ['table-scroll'],
          ariaLabel: words.table(count),
          tabIndex: 0,
        },
        children: [element],
      };
      parent.children[index] = region;
      return SKIP;
    });
  };
}
