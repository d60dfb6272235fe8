import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { KatexOptions } from 'katex';
import rehypeKatex from 'rehype-katex';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { EXIT, visit } from '../visit-tree.ts';
import { inlineStylesToClasses, type StyleClasses } from './inline-style-classes.ts';
import { renderKatex } from './katex-tree.ts';
import { mathmlToText } from './mathml-text.ts';
import { marksOf, takeMarks } from './symbol-marks.ts';
import { fillRowTags } from './tex-row-tags.ts';
import type { TexSymbol } from './tex-symbols.ts';

/** A formula to be rendered. */
export interface FormulaRequest {
  readonly tex: string;
  readonly display: boolean;
  readonly macros: Readonly<Record<string, string>>;
  /** Symbols whose uses are marked in the HTML; absent where it uses none, so that it is one with others. */
  readonly symbols?: readonly TexSymbol[];
}

/** What is wrong with a formula, and where in its TeX. */
export interface FormulaProblem {
  readonly kind: 'undefined-command' | 'syntax' | 'strict';
  readonly message: string;
  /** Offset into the TeX, in UTF-16 code units; absent where KaTeX does not tell. */
  readonly offset?: number;
  readonly length?: number;
  /** KaTeX's own name of a strictness rule, such as `commentAtEnd`. */
  readonly code?: string;
}

/** One formula in all the forms that somebody prints. */
export interface Formula {
  readonly kind: 'formula';
  readonly tex: string;
  readonly display: boolean;
  /** KaTeX's HTML with MathML beside it, for pages. */
  readonly html: string;
  /** One readable line of Unicode, for titles, excerpts and search: `W = W₀ + (α/r)BA`. */
  readonly text: string;
  /** What the classes of the HTML stand for that KaTeX's stylesheet does not know. */
  readonly styles: StyleClasses;
  readonly problems: readonly FormulaProblem[];
}

/** KaTeX's parse error as far as it is used here. */
interface KatexError extends Error {
  readonly position?: number;
  readonly length?: number;
  readonly rawMessage?: string;
}

function problemOf(error: KatexError, tex: string): FormulaProblem {
  const message = error.rawMessage ?? error.message;
  const command = /^Undefined control sequence: (\\(?:[A-Za-z@]+|.))/u.exec(message)?.[1];
  if (command === undefined) {
    const { position, length } = error;
    const known = position !== undefined && position <= tex.length;
    return {
      kind: 'syntax',
      message,
      ...(known ? { offset: position, length: length ?? 1 } : {}),
    };
  }
  // Inside a macro's expansion KaTeX counts from the start of the expansion.
  const told = error.position ?? -1;
  const offset = tex.startsWith(command, told) ? told : tex.indexOf(command);
  return {
    kind: 'undefined-command',
    message: `Undefined control sequence ${command}`,
    ...(offset >= 0 ? { offset, length: command.length } : {}),
  };
}

/** The little tree in which rehype-katex finds a formula. */
function treeOf(tex: string, display: boolean): Root {
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: { className: ['language-math', display ? 'math-display' : 'math-inline'] },
    children: [{ type: 'text', value: tex }],
  };
  if (!display) return { type: 'root', children: [code] };
  const pre: Element = { type: 'element', tagName: 'pre', properties: {}, children: [code] };
  return { type: 'root', children: [pre] };
}

function findElement(tree: Root, isMeant: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (element) => {
    if (!isMeant(element)) return undefined;
    found = element;
    return EXIT;
  });
  return found;
}

/** The part of KaTeX's output that is seen. */
const findHtml = (tree: Root): Element | undefined =>
  findElement(
    tree,
    ({ properties: { className } }) => Array.isArray(className) && className.includes('katex-html'),
  );

/** KaTeX's output for some TeX, and what it could not read. */
function render(tex: string, display: boolean, options: KatexOptions): { tree: Root; failure: unknown } {
  const file = new VFile();
  // KaTeX writes the definitions of `\gdef` into the macros it is given.
  const own = { ...options, macros: { ...options.macros } };
  const tree = unified().use(rehypeKatex, own).runSync(treeOf(tex, display), file) as Root;
  return { tree, failure: file.messages[0]?.cause };
}

/** Marks the uses of symbols in what is seen; MathML stays what the author wrote. */
function markUses(tree: Root, { tex, display, macros, symbols = [] }: FormulaRequest): void {
  const seen = findHtml(tree);
  if (!seen || symbols.length === 0) return;
  const { marked, isMark } = marksOf(tex, macros, symbols);
  const second = render(marked, display, { macros, strict: 'ignore', trust: isMark });
  const seenMarked = findHtml(second.tree);
  // Where a mark is in the way of KaTeX there is none.
  if (second.failure !== undefined || !seenMarked) return;
  takeMarks(seenMarked);
  seen.children = seenMarked.children;
}

/** MathML without the copy of the TeX that KaTeX adds for its own clipboard extension. */
function withoutAnnotation(math: Element): Element {
  const [semantics] = math.children;
  if (semantics?.type !== 'element' || semantics.tagName !== 'semantics') return math;
  const children = semantics.children.filter(
    (child: ElementContent) => !(child.type === 'element' && child.tagName === 'annotation'),
  );
  return { ...math, children };
}

/** A formula that needs no tree, by far the most; nothing where it does, or where KaTeX cannot read it. */
function renderPlain(
  { tex, display, macros, symbols = [] }: FormulaRequest,
  options: KatexOptions,
): Made | undefined {
  if (symbols.length > 0) return undefined;
  try {
    return renderKatex(tex, { ...options, macros: { ...macros }, displayMode: display });
  } catch {
    return undefined;
  }
}

/** Renders a formula with rehype-katex in a tree of its own. */
function renderTree(request: FormulaRequest, options: KatexOptions, problems: FormulaProblem[]): Made {
  const { tree, failure } = render(request.tex, request.display, options);
  if (failure instanceof Error) problems.unshift(problemOf(failure, request.tex));
  else markUses(tree, request);
  fillRowTags(tree);
  const styles = inlineStylesToClasses(tree);
  const math = findElement(tree, ({ tagName }) => tagName === 'math');
  return { html: toHtml(tree), math: math && withoutAnnotation(math), styles };
}

/** The part of a formula that differs with the way to it. */
type Made = Pick<Formula, 'html' | 'styles'> & { readonly math: Element | undefined };

/** Renders by one of the ways; nothing where that way does not lead to a formula. */
function formulaBy<Way extends Made | undefined>(
  { tex, display, macros }: FormulaRequest,
  make: (options: KatexOptions, problems: FormulaProblem[]) => Way,
): Formula | Exclude<Way, Made> {
  const problems: FormulaProblem[] = [];
  const options: KatexOptions = {
    macros,
    strict: (code, message, token) => {
      const loc = token?.loc;
      const place = loc ? { offset: loc.start, length: loc.end - loc.start } : {};
      problems.push({ kind: 'strict', code, message, ...place });
      return 'ignore' as const;
    },
  };
  const made = make(options, problems);
  if (!made) return made as Exclude<Way, Made>;
  const { html, math, styles } = made;
  const text = math ? mathmlToText(math) : tex;
  return { kind: 'formula', tex, display, html, text, styles, problems };
}

/** What {@link renderFormula} gives, always by way of a tree. */
export const renderFormulaInTree = (request: FormulaRequest): Formula =>
  formulaBy(request, (options, problems) => renderTree(request, options, problems));

/**
 * Renders a formula: one whose symbols are marked, whose rows have numbers, or that is wrong with
 * rehype-katex in a tree of its own; any other by printing what KaTeX builds, which comes to the same and
 * takes a fraction of the time.
 *
 * Never throws for what an author wrote: what is wrong comes back under `problems`.
 */
export const renderFormula = (request: FormulaRequest): Formula =>
  formulaBy(request, (options) => renderPlain(request, options)) ?? renderFormulaInTree(request);
