import { articleWords } from './article-words.ts';
import { codeLines } from './dialect-code.ts';
import { editLine, newLine, type SourceLine } from './dialect-lines.ts';
import type { DialectContext } from './dialect-meaning.ts';
import { calloutOf } from './dialect-names.ts';

const head =
  /^(?<quote>(?:[ \t]*>)*)(?<indent>[ \t]*)(?<sign>!!!|\?\?\?\+?)[ \t]+(?<types>[A-Za-z][\w-]*(?:[ \t]+[A-Za-z][\w-]*)*)?[ \t]*(?:"(?<title>.*)")?[ \t]*$/u;

type Language = DialectContext['language'];

/** Words after the type that say where the box stands in MkDocs. */
const placement = /^(?:inline|end)$/u;

const quoteDepth = (text: string): number =>
  /^(?:[ \t]*>)*/u.exec(text)?.[0].replace(/[^>]/gu, '').length ?? 0;

/** Offset after the `>` signs of a line, and after the indent that follows them. */
function indentOf(text: string): { from: number; to: number; width: number } {
  const from = /^(?:[ \t]*>)*/u.exec(text)?.[0].length ?? 0;
  const blanks = /^[ \t]*/u.exec(text.slice(from))?.[0] ?? '';
  return { from, to: from + blanks.length, width: blanks.replaceAll('\t', '    ').length };
}

/** Takes four blanks, or a tab, off the body of an admonition. */
function dedent(line: SourceLine, base: number): SourceLine {
  const { from } = indentOf(line.text);
  const inner = line.text.slice(from + base);
  const step = /^(?: {0,3}\t| {1,4})/u.exec(inner)?.[0].length ?? 0;
  return editLine(line, [{ from: from + base, to: from + base + step, text: '' }]);
}

/** The line that opens the block which an admonition is. */
function blockHead(groups: Record<string, string | undefined>, language: Language): string {
  const { sign = '', types = '', title } = groups;
  const type = types.split(/[ \t]+/u).find((word) => !placement.test(word)) ?? 'note';
  const callout = calloutOf(type, language);
  const words = title ?? callout.title;
  if (sign === '!!!') return `::: ${callout.name} ${words}`.trimEnd();
  const summary = (words || articleWords[language].callouts[callout.name]).replace(/[[\]]/gu, '\\$&');
  return `:::details[${summary}]${sign.endsWith('+') ? '{open}' : ''}`;
}

/** End of the body that follows a head: the first line after it that is neither blank nor indented. */
function endOfBody(lines: readonly SourceLine[], start: number, indent: number, depth: number): number {
  let end = start;
  for (let index = start; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    const { to, width } = indentOf(text);
    const isBlank = to === text.length;
    if (!isBlank && (width < indent + 4 || quoteDepth(text) !== depth)) break;
    if (!isBlank) end = index + 1;
  }
  return end;
}

/** @param depth how many admonitions are around these lines; what is nested too deep stays as it is. */
function translate(lines: readonly SourceLine[], language: Language, depth: number): SourceLine[] {
  const isCode = codeLines(lines);
  const result: SourceLine[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) break;
    const groups = isCode[index] ? undefined : head.exec(line.text)?.groups;
    if (!groups || (groups.types === undefined && groups.title === undefined) || depth > 12) {
      result.push(line);
      continue;
    }
    const { quote = '', indent = '' } = groups;
    const width = indent.replaceAll('\t', '    ').length;
    const end = endOfBody(lines, index + 1, width, quoteDepth(quote));
    const before = quote + indent;
    const body = lines.slice(index + 1, end).map((inner) => dedent(inner, indent.length));
    result.push(
      editLine(line, [{ from: before.length, to: line.text.length, text: blockHead(groups, language) }]),
      ...translate(body, language, depth + 1),
      newLine(`${before}:::`, line, before.length + 1),
    );
    index = end - 1;
  }
  return result;
}

/**
 * Translates the admonitions of MkDocs, whose body is indented by four blanks.
 *
 * `!!! note "标题"` → `::: note 标题` … `:::` · `??? tip "标题"` → `:::details[标题]`, open with `???+`
 */
export const translateAdmonitions = (
  lines: readonly SourceLine[],
  { language }: Pick<DialectContext, 'language'>,
): readonly SourceLine[] =>
  lines.some(({ text }) => /^[ \t>]*(?:!!!|\?\?\?)/u.test(text)) ? translate(lines, language, 0) : lines;
