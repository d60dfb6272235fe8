import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { KatexOptions } from 'katex';
import rehypeKatex from 'rehype-katex';
import { unified } from 'unified';
import { EXIT, visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { inlineStylesToClasses, type StyleClasses } from './inline-style-classes.ts';
import { mathmlToText } from './mathml-text.ts';
import { fillRowTags } from './tex-row-tags.ts';

/** A formula to be rendered. */
export interface FormulaRequest {
  readonly tex: string;
  readonly display: boolean;
  readonly macros: Readonly<Record<string, string>>;
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
  /** MathML alone, for feeds. */
  readonly mathml: string;
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
function treeOf({ tex, display }: FormulaRequest): Root {
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

function findMathml(tree: Root): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'math') return undefined;
    found = element;
    return EXIT;
  });
  return found;
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

/**
 * Renders a formula with rehype-katex in a tree of its own.
 *
 * Never throws for what an author wrote: what is wrong comes back under `problems`. The macros are
 * copied, because KaTeX writes the definitions of `\gdef` into the object it is given.
 */
export function renderFormula(request: FormulaRequest): Formula {
  const problems: FormulaProblem[] = [];
  const options: KatexOptions = {
    macros: { ...request.macros },
    strict: (code, message, token) => {
      const loc = token?.loc;
      const place = loc ? { offset: loc.start, length: loc.end - loc.start } : {};
      problems.push({ kind: 'strict', code, message, ...place });
      return 'ignore' as const;
    },
  };
  const file = new VFile();
  const tree = unified().use(rehypeKatex, options).runSync(treeOf(request), file) as Root;
  const failure = file.messages[0]?.cause;
  if (failure instanceof Error) problems.unshift(problemOf(failure, request.tex));
  fillRowTags(tree);
  const styles = inlineStylesToClasses(tree);
  const math = findMathml(tree);
  const spoken = math && withoutAnnotation(math);
  return {
    kind: 'formula',
    tex: request.tex,
    display: request.display,
    html: toHtml(tree),
    mathml: spoken ? toHtml(spoken) : '',
    text: spoken ? mathmlToText(spoken) : request.tex,
    styles,
    problems,
  };
}
