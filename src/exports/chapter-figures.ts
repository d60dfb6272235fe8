import type { Element } from 'hast';
import { SKIP, visit } from '../visit-tree.ts';
import { element, find, hasClass, text } from './tree.ts';

/** What is of no use without a script. */
const controls = new Set([
  ...['button', 'canvas', 'fieldset', 'input', 'select', 'textarea', 'script', 'template'],
  ...['audio', 'embed', 'iframe', 'object', 'video'],
]);
const isControl = (node: Element): boolean =>
  controls.has(node.tagName) || hasClass(node, 'self-link') || hasClass(node, 'living-unseen');

/** Roles that say something of what cannot be operated. */
const keptRole = /^(?:doc-|img$|math$|note$)/u;

/** Takes controls out, and what only a script or the page's own styles would use. */
export function withoutControls(prose: Element): void {
  visit(prose, 'element', (node, place, parent) => {
    if (isControl(node) && parent && place !== undefined) {
      parent.children.splice(place, 1);
      return [SKIP, place];
    }
    if (node.tagName === 'details') node.properties.open = true;
    if (['label', 'output'].includes(node.tagName)) node.tagName = 'span';
    return undefined;
  });
}

/** Takes attributes out that a book has no use for. */
export function withoutPageAttributes(prose: Element): void {
  visit(prose, 'element', ({ properties }) => {
    for (const name of Object.keys(properties)) {
      const isAria = name.startsWith('aria') && !['ariaLabel', 'ariaHidden'].includes(name);
      if (isAria || /^(?:data[A-Z]|on[A-Z]|tabIndex$|style$|hidden$|htmlFor$|rel$|disabled$)/u.test(name))
        Reflect.deleteProperty(properties, name);
    }
    if (
      properties.role !== undefined &&
      !(typeof properties.role === 'string' && keptRole.test(properties.role))
    )
      delete properties.role;
  });
}

/** Below the caption of a figure that answers, or below the figure: where it does. */
export function linkLivingFigures(prose: Element, url: string, words: string): void {
  visit(prose, 'element', (node, place, parent) => {
    if (!('dataFigure' in node.properties) || !parent || place === undefined) return undefined;
    const figure = parent.type === 'element' && parent.tagName === 'figure' ? parent : undefined;
    const id = figure?.properties.id;
    const href = typeof id === 'string' ? `${url}#${encodeURIComponent(id)}` : url;
    const link = element('p', { className: ['living-link'] }, [element('a', { href }, [text(words)])]);
    // Nothing may come after a caption.
    const caption = figure && find(figure, ({ tagName }) => tagName === 'figcaption');
    if (caption) caption.children.push(link);
    else parent.children.splice(place + 1, 0, link);
    return SKIP;
  });
}

/** Ids of all elements of a chapter. */
export function idsOf(tree: Element): Set<string> {
  const ids = new Set<string>();
  visit(tree, 'element', ({ properties }) => {
    if (typeof properties.id === 'string') ids.add(properties.id);
  });
  return ids;
}

/** Whether a chapter has an element of that name. */
export const hasElement = (tree: Element, name: string): boolean =>
  find(tree, ({ tagName }) => tagName === name) !== undefined;
