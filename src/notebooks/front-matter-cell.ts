import { newLine, type SourceLine } from '../markdown/dialect-lines.ts';
import { entryOf, type JsonNode } from './json-tree.ts';
import type { Cell, Notebook } from './notebook.ts';
import type { NotebookText } from './notebook-text.ts';

/** Front matter as lines of YAML between their fences, and whether the first cell is used up by it. */
export interface NotebookHead {
  readonly lines: readonly SourceLine[];
  readonly isFirstCell: boolean;
}

const isFence = ({ text }: SourceLine): boolean => /^---[ \t]*$/u.test(text);
const isEnd = ({ text }: SourceLine): boolean => /^(?:---|\.\.\.)[ \t]*$/u.test(text);
const isKey = ({ text }: SourceLine): boolean => /^(?:[\w"'-]+[ \t]*:|#|[ \t]*$)/u.test(text);

/**
 * The front matter in a cell: all of a raw one that begins with a fence or a key, or that of Markdown
 * between fences.
 */
function inCell(cell: Cell, file: NotebookText): readonly SourceLine[] | undefined {
  if (cell.type !== 'raw' && cell.type !== 'markdown') return undefined;
  const lines = file.lines(cell.source);
  const [first, second] = lines;
  const last = lines.at(-1);
  if (!first || !last) return undefined;
  const end = lines.findIndex((line, index) => index > 0 && isEnd(line));
  if (cell.type === 'markdown') {
    return isFence(first) && end > 0 && second && isKey(second) ? lines.slice(0, end + 1) : undefined;
  }
  if (isFence(first)) return lines;
  const isYaml = /^(?:title|date|tags|authors?|description|draft|slug|series)[ \t]*:/u.test(first.text);
  return isYaml ? [newLine('---', first), ...lines, newLine('---', last)] : undefined;
}

/** Keys of a notebook's own metadata that say of an article what ours do. */
const commonKeys = ['title', 'authors', 'author', 'date', 'description', 'tags', 'keywords'];

/** A part of the file as it is, in lines. JSON is YAML. */
function asItIs(file: NotebookText, { start, end }: JsonNode): SourceLine[] {
  const place = file.placeOf(start);
  return file.text
    .slice(start, end)
    .split(/\r\n|\n|\r/u)
    .map((text, row) => {
      const before = row === 0 ? place.column : 1;
      const columns = Array.from({ length: text.length }, (_, offset) => before + offset);
      return { text, line: place.line + row, columns };
    });
}

const isEmpty = (file: NotebookText, node: JsonNode): boolean =>
  ['""', 'null', '[]', '{}'].includes(file.text.slice(node.start, node.end));

function inMetadata({ file, metadata }: Notebook): SourceLine[] {
  const own = entryOf(metadata, 'downlink');
  if (own?.entries) {
    const lines = asItIs(file, own);
    const [first = { text: '', line: 1 }] = lines;
    return [newLine('---', first), ...lines, newLine('---', lines.at(-1) ?? first)];
  }
  const given = commonKeys.flatMap((key) => {
    const node = entryOf(metadata, key);
    return node && !isEmpty(file, node) ? [{ key, node }] : [];
  });
  const [first] = given;
  if (!first) return [];
  const place = { text: '', line: file.placeOf(first.node.start).line };
  const lines = given.flatMap(({ key, node }) => {
    const value = asItIs(file, node);
    const [begin = place] = value;
    return [newLine(`"${key}":`, begin), ...value, newLine(',', value.at(-1) ?? begin)];
  });
  return [newLine('---', place), newLine('{', place), ...lines, newLine('}', place), newLine('---', place)];
}

/**
 * The front matter of a notebook: its first cell, raw or Markdown, else `downlink` in its metadata, else
 * what these say under common keys. No line where it has none.
 */
export function headOf(notebook: Notebook): NotebookHead {
  const [first] = notebook.cells;
  const lines = first && inCell(first, notebook.file);
  return lines ? { lines, isFirstCell: true } : { lines: inMetadata(notebook), isFirstCell: false };
}
