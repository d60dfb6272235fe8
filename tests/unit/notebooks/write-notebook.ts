/** A cell as nbformat has it. */
export interface CellOf {
  readonly cell_type: string;
  readonly [key: string]: unknown;
}

const lines = (text: string): string[] => text.split(/(?<=\n)/u);

export const markdown = (source: string, more: object = {}): CellOf => ({
  cell_type: 'markdown',
  metadata: {},
  source: lines(source),
  ...more,
});

export const raw = (source: string, metadata: object = {}): CellOf => ({
  cell_type: 'raw',
  metadata,
  source: lines(source),
});

export const code = (source: string, outputs: readonly object[] = [], metadata: object = {}): CellOf => ({
  cell_type: 'code',
  execution_count: 7,
  metadata,
  outputs,
  source: lines(source),
});

export const stream = (name: 'stdout' | 'stderr', text: string): object => ({
  output_type: 'stream',
  name,
  text: lines(text),
});

export const shown = (data: object, more: object = {}): object => ({
  output_type: 'display_data',
  data,
  metadata: {},
  ...more,
});

/** A notebook as Jupyter saves it: indented by one, an end of line at its end. */
export const notebookOf = (cells: readonly CellOf[], metadata: object = {}): string =>
  `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
