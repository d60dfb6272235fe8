import type { Element, ElementContent, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { visit } from '../visit-tree.ts';

/** What is published of the HTML that a program printed: its text and its tables, not its looks. */
const schema: Schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== 'input'),
  // Identifiers of two outputs may be the same.
  attributes: {
    a: ['href'],
    img: ['src', 'alt', 'width', 'height'],
    td: ['colSpan', 'rowSpan', 'align'],
    th: ['colSpan', 'rowSpan', 'align', 'scope'],
    ol: ['start'],
    details: ['open'],
    abbr: ['title'],
  },
  clobber: [],
  required: {},
  strip: ['script', 'style', 'template', 'noscript', 'svg', 'math', 'title', 'button', 'select', 'textarea'],
  protocols: { ...defaultSchema.protocols, src: ['http', 'https'] },
};

const isElement = (node: Nodes, name: RegExp): node is Element =>
  node.type === 'element' && name.test(node.tagName);

const textIn = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textIn).join('') : '';

/** Whether there is anything to be seen. */
const shows = (node: Nodes): boolean =>
  node.type === 'text'
    ? node.value.trim() !== ''
    : (isElement(node, /^img$/u) && Boolean(node.properties.src)) ||
      ('children' in node && node.children.some(shows));

const number = /^[-+−]?(?:\d[\d,_ ]*(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?\s*%?$|^[-+−]?(?:nan|inf)$|^<na>$/iu;

const childrenOf = (node: Element | Root, name: RegExp): Element[] =>
  (node.children as ElementContent[]).filter((child): child is Element => isElement(child, name));

const rowsOf = (table: Element): Element[] =>
  childrenOf(table, /^(?:thead|tbody|tfoot|tr)$/u).flatMap((part) =>
    part.tagName === 'tr' ? [part] : childrenOf(part, /^tr$/u),
  );

/** Sets columns of numbers flush right, as programs do by styles, with their heads where these span none. */
function alignNumbers(table: Element): void {
  const rows = rowsOf(table).map((row) => childrenOf(row, /^t[hd]$/u));
  const isPlain = rows.every((row) =>
    row.every(({ properties }) => !properties.colSpan && !properties.rowSpan),
  );
  const numeric = new Map<number, boolean>();
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      delete cell.properties.align;
      const text = textIn(cell).trim();
      if (cell.tagName !== 'td' || text === '') continue;
      const isNumber = number.test(text);
      if (isNumber) cell.properties.align = 'right';
      numeric.set(column, (numeric.get(column) ?? true) && isNumber);
    }
  }
  if (!isPlain) return;
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      if (cell.tagName === 'th' && numeric.get(column)) cell.properties.align = 'right';
    }
  }
}

/** Signs that other parts of the pipeline read; in HTML they may be written by their numbers. */
const meaningful = { anywhere: /[{}$\n]/gu, inText: /[%[\]*_`\\!|]/gu } as const;

const byNumber = (sign: string): string => `&#${String(sign.codePointAt(0))};`;

/** Addresses in attributes stay readable. */
const inReferences = (html: string): string =>
  html
    .replaceAll(/>[^<]*/gu, (text) => text.replaceAll(meaningful.inText, byNumber))
    .replaceAll(meaningful.anywhere, byNumber);

/**
 * The HTML of an output as one line that Markdown takes for a block of HTML, and in which nothing is
 * taken for anything else; nothing where it shows nothing without its scripts.
 *
 * `<style>…</style><table class="dataframe">…` → `<div><table>…</table></div>`
 *
 * @param pictureOf address of a picture that the HTML holds in itself; nothing where it cannot be shown.
 */
export function outputHtml(
  html: string,
  pictureOf: (data: string) => string | undefined,
  alt: string,
): string | undefined {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', (element) => {
    const { src } = element.properties;
    if (element.tagName !== 'img' || typeof src !== 'string' || !src.startsWith('data:')) return;
    element.properties.src = pictureOf(src);
    element.properties.alt ||= alt;
  });
  const clean = sanitize(tree, schema) as Root;
  visit(clean, (node, index, parent) => {
    if (isElement(node, /^table$/u)) alignNumbers(node);
    const isGap = node.type === 'text' && node.value.trim() === '' && node.value.includes('\n');
    if (!isGap || !parent || index === undefined || isElement(parent, /^pre$|^code$/u)) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  if (!shows(clean)) return undefined;
  const line = toHtml(clean).trim();
  return `<div>${inReferences(line)}</div>`;
}
