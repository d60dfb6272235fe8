import type { Root } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import type { VFile } from 'vfile';
import { formulaTokens } from '../search/formula-tokens.ts';
import { SKIP, visit } from '../visit-tree.ts';
import { contextOf } from './context.ts';

/** A formula in a line with fewer letters, numbers and signs than this is a symbol, and no place to go to. */
const fewestTokens = 3;

const labelOf = (node: Math | InlineMath): string | undefined =>
  node.type === 'math' ? node.data?.equation?.ids[0] : undefined;

const weightOf = (node: Math | InlineMath): number =>
  Number(node.type === 'math') + Number(labelOf(node) !== undefined);

/** The formulas that get a place of their own: of equal ones the most prominent, else the first. */
function prominentFormulas(tree: Root): Set<Math | InlineMath> {
  const chosen = new Map<string, Math | InlineMath>();
  visit(tree, (node) => {
    if (node.type === 'heading') return SKIP;
    if (node.type !== 'math' && node.type !== 'inlineMath') return undefined;
    const { slotKey, readableText = '' } = node.data ?? {};
    if (slotKey === undefined) return undefined;
    if (node.type === 'inlineMath' && formulaTokens(readableText).length < fewestTokens) return undefined;
    const rival = chosen.get(readableText);
    if (!rival || weightOf(rival) < weightOf(node)) chosen.set(readableText, node);
    return undefined;
  });
  return new Set(chosen.values());
}

/**
 * Gives formulas an id that search results and links lead to: a display formula, or one in a line that
 * is more than a symbol. Labelled ones have theirs; of equal formulas one has it.
 *
 * `<span data-slot="m…"></span>` → `<span id="m7"><span data-slot="m…"></span></span>`
 */
export function remarkFormulaAnchors() {
  return (tree: Root, file: VFile): void => {
    const { headings, labels } = contextOf(file);
    const taken = new Set(headings.map(({ id }) => id));
    let number = 0;
    const nextId = (): string => {
      do number += 1;
      while (taken.has(`m${String(number)}`) || labels.find(`m${String(number)}`));
      return `m${String(number)}`;
    };
    const formulas = prominentFormulas(tree);
    visit(tree, (node) => {
      if ((node.type !== 'math' && node.type !== 'inlineMath') || !formulas.has(node)) return;
      const { data } = node;
      if (!data) return;
      const label = labelOf(node);
      data.anchor = label ?? nextId();
      if (label !== undefined) return;
      const { hProperties } = data;
      Object.assign(data, {
        hName: node.type === 'math' ? 'div' : 'span',
        hProperties: { ...(node.type === 'math' ? { className: ['equation'] } : {}), id: data.anchor },
        hChildren: [{ type: 'element', tagName: 'span', properties: hProperties, children: [] }],
      });
    });
  };
}
