import type { Finding } from '../diagnostics/diagnostic.ts';
import { codeLines, formulaLines, isWithin, literalSpans } from './dialect-code.ts';
import { editLine, newLine, placeInLine, type SourceLine } from './dialect-lines.ts';

type Report = (finding: Finding) => void;

const name = '[.#][^\\s.#{}"\'=,]+';
const pair = '[A-Za-z][\\w-]*=(?:"[^"\\n]*"|\'[^\'\\n]*\'|[^\\s{}"\',.#]+)';
/** No two ways lead through one text, so that a list without an end takes no time. */
const attributes = (first: string): string =>
  `\\{:[ \\t]*(?<list>(?:${first})(?:[ \\t]*${name}|[ \\t]+${pair})*)[ \\t]*\\}`;
/** On a line of its own, for the block before it; a word alone stands for a list that is defined elsewhere. */
const ownLine = new RegExp(
  `^(?<before>[ \\t>]*)${attributes(`${name}|${pair}|[A-Za-z][\\w-]*`)}[ \\t]*$`,
  'u',
);
/** Right after emphasis, code, a link or an image, or at the end of a heading. */
const inText = new RegExp(
  `(?:(?<=[)\\]*_\`])|(?<=^[ \\t>]*#{1,6}[ \\t][^\\n]{0,300})[ \\t]+)${attributes(`${name}|${pair}`)}`,
  'gu',
);
/** `{:toc}`: the page lists its headings anyway. */
const contents = /^\s*toc\s*$/iu;

/** The id of an attribute list, and whether something else stands in it. */
function readList(written: string): { id: string | undefined; rest: string } {
  const id = /(?:^|\s)#(?<id>[^\s.#{}]+)|\bid=["']?(?<quoted>[^\s"']+)/u.exec(written);
  const rest = id ? written.replace(id[0], ' ') : written;
  return { id: id?.groups?.id ?? id?.groups?.quoted, rest: rest.trim() };
}

function tellRest(rest: string, line: SourceLine, from: number, to: number, report: Report): void {
  if (rest === '' || contents.test(rest)) return;
  report({
    rule: 'dialect/unsupported',
    message: `The attributes \`${rest}\` of kramdown are not used.`,
    hint: 'of an attribute list only the id is read: {: #id}',
    ...placeInLine(line, from, to),
  });
}

const isHeading = (text: string): boolean => /^[ \t>]*#{1,6}[ \t]/u.test(text);
const isTable = (text: string): boolean => /^[ \t>]*\|/u.test(text);

/** Attribute lists in a line of text. */
function translateText(line: SourceLine, report: Report): SourceLine {
  if (!line.text.includes('{:')) return line;
  const spans = literalSpans(line.text);
  const found = [...line.text.matchAll(inText)].filter((match) => !isWithin(spans, match.index));
  return editLine(
    line,
    found.map(({ index: from, 0: { length }, groups }) => {
      const { id, rest } = readList(groups?.list ?? '');
      tellRest(rest, line, from, from + length, report);
      const isEnd = isHeading(line.text) && line.text.slice(from + length).trim() === '';
      const anchor = `<span id="${id ?? ''}"></span>`;
      return { from, to: from + length, text: id === undefined ? '' : isEnd ? ` {#${id}}` : anchor };
    }),
  );
}

/**
 * Translates attribute lists of kramdown: the id is used, the rest dropped and reported.
 *
 * `## 方法` and below it `{: #method .wide}` → `## 方法 {#method}`
 */
export function translateAttributeLists(lines: readonly SourceLine[], report: Report): readonly SourceLine[] {
  if (!lines.some(({ text }) => text.includes('{:'))) return lines;
  const isCode = codeLines(lines);
  const isFormula = formulaLines(lines, isCode);
  const result: SourceLine[] = [];
  for (const [index, line] of lines.entries()) {
    const match = isCode[index] ? null : ownLine.exec(line.text);
    if (!match) {
      result.push(isCode[index] || isFormula[index] ? line : translateText(line, report));
      continue;
    }
    const { before = '', list: written = '' } = match.groups ?? {};
    const { id, rest } = readList(written);
    tellRest(rest, line, before.length, line.text.trimEnd().length, report);
    const last = result.at(-1);
    if (contents.test(written) && last && /^\s*(?:[-*+]|\d+\.)\s+\S[^\n]*$/u.test(last.text)) {
      // The item above only holds the place of the contents.
      result[result.length - 1] = newLine('', last);
    }
    if (id !== undefined && last && isHeading(last.text)) {
      const end = last.text.trimEnd().length;
      result[result.length - 1] = editLine(last, [{ from: end, to: last.text.length, text: ` {#${id}}` }]);
      result.push(newLine('', line));
    } else if (id !== undefined && !(last && isTable(last.text))) {
      result.push(newLine(`${before}<span id="${id}"></span>`, line));
    } else result.push(newLine(before.trimEnd(), line));
  }
  return result;
}
