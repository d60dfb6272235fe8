import type { Element, ElementContent } from 'hast';
import { visit } from '../visit-tree.ts';
import { element, find, hasClass, text, textOf } from './tree.ts';

/** Attributes of MathML that MathML 3 has not, or that are for the page alone. */
const onPage = /^(?:data|className$|width$|style$|tabIndex$)/u;

/** How many parts an element has. */
const parts: Readonly<Record<string, number>> = {
  ...{ mfrac: 2, mroot: 2, msub: 2, msup: 2, munder: 2, mover: 2 },
  ...{ msubsup: 3, munderover: 3 },
};

/** Takes the unseen sign of an applied function away where KaTeX prints it as a part too many. */
function withItsParts(node: Element): void {
  if (node.children.length <= (parts[node.tagName] ?? Infinity)) return;
  node.children = node.children.filter(
    (child) => !(child.type === 'element' && child.tagName === 'mo' && textOf(child) === '\u2061'),
  );
}

/** A formula without its TeX, which it has for its text where it cannot be drawn. */
function clean(math: Element): Element {
  const tex = find(math, ({ tagName }) => tagName === 'annotation');
  const inner = find(math, ({ tagName }) => tagName === 'semantics')?.children[0];
  visit(math, 'element', (node) => {
    for (const name of Object.keys(node.properties))
      if (onPage.test(name)) Reflect.deleteProperty(node.properties, name);
    withItsParts(node);
  });
  const properties = {
    ...math.properties,
    ...(tex ? { alttext: textOf(tex).replace(/\s*\\tag\{[^}]*\}$/u, '') } : {}),
  };
  return element('math', properties, inner ? [inner] : math.children);
}

/** The cells of a table of one row, as KaTeX sets a formula with its number between two blank ones. */
function numbered(math: Element): { formula: ElementContent[]; number: Element } | undefined {
  const table = math.children[0];
  if (table?.type !== 'element' || table.tagName !== 'mtable' || table.children.length !== 1)
    return undefined;
  const [row] = table.children;
  const cells = row?.type === 'element' ? row.children : [];
  const [before, formula, after, number] = cells as Element[];
  if (cells.length !== 4 || !formula || !number) return undefined;
  if (before?.children.length !== 0 || after?.children.length !== 0) return undefined;
  return { formula: formula.children, number };
}

/** A formula that stands by itself: its number is text of the page, where every reader shows it. */
function displayed(math: Element): Element {
  const row = numbered(math);
  if (!row) return element('div', { className: ['formula'] }, [math]);
  math.children = row.formula;
  const number = element('span', { className: ['formula-number'] }, [text(textOf(row.number))]);
  return element('div', { className: ['formula'] }, [math, number]);
}

/**
 * Puts the MathML of each formula in its place.
 *
 * `<span class="katex"><span class="katex-mathml"><math>…</math></span>…</span>` → `<math alttext="…">…</math>`
 */
export function formulasAsMathml(prose: Element): void {
  visit(prose, 'element', (node, place, parent) => {
    const isDisplay = hasClass(node, 'katex-display');
    if (!parent || place === undefined || (!isDisplay && !hasClass(node, 'katex'))) return;
    const math = find(node, ({ tagName }) => tagName === 'math');
    if (!math) return;
    const formula = clean(math);
    // A division may not stand in a paragraph.
    const isInLine = parent.type === 'element' && ['p', 'span'].includes(parent.tagName);
    parent.children[place] = isDisplay && !isInLine ? displayed(formula) : formula;
  });
}
