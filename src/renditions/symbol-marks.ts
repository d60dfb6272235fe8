import { randomBytes } from 'node:crypto';
import type { Element, ElementContent } from 'hast';
import type { KatexOptions } from 'katex';
import { visit } from '../visit-tree.ts';
import { markSymbols, type TexSymbol } from './tex-symbols.ts';

/** Nobody can write it: it is another one in each process. */
const mark = `m${randomBytes(8).toString('hex')}`;
const attribute = `data-${mark}`;
const property = `dataM${mark.slice(1)}`;

/** What KaTeX asks before it follows a command that it does not trust. */
type Trust = Exclude<KatexOptions['trust'], boolean | undefined>;

/**
 * A formula with KaTeX's own `\htmlData` around every use of a symbol, and whether such a command is one
 * of ours: those of authors stay untrusted.
 */
export function marksOf(
  tex: string,
  macros: Readonly<Record<string, string>>,
  symbols: readonly TexSymbol[],
): { marked: string; isMark: Trust } {
  return {
    marked: markSymbols(tex, macros, symbols, (id) => `\\htmlData{${mark}=${id}}`),
    isMark: (context) => context.command === '\\htmlData' && Object.hasOwn(context.attributes, attribute),
  };
}

const isSpace = (node: ElementContent): boolean =>
  node.type === 'element' &&
  Array.isArray(node.properties.className) &&
  node.properties.className.includes('mspace');

/**
 * Gives marks their name, in place.
 *
 * `<span class="enclosing" data-m3f…="W_0">` → `<span data-symbol="W_0">`
 */
export function takeMarks(tree: Element): void {
  visit(tree, 'element', ({ properties, children }, index, parent) => {
    const id = properties[property];
    if (id === undefined || !parent || index === undefined) return;
    // KaTeX puts the space before the next sign into the mark.
    const end = children.findLastIndex((child) => !isSpace(child)) + 1;
    parent.children.splice(index + 1, 0, ...children.splice(end));
    Reflect.deleteProperty(properties, property);
    const classes = (Array.isArray(properties.className) ? properties.className : []).filter(
      (name) => name !== 'enclosing',
    );
    if (classes.length > 0) properties.className = classes;
    else delete properties.className;
    properties.dataSymbol = id;
  });
}
