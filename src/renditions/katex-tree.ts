import type { Element, ElementContent } from 'hast';
import katex, { type KatexOptions } from 'katex';
import { type StyleClasses, styleClass } from './inline-style-classes.ts';

/** KaTeX's output for a formula, ready to be printed. */
export interface KatexMarkup {
  /** With classes in place of inline styles. */
  readonly html: string;
  /** The MathML in it, without the copy of the TeX. */
  readonly math: Element;
  readonly styles: StyleClasses;
}

type Attributes = Readonly<Record<string, string | number>>;

/** What KaTeX builds before it prints: one of the classes below, or a fragment, which is its children. */
interface BuildNode {
  readonly children?: readonly BuildNode[];
  readonly toMarkup: () => string;
}

/** `<span>`, `<a>` and `<svg>`; the last has neither classes nor style. */
interface BuildElement extends BuildNode {
  readonly children: readonly BuildNode[];
  readonly classes?: readonly string[];
  readonly style?: Attributes;
  readonly attributes: Attributes;
}

/** One sign: text, in a `<span>` where it has classes or styles. */
interface BuildSymbol extends BuildNode {
  readonly text: string;
  /** Italic correction, in em. */
  readonly italic: number;
  readonly classes: readonly string[];
  readonly style: Attributes;
}

/** An element of MathML. */
interface BuildMath extends BuildNode {
  readonly type: string;
  readonly children: readonly BuildNode[];
  readonly classes: readonly string[];
  readonly attributes: Attributes;
}

type Constructor<Built> = abstract new (...parameters: never) => Built;

const { __renderToDomTree: buildTree, __domTree: kinds } = katex as unknown as {
  readonly __renderToDomTree: (tex: string, options: KatexOptions) => BuildNode;
  readonly __domTree: {
    readonly Span: Constructor<BuildElement>;
    readonly Anchor: Constructor<BuildElement>;
    readonly SymbolNode: Constructor<BuildSymbol>;
    readonly SvgNode: Constructor<BuildElement>;
  };
};

/** Thrown where a formula has what is not printed here. */
class Unprintable extends Error {}

const escapes: Readonly<Record<string, string>> = { '<': '&#x3C;', '&': '&#x26;', '"': '&#x22;' };
const escape = (sign: string): string => escapes[sign] ?? sign;
const printText = (text: string): string => (/[<&]/u.test(text) ? text.replace(/[<&]/gu, escape) : text);
const printValue = (text: string): string => (/["&]/u.test(text) ? text.replace(/["&]/gu, escape) : text);

const propertyNames = new Map<string, string>();

/** `marginRight` → `margin-right` */
function propertyName(name: string): string {
  let known = propertyNames.get(name);
  if (known === undefined) {
    known = name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
    propertyNames.set(name, known);
  }
  return known;
}

function declarationsOf(style: Attributes): string {
  let text = '';
  // There are some hundred styles in a formula, most of them empty.
  for (const name in style) {
    const value = style[name];
    if (value !== undefined) text += `${propertyName(name)}:${String(value)};`;
  }
  return text;
}

/** KaTeX's own precision. */
const em = (length: number): string => `${String(Number(length.toFixed(4)))}em`;

/** Elements of MathML with text, in which a parser of HTML reads HTML. */
const textual = /^m(?:i|o|n|s|text)$/u;

const isMath = (node: BuildNode): node is BuildMath => 'type' in node && 'attributes' in node;

const isFragment = (node: BuildNode): node is BuildNode & { readonly children: readonly BuildNode[] } =>
  node.children !== undefined && 'maxFontSize' in node;

/** Prints a space of MathML: as a character, where there is one of its width. */
function printSpace(
  { character, width }: { readonly character: unknown; readonly width: unknown },
  siblings: ElementContent[],
  parent: string,
): string {
  if (typeof character === 'string') {
    const text: ElementContent = { type: 'text', value: character };
    siblings.push({ type: 'element', tagName: 'mtext', properties: {}, children: [text] });
    return `<mtext>${character}</mtext>`;
  }
  // There HTML knows no element that closes itself: what follows would be read as its content.
  if (textual.test(parent)) throw new Unprintable();
  const properties = { width: em(Number(width)) };
  siblings.push({ type: 'element', tagName: 'mspace', properties, children: [] });
  return `<mspace width="${properties.width}"></mspace>`;
}

/** Prints what KaTeX has built. */
class Printer {
  readonly styles: Record<string, string> = {};
  math: Element | undefined;

  /** The attributes of an element, with a class in place of a style; it comes last where there is no other class. */
  #attributes(attributes: Attributes, classes: readonly string[], declarations: string): string {
    let own = '';
    if (declarations !== '') {
      own = styleClass(declarations);
      this.styles[own] = declarations;
    }
    let text = '';
    if (classes.length > 0) {
      let names = '';
      for (const name of classes) if (name !== '') names += names === '' ? name : ` ${name}`;
      text = ` class="${printValue(names)}${names && own ? ' ' : ''}${own}"`;
    }
    for (const name in attributes) text += ` ${name}="${printValue(String(attributes[name]))}"`;
    return own !== '' && classes.length === 0 ? `${text} class="${own}"` : text;
  }

  #symbol({ text, italic, classes, style }: BuildSymbol): string {
    const correction = italic > 0 ? `margin-right:${em(italic)};` : '';
    const own = this.#attributes({}, classes, correction + declarationsOf(style));
    return own === '' ? printText(text) : `<span${own}>${printText(text)}</span>`;
  }

  #element(name: string, element: BuildElement): string {
    const { children, classes = [], style: own = {} } = element;
    // A drawing has its style among its attributes.
    const { style = '', ...others } = element.attributes;
    const attributes = this.#attributes(others, classes, declarationsOf(own) + String(style));
    return `<${name}${attributes}>${this.#list(children)}</${name}>`;
  }

  print(node: BuildNode): string {
    if (node instanceof kinds.SymbolNode) return this.#symbol(node);
    if (node instanceof kinds.Span) return this.#element('span', node);
    if (node instanceof kinds.Anchor) return this.#element('a', node);
    if (node instanceof kinds.SvgNode) {
      const attributes = { xmlns: 'http://www.w3.org/2000/svg', ...node.attributes };
      return this.#element('svg', { ...node, attributes });
    }
    if (isMath(node)) return this.#formula(node);
    if (isFragment(node)) return this.#list(node.children);
    // Lines and outlines of drawings.
    const [, name, attributes] = /^<(path|line)([^<>&]*)\/>$/u.exec(node.toMarkup()) ?? [];
    if (name === undefined || attributes === undefined) throw new Unprintable();
    return `<${name}${attributes}></${name}>`;
  }

  #list(nodes: readonly BuildNode[]): string {
    let text = '';
    for (const node of nodes) text += this.print(node);
    return text;
  }

  /** The `<math>` of a formula. What is left of the pair of formula and copy needs no element around both. */
  #formula(math: BuildMath): string {
    const [semantics] = math.children;
    if (this.math || math.type !== 'math' || !semantics || !isMath(semantics)) throw new Unprintable();
    const [body, copy] = semantics.children;
    if (semantics.type !== 'semantics' || !body || !copy || !isMath(copy)) throw new Unprintable();
    const children: ElementContent[] = [];
    const seen = this.#math(body, children, 'math');
    const open = `<math${this.#attributes(math.attributes, [], '')}>`;
    this.math = { type: 'element', tagName: 'math', properties: { ...math.attributes }, children };
    return `${open}<semantics>${seen}${this.#math(copy, [], 'semantics')}</semantics></math>`;
  }

  /** Prints a node of MathML, and adds it to the tree that is read for its text. */
  #math(node: BuildNode, siblings: ElementContent[], parent: string): string {
    if (isMath(node)) {
      const { type, classes } = node;
      // Numbers of rows stand in the other half, and take a tree to be put here.
      if (classes.length > 0) throw new Unprintable();
      const { style = '', ...properties } = node.attributes;
      const children: ElementContent[] = [];
      const inner = this.#mathList(node.children, children, type);
      siblings.push({ type: 'element', tagName: type, properties, children });
      return `<${type}${this.#attributes(properties, [], String(style))}>${inner}</${type}>`;
    }
    if ('text' in node) {
      const value = String(node.text);
      siblings.push({ type: 'text', value });
      return printText(value);
    }
    if (node.children) return this.#mathList(node.children, siblings, parent);
    if (!('character' in node && 'width' in node)) throw new Unprintable();
    return printSpace(node, siblings, parent);
  }

  #mathList(nodes: readonly BuildNode[], siblings: ElementContent[], parent: string): string {
    let text = '';
    for (const node of nodes) text += this.#math(node, siblings, parent);
    return text;
  }
}

/**
 * Renders a formula by printing what KaTeX builds: what KaTeX prints itself would have to be parsed to
 * have classes in place of styles, and text of its MathML.
 *
 * @returns nothing where it holds what is not printed here, or what takes a tree to put right.
 * @throws {katex.ParseError} where KaTeX cannot read it.
 */
export function renderKatex(tex: string, options: KatexOptions): KatexMarkup | undefined {
  const built = buildTree(tex, { ...options, throwOnError: true });
  const printer = new Printer();
  try {
    const html = printer.print(built);
    const { math, styles } = printer;
    return math && { html, math, styles };
  } catch (error) {
    if (error instanceof Unprintable) return undefined;
    throw error;
  }
}
