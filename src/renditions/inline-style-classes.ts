import { createHash } from 'node:crypto';
import type { Root, RootContent } from 'hast';

/** Declarations by class: `s1f0c8e9a2b` → `height:0.6833em;` */
export type StyleClasses = Readonly<Record<string, string>>;

const known = new Map<string, string>();

/** The class that stands for an inline style. Equal styles have one class, in every page and build. */
export function styleClass(declarations: string): string {
  let name = known.get(declarations);
  if (name === undefined) {
    name = `s${createHash('sha256').update(declarations).digest('hex').slice(0, 10)}`;
    known.set(declarations, name);
  }
  return name;
}

// A walk of its own: it is many times faster than a general visitor, and sees every node of every formula.
function convert(nodes: readonly RootContent[], classes: Record<string, string>): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const { style, className } = node.properties;
    if (style !== undefined) {
      Reflect.deleteProperty(node.properties, 'style');
      const declarations = style.trim();
      if (declarations !== '') {
        const name = styleClass(declarations);
        classes[name] = declarations;
        node.properties.className = [...(Array.isArray(className) ? className : []), name];
      }
    }
    convert(node.children, classes);
  }
}

/**
 * Turns the inline styles of a tree into classes, in place.
 *
 * `<span class="strut" style="height:0.6833em;">` → `<span class="strut s1f0c8e9a2b">`
 *
 * @returns what the classes stand for.
 */
export function inlineStylesToClasses(tree: Root): StyleClasses {
  const classes: Record<string, string> = {};
  convert(tree.children, classes);
  return classes;
}

/**
 * Rules for classes, in the order of their names.
 *
 * Like the inline styles whose place they take, they win over every class rule of a stylesheet and
 * lose to `!important`: the id in `:not()`, which no element bears, counts as one. (In `:is()` it
 * would too, but browsers look up rules by the class at hand, and try those with `:is()` on every
 * element.) They belong outside of layers.
 */
export const styleSheet = (classes: StyleClasses): string =>
  Object.entries(classes)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, declarations]) => `.${name}:not(#_){${declarations.replace(/;$/u, '')}}`)
    .join('');
