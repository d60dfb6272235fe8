import type { Element, ElementContent } from 'hast';
import { visit } from '../visit-tree.ts';
import { element, hasClass, text } from './tree.ts';

/** What a role of a book is called by `epub:type`, which older readers know alone. */
const types: Readonly<Record<string, string>> = {
  'doc-biblioref': 'biblioref',
  'doc-backlink': 'backlink',
  'doc-noteref': 'noteref',
};

const isElement = (node: ElementContent): node is Element => node.type === 'element';

/** The notes of a list one by one, each with its number, as readers show them beside the text. */
function notesOf(list: Element): Element[] {
  return list.children.filter(isElement).map((item, place) => {
    const number = element('span', { className: ['note-number'] }, [text(`${String(place + 1)}. `)]);
    const blocks = item.children.filter(isElement);
    blocks[0]?.children.unshift(number);
    return element(
      'aside',
      { ...item.properties, 'epub:type': 'footnote', role: 'doc-footnote' },
      item.children,
    );
  });
}

/** Says of references, works and notes what they are. */
export function notesOfBook(prose: Element): void {
  visit(prose, 'element', (node) => {
    const { properties } = node;
    if ('dataFootnoteRef' in properties) properties.role = 'doc-noteref';
    if ('dataFootnoteBackref' in properties) properties.role = 'doc-backlink';
    const type = types[String(properties.role)];
    if (type !== undefined) properties['epub:type'] = type;
    if (hasClass(node, 'references')) properties['epub:type'] = 'bibliography';
    if ('dataFootnotes' in properties)
      node.children = node.children.flatMap((child) =>
        isElement(child) && child.tagName === 'ol' ? notesOf(child) : [child],
      );
  });
}
