import type { Root } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { visit } from '../visit-tree.ts';
import { placeInFormula } from './equation-place.ts';
import { isDoubtful } from './math-inline.ts';
import { MathSource } from './math-source.ts';

/** Signs that open a formula, in text that Markdown left as text. */
const leftover = /(?<!\\)(?:\\\\)*(?<sign>\${1,2})(?!\$)/gu;
/** What can only be TeX right after a `$`. */
const texAfter = /^(?:[^\s$\p{Script=Han}]*\\[A-Za-z]{2,}|[A-Za-z]'*[_^]\{)/u;

/** TeX before a `$` that must have been meant to close it. */
const texBefore = /\\[A-Za-z]{2,}[^$\n]*$/u;
/** How far it may be away. */
const reach = 200;

/** Reports `$` that was meant to open a formula, and is printed because nothing closes it. */
export function reportLeftovers(tree: Root, source: string, report: (finding: Finding) => void): void {
  const scanned = new MathSource(source);
  visit(tree, 'text', ({ position, value }) => {
    const { start, end } = position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return;
    const written = source.slice(start.offset, end.offset);
    // A caption from an image's title has the place of the whole image.
    if (!value.includes('$') || !written.includes('$')) return;
    for (const match of written.matchAll(leftover)) {
      const sign = match.groups?.sign ?? '';
      const at = match.index + match[0].length - sign.length;
      if (written[at - 1] === '$') continue;
      const place = () => {
        const lines = written.slice(0, at).split('\n');
        const column = (lines.length === 1 ? start.column : 1) + (lines.at(-1)?.length ?? 0);
        return { line: start.line + lines.length - 1, column, length: sign.length };
      };
      const rest = written.slice(at + sign.length, at + reach);
      const before = written.slice(Math.max(0, at - reach), at);
      const isClosing = sign.length === 1 && !/^\d/u.test(rest) && texBefore.test(before);
      if (sign.length === 2 || isClosing || texAfter.test(rest)) {
        report({
          rule: 'math/unclosed',
          message: `This \`${sign}\` has no partner, and is printed with the formula that is beside it.`,
          hint: `put \`${sign}\` at both ends of the formula, or write \`${sign.replaceAll('$', '\\$')}\` for the sign`,
          ...place(),
        });
      } else if (isDoubtful(scanned, start.offset + at)) {
        report({
          rule: 'math/prose',
          message: 'What stands between this `$` and the next reads like a sentence, and is printed as text.',
          hint: 'put words of a formula into `\\text{…}`; write `\\$` for the sign',
          ...place(),
        });
      }
    }
  });
}

/** Parts of HTML in which nothing is a formula. */
const opaque =
  /<!--[\s\S]*?-->|<(?<tag>script|style|pre|code|textarea|kbd)\b[\s\S]*?(?:<\/\k<tag>>|$)|<[^<>]*>/giu;
const formulaInHtml = /\${1,2}(?=[^$\n]*(?:\\[A-Za-z]|[_^]))[^$\n]+\${1,2}|\\\([^\n]+?\\\)|\\\[[^\n]+?\\\]/u;

/** Reports formulas in blocks of HTML, where Markdown reads none and prints them as they are. */
export function reportInHtml(tree: Root, report: (finding: Finding) => void): void {
  visit(tree, 'html', ({ value, position }, _index, parent) => {
    const start = position?.start;
    // Within a paragraph a node of HTML is one tag.
    if (!start || parent?.type === 'paragraph') return;
    const shown = value.replace(opaque, (part) => part.replace(/[^\n]/gu, ' '));
    const match = formulaInHtml.exec(shown);
    if (!match) return;
    const lines = shown.slice(0, match.index).split('\n');
    report({
      rule: 'math/in-html',
      message: 'Markdown reads no formula in a block of HTML; this one is printed as it is written.',
      hint: 'put a blank line after the opening tag and before the closing one',
      line: start.line + lines.length - 1,
      column: (lines.length === 1 ? start.column : 1) + (lines.at(-1)?.length ?? 0),
      length: match[0].length,
    });
  });
}

/** Reports `%` after a number where it hides the rest of its line; KaTeX itself tells of the last line. */
export function reportHidden(tree: Root, source: string, report: (finding: Finding) => void): void {
  visit(tree, ['math', 'inlineMath'], (visited) => {
    const node = visited as Math | InlineMath;
    for (const match of node.value.matchAll(/(?<=\d)%(?=[^\n]*\n)/gu)) {
      const { line, column } = node.position?.start ?? {};
      report({
        rule: 'math/strict',
        message: 'This `%` begins a comment: TeX drops it and all that follows on its line.',
        hint: 'a bare `%` hides all that follows; write `\\%`',
        length: 1,
        ...(placeInFormula(node, source, match.index) ?? { line, column }),
      });
    }
  });
}
