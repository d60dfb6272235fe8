import type { SourceLine } from '../markdown/dialect-lines.ts';
import { entryOf, type JsonNode, parseJson, valueOf } from './json-tree.ts';

/** A place in a file: line and column from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

const starts = (text: string): number[] => {
  const found = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/gu)) found.push(index + end.length);
  return found;
};

/** Signs that an escape in a JSON string stands for, besides `\u`. */
const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The text of a notebook's file, with the places of what stands in its strings. */
export class NotebookText {
  readonly text: string;
  readonly root: JsonNode;
  readonly #starts: readonly number[];

  /** @throws {JsonError} where the text is not JSON. */
  constructor(text: string) {
    this.text = text;
    this.#starts = starts(text);
    this.root = parseJson(text);
  }

  placeOf(offset: number): Place {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  value(node: JsonNode | undefined): unknown {
    return node && valueOf(this.text, node);
  }

  valueAt(node: JsonNode | undefined, ...path: readonly string[]): unknown {
    return this.value(entryOf(node, ...path));
  }

  /** A string, or an array of them put together, as notebooks keep all longer texts. */
  string(node: JsonNode | undefined): string {
    if (!node) return '';
    const parts = node.items ?? [node];
    return parts.map((part) => (part.isString ? String(this.value(part)) : '')).join('');
  }

  /** The same as lines, every sign with its place in the file. */
  lines(node: JsonNode | undefined): SourceLine[] {
    const parts = (node?.items ?? (node ? [node] : [])).filter(({ isString }) => isString);
    const [first = { start: 0 }] = parts;
    const found: SourceLine[] = [];
    let signs: string[] = [];
    let columns: number[] = [];
    let { line } = this.placeOf(first.start);
    const end = (): void => {
      found.push({ text: signs.join(''), line, columns });
      [signs, columns] = [[], []];
    };
    for (const part of parts) {
      const place = this.placeOf(part.start);
      if (signs.length === 0) line = place.line;
      for (let at = part.start + 1; at < part.end - 1;) {
        const sign = this.text[at] ?? '';
        const kind = sign === '\\' ? (this.text[at + 1] ?? '') : '';
        const size = kind === 'u' ? 6 : kind === '' ? 1 : 2;
        const meant =
          kind === 'u'
            ? String.fromCharCode(Number.parseInt(this.text.slice(at + 2, at + 6), 16))
            : kind === ''
              ? sign
              : (escapes[kind] ?? kind);
        if (meant === '\n') {
          if (signs.at(-1) === '\r') signs.pop();
          columns.length = signs.length;
          end();
          line = place.line;
        } else {
          signs.push(meant);
          columns.push(place.column + at - part.start);
        }
        at += size;
      }
    }
    if (signs.length > 0) end();
    return found;
  }
}
