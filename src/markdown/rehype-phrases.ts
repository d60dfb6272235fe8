import type { Element, ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { phraseBreaks } from '../phrases.ts';
import { visit } from '../visit-tree.ts';
import { contextOf } from './context.ts';

/** Elements of a heading whose text is read with it. */
const inline = new Set(['a', 'b', 'del', 'em', 'i', 'ins', 'mark', 'q', 's', 'small', 'strong', 'u']);

/** Stands for code, a formula, and whatever else is no text of the heading. */
const barrier = '\uFFFC';
/** Stands for a citation or the number of a note, which no line begins with. */
const mark = ')';

const hasClass = ({ properties }: Element, name: string): boolean =>
  Array.isArray(properties.className) && properties.className.includes(name);

/** Emphasis, links, spans of English, and the section's number with the blank after it. */
const isOpen = (element: Element): boolean =>
  inline.has(element.tagName) ||
  (element.tagName === 'span' &&
    (element.properties.lang !== undefined || hasClass(element, 'section-number')));

const textOf = (node: ElementContent): string => {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return barrier;
  if (isOpen(node)) return node.children.map(textOf).join('');
  return node.tagName === 'sup' || hasClass(node, 'citation') ? mark : barrier;
};

/** Hidden from screen readers, which would make a blank of it in the name of the heading. */
const wbr = (): Element => ({
  type: 'element',
  tagName: 'wbr',
  properties: { ariaHidden: 'true' },
  children: [],
});

/** Puts `<wbr>` into a part of a heading that begins at a place of its text. */
function cut(parent: Element, start: number, breaks: ReadonlySet<number>): void {
  const children: ElementContent[] = [];
  let place = start;
  for (const child of parent.children) {
    const length = textOf(child).length;
    if (child.type === 'text') {
      let from = 0;
      for (let at = 0; at < length; at += 1) {
        if (!breaks.has(place + at)) continue;
        if (at > from) children.push({ type: 'text', value: child.value.slice(from, at) });
        children.push(wbr());
        from = at;
      }
      if (from < length) children.push({ type: 'text', value: child.value.slice(from) });
    } else {
      if (child.type === 'element' && isOpen(child)) cut(child, place, breaks);
      else if (breaks.has(place)) children.push(wbr());
      children.push(child);
    }
    place += length;
  }
  parent.children = children;
}

/**
 * Says in headings of a Chinese article where a line may end: between phrases, so that no word is cut.
 *
 * `<h2>给大模型多装几个解码头</h2>` → `<h2>给大模型<wbr>多装几个<wbr>解码头</h2>`
 */
export function rehypePhrases() {
  return (tree: Root, file: VFile): void => {
    if (contextOf(file).language !== 'zh') return;
    visit(tree, 'element', (element) => {
      if (!/^h[1-6]$/u.test(element.tagName)) return;
      const breaks = phraseBreaks(element.children.map(textOf).join(''));
      if (breaks.length > 0) cut(element, 0, new Set(breaks));
    });
  };
}
