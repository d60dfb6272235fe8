import type { Finding } from '../diagnostics/diagnostic.ts';
import { entryOf, JsonError, type JsonNode } from './json-tree.ts';
import { NotebookText, type Place } from './notebook-text.ts';

/** Plain data of a notebook: `metadata` of the whole or of a cell. */
export type Metadata = Readonly<Record<string, unknown>>;

/** A cell as its file has it. */
export interface Cell {
  /** `markdown`, `code`, `raw`, or a word of a later format. */
  readonly type: string;
  readonly place: Place;
  readonly source: JsonNode | undefined;
  readonly metadata: Metadata;
  readonly attachments: JsonNode | undefined;
  readonly outputs: readonly JsonNode[];
  /** Number of the run that its outputs are from. */
  readonly count: number | undefined;
}

/** A notebook of nbformat 4. */
export interface Notebook {
  readonly file: NotebookText;
  readonly metadata: JsonNode | undefined;
  readonly cells: readonly Cell[];
}

export const isObject = (value: unknown): value is Metadata =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectAt = (file: NotebookText, node: JsonNode | undefined): Metadata => {
  const value = node?.entries && file.value(node);
  return isObject(value) ? value : {};
};

/** The finding about a text that is not JSON. */
function notJson(text: string, { message, offset }: JsonError): Finding {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/u);
  const isConflict = /^(?:<{7}|={7}|>{7})(?:\s|$)/mu.test(text);
  return {
    rule: 'notebook/invalid',
    message: `The notebook is not JSON: ${message}.`,
    hint: isConflict
      ? 'the file holds the marks of a merge; take one version: git checkout --theirs -- <file>'
      : 'take it back from version control, or save it again in the program that wrote it',
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
  };
}

/** What is wrong with JSON that is no notebook of today. */
function wrongFormat(file: NotebookText): Finding | undefined {
  const { root } = file;
  const version = entryOf(root, 'nbformat');
  const cells = entryOf(root, 'cells');
  const number = file.value(version);
  if (cells?.items && (number === undefined || number === 4)) return undefined;
  const at = version ?? root;
  const isOld = typeof number === 'number' && number < 4;
  return {
    rule: 'notebook/invalid',
    message: isOld
      ? `The notebook is of format ${String(number)}; format 4 is read.`
      : typeof number === 'number' && number > 4
        ? `The notebook is of format ${String(number)}, which is not known yet; format 4 is.`
        : 'The file is JSON, but no notebook: it has no list of cells.',
    ...(isOld ? { hint: 'jupyter nbconvert --to notebook --nbformat 4 --inplace <file>' } : {}),
    ...file.placeOf(at.start),
    length: version ? at.end - at.start : 1,
  };
}

/** Reads a notebook; one that cannot be read is one finding. */
export function readNotebook(text: string, report: (finding: Finding) => void): Notebook | undefined {
  let file: NotebookText;
  try {
    file = new NotebookText(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    report(notJson(text, error));
    return undefined;
  }
  const wrong = wrongFormat(file);
  if (wrong) {
    report(wrong);
    return undefined;
  }
  const cells = (entryOf(file.root, 'cells')?.items ?? []).map((node): Cell => {
    const count = file.valueAt(node, 'execution_count');
    return {
      type: String(file.valueAt(node, 'cell_type')),
      place: file.placeOf(node.start),
      source: entryOf(node, 'source'),
      metadata: objectAt(file, entryOf(node, 'metadata')),
      attachments: entryOf(node, 'attachments'),
      outputs: entryOf(node, 'outputs')?.items ?? [],
      count: typeof count === 'number' ? count : undefined,
    };
  });
  return { file, metadata: entryOf(file.root, 'metadata'), cells };
}

/** A finding about a notebook's file, with the number of its cell: editors show no lines of the file. */
export function withCell(finding: Finding, cells: readonly Place[]): Finding {
  const { line, column = 1 } = finding;
  if (line === undefined) return finding;
  const number = cells.filter(
    (cell) => cell.line < line || (cell.line === line && cell.column <= column),
  ).length;
  if (number === 0) return finding;
  return { ...finding, message: `${finding.message.replace(/\.$/u, '')} (cell ${String(number)}).` };
}
