import type { Code, Paragraph, Root } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import type { VFile } from 'vfile';
import { SKIP, visit } from '../visit-tree.ts';
import { type ArticleContext, contextOf } from './context.ts';
import { blockFormula } from './math-block.ts';
import { cleanTex, withoutDoubling, withoutZeroWidth, withTableBars } from './math-clean.ts';
import { formulaTail, withPunctuation } from './math-ending.ts';
import { reportHidden, reportInHtml, reportLeftovers } from './math-leftovers.ts';
import { labelData, liftDisplays } from './math-lift.ts';
import { MathSource } from './math-source.ts';
import { offenceProperties } from './offence.ts';

type SourceOf = (node: Code | Math | InlineMath) => string;

/** What follows the closing sign of a display formula; nothing where the sign itself is missing. */
function endOf(written: string): ReturnType<typeof formulaTail> {
  const open = /^(?:\${2,}|\\{1,2}\[)/u.exec(written)?.[0];
  const close = open?.startsWith('\\') ? open.replace('[', ']') : open;
  const name = /^\\begin\s*\{(?<name>[^{}]*)\}/u.exec(written)?.groups?.name;
  const sign = close ?? `\\end{${name ?? ''}}`;
  const at = written.lastIndexOf(sign);
  const isSame = at < (open?.length ?? 1);
  return isSame ? undefined : formulaTail(written.slice(at + sign.length));
}

/** A formula of what was written as code: a fence ` ```math `, or a formula so far indented that it is code. */
function formulaOfCode(node: Code, written: string): Math | undefined {
  const fence = /^(?<sign>`{3,}|~{3,})/u.exec(written)?.groups?.sign;
  const value = node.value.trim();
  const isMath = fence
    ? node.lang === 'math' && written.trimEnd().endsWith(fence)
    : node.lang == null && /^\${2}[^$]+\${2}$/u.test(value);
  if (!isMath) return undefined;
  const label = /(?:^|\s|\{)#(?<id>[^\s{}]+)/u.exec(node.meta ?? '')?.groups?.id;
  return {
    type: 'math',
    value: fence ? node.value : cleanTex(value.slice(2, -2)),
    ...(node.position ? { position: node.position } : {}),
    ...labelData(label),
  };
}

/** What the author wrote of a formula without end, for the reader to see. */
function asText(
  { value, position }: Math,
  sign: string,
  written: string,
  language: ArticleContext['language'],
): Paragraph {
  const isFence = sign.startsWith('$') && /^[ \t]*\r?(?:\n|$)/u.test(written.slice(sign.length));
  const text = sign.startsWith('$') ? `${sign}${isFence && value !== '' ? '\n' : ''}${value}` : value;
  return {
    type: 'paragraph',
    data: { hProperties: offenceProperties(language) },
    children: [{ type: 'text', value: text }],
    ...(position ? { position } : {}),
  };
}

/** Display formulas as Markdown found them: their tails read, those without an end reported. */
function readBlocks(tree: Root, source: string, sourceOf: SourceOf, context: ArticleContext): void {
  const { report, language } = context;
  const scanned = new MathSource(source);
  /** Where a formula was to end that a list or block quote has cut short. */
  let cutUpTo = 0;
  visit(tree, ['math', 'code'], (visited, index, parent) => {
    const node = visited as Math | Code;
    if (!parent || index === undefined) return;
    const written = sourceOf(node);
    if (node.type === 'code') {
      const formula = formulaOfCode(node, written);
      if (formula) parent.children[index] = formula;
      return;
    }
    const end = endOf(written);
    if (end) {
      const tex = written.startsWith('\\\\[') ? withoutDoubling(node.value) : node.value;
      node.value = withPunctuation(tex.replace(/^[ \t]+/u, '').trimEnd(), end.punctuation);
      Object.assign(node, labelData(end.label));
      return;
    }
    const { line, column, offset = 0 } = node.position?.start ?? {};
    const sign = /^(?:\${2,}|\\{1,2}\[|\\begin\s*\{[^{}]*\})/u.exec(written)?.[0] ?? '$$';
    parent.children[index] = asText(node, sign, written, language);
    if (offset < cutUpTo) return;
    const meant = blockFormula(scanned, offset);
    const isCut = meant?.isClosed === true;
    if (isCut) cutUpTo = meant.end;
    report({
      rule: 'math/unclosed',
      message: isCut
        ? 'A line of this formula leaves the list or block quote that the formula is in, and ends it.'
        : 'The display formula opened here is never closed.',
      hint: isCut
        ? 'indent all lines of the formula like the first, or begin them with `>`'
        : `put \`${sign.startsWith('$') ? sign : sign.replace('begin', 'end').replace('[', ']')}\` on a line of its own after the formula`,
      line,
      column,
      length: sign.length,
    });
  });
}

/** Formulas within text as TeX: without the escapes of the place they stand in. */
function cleanInline(tree: Root, sourceOf: SourceOf): void {
  visit(tree, ['tableCell', 'inlineMath'], (node) => {
    if (node.type === 'tableCell') {
      visit(node, 'inlineMath', (formula) => {
        formula.value = withTableBars(formula.value);
      });
    } else if (node.type === 'inlineMath') {
      const doubled = sourceOf(node).startsWith('\\\\');
      node.value = cleanTex(doubled ? withoutDoubling(node.value) : node.value);
    }
  });
}

/**
 * Completes what `remark-math-syntax` has found: makes display formulas of those that were meant as such,
 * with the label and the punctuation beside them, and of fences ` ```math `; reports those without an end.
 *
 * `$$E = mc^2$$，` alone on a line → a display formula that ends with the comma · `因此 $$⏎x⏎$$ 成立` → two
 * paragraphs and a display formula between
 */
export function remarkDisplayMath() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const { report } = context;
    const source = String(file);
    const sourceOf: SourceOf = ({ position }) => source.slice(position?.start.offset, position?.end.offset);

    reportLeftovers(tree, source, report);
    reportInHtml(tree, report);
    readBlocks(tree, source, sourceOf, context);
    cleanInline(tree, sourceOf);
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      const pieces = liftDisplays(paragraph, sourceOf);
      if (!pieces || !parent || index === undefined) return undefined;
      parent.children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
    visit(tree, 'math', (node) => {
      node.value = withoutZeroWidth(node.value);
    });
    reportHidden(tree, source, report);
  };
}
