import { codeLines, formulaLines, isWithin, literalSpans } from './dialect-code.ts';
import { editLine, type LineEdit, newLine, type SourceLine } from './dialect-lines.ts';

// `100%%` and TeX's `%%` are no comments.
const inText = /(?<![\w%\\])%%(?!%)(?:[^%\n]|%(?!%)){1,2000}%%(?![\w%])/gu;

/** Index of the line that ends a comment, or -1 where none does. */
const endOf = (lines: readonly SourceLine[], start: number): number =>
  lines.findIndex(({ text }, index) => index > start && text.trimEnd().endsWith('%%'));

/**
 * Takes out Obsidian's comments, which nobody is meant to read.
 *
 * `正文 %%待查%% 继续` → `正文  继续` · lines from `%%` to `%%` → blank lines
 */
export function dropComments(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(({ text }) => text.includes('%%'))) return lines;
  const isCode = codeLines(lines);
  const isFormula = formulaLines(lines, isCode);
  let end = -1;
  return lines.map((line, index) => {
    if (index <= end) return newLine('', line);
    if (isCode[index] || isFormula[index]) return line;
    if (/^[ \t]*%%(?!.*%%)/u.test(line.text)) {
      end = endOf(lines, index);
      return end < 0 ? line : newLine('', line);
    }
    const spans = literalSpans(line.text);
    const edits = [...line.text.matchAll(inText)]
      .filter((match) => !isWithin(spans, match.index))
      .map(({ index: from, 0: { length } }) => ({ from, to: from + length, text: '' }));
    return editLine(line, edits);
  });
}

/**
 * Makes comments of MDX out of those of HTML, which MDX cannot read.
 *
 * `<!-- 待查 -->` → `{/* 待查 *\/}`
 */
export function translateHtmlComments(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(({ text }) => text.includes('<!--'))) return lines;
  const isCode = codeLines(lines);
  let isOpen = false;
  return lines.map((line, index) => {
    if (!isOpen && (isCode[index] || !line.text.includes('<!--'))) return line;
    const spans = isOpen ? [] : literalSpans(line.text);
    const edits: LineEdit[] = [];
    for (const { index: from, 0: sign } of line.text.matchAll(/<!--|-->|\*\//gu)) {
      const to = from + sign.length;
      if (isOpen && sign === '*/') edits.push({ from, to, text: '* /' });
      if (sign === (isOpen ? '-->' : '<!--') && (isOpen || !isWithin(spans, from))) {
        edits.push({ from, to, text: isOpen ? '*/}' : '{/*' });
        isOpen = !isOpen;
      }
    }
    return editLine(line, edits);
  });
}
