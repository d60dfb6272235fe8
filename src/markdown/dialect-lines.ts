import type { Finding } from '../diagnostics/diagnostic.ts';

/** A line on its way through the translation of dialects. */
export interface SourceLine {
  readonly text: string;
  /** 1-based line of the author's file that it comes from. */
  readonly line: number;
  /** 1-based column in that line of each character; absent where they are the same. */
  readonly columns?: readonly number[];
}

/** A piece of a line that is replaced: from one offset up to another. */
export interface LineEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A source as lines, each with its own place. */
export const sourceLines = (source: string): SourceLine[] =>
  source.split(/\r\n|\n|\r/u).map((text, index) => ({ text, line: index + 1 }));

/** Column in the author's file of an offset in a line; one past the end is a place too. */
export const columnAt = ({ text, columns }: SourceLine, offset: number): number =>
  columns === undefined
    ? offset + 1
    : (columns[offset] ?? (columns.at(-1) ?? 0) + 1 + Math.max(0, offset - text.length));

const columnsOf = ({ text, columns }: SourceLine): readonly number[] =>
  columns ?? Array.from({ length: text.length }, (_, offset) => offset + 1);

/** A line that is not the author's, such as the end of a block, at the place of one that is. */
export const newLine = (text: string, { line }: SourceLine, column = 1): SourceLine => ({
  text,
  line,
  columns: Array.from({ length: text.length }, () => column),
});

/**
 * A line with pieces replaced; what is new stands where the old piece stood.
 *
 * @param edits in the order of the line, none within another.
 */
export function editLine(line: SourceLine, edits: readonly LineEdit[]): SourceLine {
  if (edits.length === 0) return line;
  const old = columnsOf(line);
  const texts: string[] = [];
  const columns: number[] = [];
  let done = 0;
  const keep = (to: number): void => {
    texts.push(line.text.slice(done, to));
    for (let offset = done; offset < to; offset += 1) columns.push(old[offset] ?? 1);
  };
  for (const { from, to, text } of edits) {
    keep(from);
    texts.push(text);
    const column = columnAt(line, from);
    columns.push(...Array.from({ length: text.length }, () => column));
    done = to;
  }
  keep(line.text.length);
  return { text: texts.join(''), line: line.line, columns };
}

/** A part of a line, with other text before it. */
export const cutLine = (line: SourceLine, from: number, to: number, before = ''): SourceLine =>
  editLine(line, [
    { from: 0, to: from, text: before },
    { from: to, to: line.text.length, text: '' },
  ]);

/** Where something in a line stands in the author's file, as a finding wants it. */
export function placeInLine(line: SourceLine, from: number, to: number) {
  const column = columnAt(line, from);
  return { line: line.line, column, length: Math.max(1, columnAt(line, to) - column) };
}

/** A finding about the translated text as one about the author's file. */
export function findingInSource<Placed extends Pick<Finding, 'line' | 'column' | 'length'>>(
  finding: Placed,
  lines: readonly SourceLine[],
): Placed {
  const line = finding.line === undefined ? undefined : lines[finding.line - 1];
  if (!line) return finding;
  const { column = 1, length = 1 } = finding;
  return { ...finding, ...placeInLine(line, column - 1, column - 1 + length) };
}
