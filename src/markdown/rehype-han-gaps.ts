import type { Element, Parents, Root, RootContent } from 'hast';
import { SKIP, visit } from '../visit-tree.ts';

/** Signs that no line begins with, and signs that none ends with. */
const closing = /^[，。；：、！？）》〉」』】〕”’…,.;:!?)\]%]+/u;
const opening = /[（《〈「『【〔“‘([]+$/u;

/** The text of a node; a formula, which is still a slot, has none. */
const textOf = (node: RootContent | undefined): string => {
  if (node?.type === 'text') return node.value;
  return node?.type === 'element' ? node.children.map(textOf).join('') : '';
};

const isSlot = (node: RootContent): boolean =>
  node.type === 'element' && String(node.properties.dataSlot ?? '').startsWith('m');

/** A formula in a line, or the element with its id around it. */
const isFormula = (node: Element): boolean =>
  isSlot(node) ||
  (node.tagName === 'span' && node.children.length === 1 && node.children.every((child) => isSlot(child)));

/** Takes the signs that a pattern finds out of a text. */
function take(node: RootContent | undefined, pattern: RegExp): Element['children'] {
  const value = node?.type === 'text' ? pattern.exec(node.value)?.[0] : undefined;
  if (value === undefined || node?.type !== 'text') return [];
  node.value = node.value.replace(pattern, '');
  return [{ type: 'text', value }];
}

function addClasses(element: Element, classes: readonly string[]): void {
  const { className } = element.properties;
  element.properties.className = [...(Array.isArray(className) ? className : []), ...classes];
}

/** Sets one formula or piece of code. */
function set(element: Element, index: number, { children }: Parents): void {
  const before = children[index - 1];
  const after = children[index + 1];
  const gaps = [
    ...(/\p{Script=Han}$/u.test(textOf(before)) ? ['han-before'] : []),
    ...(/^\p{Script=Han}/u.test(textOf(after)) ? ['han-after'] : []),
  ];
  const formula = isFormula(element);
  const around = formula ? [...take(before, opening), element, ...take(after, closing)] : [element];
  const kept = around.length > 1 ? ['keep'] : [];
  if (kept.length + gaps.length === 0) return;
  if (kept.length > 0 || isSlot(element)) {
    const className = [...kept, ...gaps];
    children[index] = { type: 'element', tagName: 'span', properties: { className }, children: around };
  } else {
    addClasses(element, gaps);
  }
}

/**
 * Marks formulas and code in a line that Han stands beside without a blank, for the style sheet to set them
 * apart; and keeps a formula in one line with the signs that must not be parted from it, which browsers
 * do with words alone. The text stays as it was written.
 *
 * `秩<span data-slot="m…"></span>的` →
 * `秩<span class="han-before han-after"><span data-slot="m…"></span></span>的`
 *
 * `秩 <span data-slot="m…"></span>，` → `秩 <span class="keep"><span data-slot="m…"></span>，</span>`
 */
export function rehypeHanGaps() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName === 'pre') return SKIP;
      if (!parent || index === undefined) return undefined;
      if (!isFormula(element) && element.tagName !== 'code') return undefined;
      set(element, index, parent);
      return SKIP;
    });
  };
}
