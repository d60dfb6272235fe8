import { headOf } from '../notebooks/front-matter-cell.ts';
import { entryOf, type JsonNode } from '../notebooks/json-tree.ts';
import { type Cell, readNotebook } from '../notebooks/notebook.ts';
import { type LinkMover, moveLinks } from './import-links.ts';

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Lines as notebooks keep them, each with its end. */
const inLines = (text: string): string[] => (text === '' ? [] : text.split(/(?<=\n)/u));

/** What stands before a value on its line, where there is nothing but space. */
const indentAt = (text: string, { start }: JsonNode): string | undefined =>
  /\n([ \t]*)$/u.exec(text.slice(0, start))?.[1];

/** A value as it would stand at a place, with the file's own indentation. */
function asJson(value: unknown, text: string, node: JsonNode, step: string): string {
  const own = /^[ \t]*/u.exec(text.slice(text.lastIndexOf('\n', node.start) + 1))?.[0] ?? '';
  return step === '' ? JSON.stringify(value) : JSON.stringify(value, null, step).replaceAll('\n', `\n${own}`);
}

/**
 * A notebook for its new place: with front matter in a raw cell on top, unless its first cell holds some,
 * and with the addresses in its text that hold from there. All else stays as it is, letter by letter, so that
 * it runs as before and version control shows just what has changed.
 *
 * @param head front matter between its fences.
 */
export function importedNotebook(text: string, head: string, mover: LinkMover): string {
  const notebook = readNotebook(text, () => undefined);
  if (!notebook) return text;
  const { file, cells } = notebook;
  const list = entryOf(file.root, 'cells') ?? file.root;
  const [first] = list.items ?? [];
  const indent = first && indentAt(text, first);
  const step = indent === undefined ? '' : indent.slice(0, Math.ceil(indent.length / 2));
  const edits: Edit[] = [];
  const setSource = ({ source }: Cell, own: string): void => {
    if (source)
      edits.push({ from: source.start, to: source.end, text: asJson(inLines(own), text, source, step) });
  };
  for (const cell of cells) {
    if (cell.type !== 'markdown') continue;
    const own = file.string(cell.source);
    const moved = moveLinks(own, mover);
    if (moved !== own) setSource(cell, moved);
  }
  const yaml = head.trimEnd();
  const [holder] = cells;
  const isHolder = headOf(notebook).isFirstCell;
  if (isHolder && holder?.type === 'raw') setSource(holder, yaml);
  if (!isHolder) {
    const needsId = cells.some((_, index) => entryOf(list.items?.[index], 'id') !== undefined);
    const cell = {
      cell_type: 'raw',
      ...(needsId ? { id: 'front-matter' } : {}),
      metadata: {},
      source: inLines(yaml),
    };
    const at = first ?? { start: list.start + 1, end: list.start + 1 };
    const gap = first ? `,${indent === undefined ? ' ' : `\n${indent}`}` : '';
    edits.push({ from: at.start, to: at.start, text: asJson(cell, text, at, step) + gap });
  }
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((done, { from, to, text: own }) => done.slice(0, from) + own + done.slice(to), text);
}
