import type { Element } from 'hast';
import { type StyleClasses, styleClass } from './inline-style-classes.ts';

/** KaTeX's output for a formula, ready to be printed. */
export interface KatexMarkup {
  /** With classes in place of inline styles. */
  readonly html: string;
  /** The MathML alone, without the copy of the TeX. */
  readonly mathml: string;
  /** The same as a tree. */
  readonly math: Element;
  readonly styles: StyleClasses;
}

/** One tag or one run of text. KaTeX escapes `<` and `>` wherever they are no part of a tag. */
const piece = /<(\/?)([a-zA-Z]+)((?: [a-zA-Z:-]+="[^"]*")*) ?(\/?)>|[^<]+/gu;
const attributePattern = / ([a-zA-Z:-]+)="([^"]*)"/gu;
const entity = /&(?:lt|gt|amp|quot|#x27);/gu;
const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#x27;': "'",
};

const decode = (text: string): string =>
  text.includes('&') ? text.replace(entity, (name) => entities[name] ?? name) : text;

/** Elements of MathML with text, in which a parser of HTML reads HTML. */
const textual = /^m(?:i|o|n|s|text)$/u;

const special = /[<&]/gu;
const escapes: Readonly<Record<string, string>> = { '<': '&#x3C;', '&': '&#x26;', '"': '&#x22;' };
const printText = (text: string): string => text.replace(special, (sign) => escapes[sign] ?? sign);
const printValue = (text: string): string => text.replace(/["&]/gu, (sign) => escapes[sign] ?? sign);

/** Attributes as they are printed, with a class in place of a style. */
function printAttributes(source: string, styles: Record<string, string>): string {
  if (!source.includes(' style="') && !source.includes('&')) return source;
  let attributes = '';
  let hasClass = false;
  let own: string | undefined;
  for (const [, name = '', value = ''] of source.matchAll(attributePattern)) {
    const text = decode(value);
    if (name === 'style') {
      const declarations = text.trim();
      if (declarations === '') continue;
      own = styleClass(declarations);
      styles[own] = declarations;
    } else if (name === 'class') {
      hasClass = true;
      attributes += ` class="${printValue(text)}\u0000"`;
    } else {
      attributes += ` ${name}="${printValue(text)}"`;
    }
  }
  if (own === undefined) return attributes.replace('\u0000', '');
  return hasClass ? attributes.replace('\u0000', ` ${own}`) : `${attributes} class="${own}"`;
}

const propertiesOf = (source: string): Record<string, string> =>
  Object.fromEntries(
    [...source.matchAll(attributePattern)].map(([, name = '', value = '']) => [name, decode(value)]),
  );

/**
 * Reads the string that KaTeX prints, in one pass. KaTeX's markup is regular: quoted attributes, every
 * element closed, five entities; so it need not be parsed as the HTML of a stranger.
 *
 * @returns nothing where it holds what this pass does not know, or what takes a tree to put right.
 */
export function readKatexMarkup(source: string): KatexMarkup | undefined {
  if (source.includes('mml-eqn-num')) return undefined;
  const styles: Record<string, string> = {};
  let html = '';
  let mathStart = -1;
  let mathml = '';
  // Where the copy of the TeX begins; it is in the page, for KaTeX's own clipboard extension alone.
  let annotationStart = -1;
  let math: Element | undefined;
  const open: Element[] = [];
  let end = 0;
  for (const match of source.matchAll(piece)) {
    if (match.index !== end) return undefined;
    const [text, slash, name, attributes = '', selfClosing] = match;
    end += text.length;
    const parent = open.at(-1);
    if (name === undefined) {
      const value = decode(text);
      html += printText(value);
      if (annotationStart < 0) parent?.children.push({ type: 'text', value });
      continue;
    }
    if (slash === '/') {
      html += text;
      if (name === 'annotation') {
        mathml = html.slice(mathStart, annotationStart);
        mathStart = html.length;
        annotationStart = -1;
      } else if (annotationStart < 0) {
        open.pop();
      }
      if (name === 'math') mathml += html.slice(mathStart);
      continue;
    }
    // There HTML knows no element that closes itself: what follows would be read as its content.
    if (selfClosing === '/' && parent && textual.test(parent.tagName)) return undefined;
    if (name === 'math') mathStart = html.length;
    if (name === 'annotation') annotationStart = html.length;
    html += `<${name}${printAttributes(attributes, styles)}>${selfClosing === '/' ? `</${name}>` : ''}`;
    if (annotationStart >= 0 || (name !== 'math' && !parent)) continue;
    const element: Element = {
      type: 'element',
      tagName: name,
      properties: propertiesOf(attributes),
      children: [],
    };
    parent?.children.push(element);
    if (name === 'math') math = element;
    if (selfClosing !== '/') open.push(element);
  }
  if (end !== source.length || !math) return undefined;
  // What is left of the pair of formula and copy has no need of the element around both.
  const [semantics] = math.children;
  if (semantics?.type === 'element' && semantics.tagName === 'semantics') {
    math.children = semantics.children;
    mathml = mathml.replace('<semantics>', '').replace('</semantics>', '');
  }
  return { html, mathml, math, styles };
}
