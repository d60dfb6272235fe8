import type { Finding } from '../diagnostics/diagnostic.ts';
import { articleWords } from '../markdown/article-words.ts';
import { newLine, type SourceLine } from '../markdown/dialect-lines.ts';
import { findLanguage } from '../renditions/code-languages.ts';
import { type CellView, viewOf } from './cell-view.ts';
import { closed, fenced } from './fences.ts';
import { headOf } from './front-matter-cell.ts';
import { entryOf } from './json-tree.ts';
import { cellLanguage, kernelLanguage } from './kernel-language.ts';
import { type Cell, isObject, type Notebook, readNotebook } from './notebook.ts';
import type { Place } from './notebook-text.ts';
import { type Output, outputsOf } from './outputs.ts';
import { type KeepPicture, linesWithPictures } from './pictures.ts';

/** A notebook as the Markdown of an article. */
export interface NotebookSource {
  /** Front matter between its fences; no line where there is none. */
  readonly head: readonly SourceLine[];
  /** What follows, every line with its place in the notebook's file. */
  readonly body: readonly SourceLine[];
  /** Where the cells begin. */
  readonly cells: readonly Place[];
}

interface NotebookOptions {
  readonly keep: KeepPicture;
  readonly report: (finding: Finding) => void;
  /** Language of the words about what says nothing of itself. */
  readonly language: 'zh' | 'en';
}

/** Colons of the blocks around a cell and an output: more than authors write. */
const [cellFence, outputFence] = [':'.repeat(12), ':'.repeat(11)];

/** Turns the cells of one notebook into Markdown. */
class Writer {
  readonly #notebook: Notebook;
  readonly #options: NotebookOptions;
  readonly #language: string;

  constructor(notebook: Notebook, options: NotebookOptions) {
    this.#notebook = notebook;
    this.#options = options;
    this.#language = this.#known(kernelLanguage(notebook));
  }

  /** A language without a grammar is reported once, and not for each cell. */
  #known(language: string): string {
    if (findLanguage(language)) return language;
    const { file, metadata } = this.#notebook;
    const node = entryOf(metadata, 'kernelspec') ?? metadata ?? file.root;
    this.#options.report({
      rule: 'code/unknown-language',
      message: `No grammar is known for \`${language}\`, the language of the kernel.`,
      hint: 'name another under `metadata.language_info.name`, or `text`',
      ...file.placeOf(node.start),
    });
    return 'text';
  }

  lines(cell: Cell): SourceLine[] {
    switch (cell.type) {
      case 'code':
        return this.#code(cell);
      case 'markdown':
        return viewOf(cell.metadata, []).code === 'hidden' ? [] : this.#markdown(cell);
      case 'raw':
        return this.#raw(cell);
      default:
        return [];
    }
  }

  #markdown({ source, attachments }: Cell): SourceLine[] {
    const { keep, report } = this.#options;
    const { file } = this.#notebook;
    return closed(linesWithPictures(file.lines(source), file, attachments, keep), report);
  }

  /** A raw cell is for the format that it names; without one it stands as it is. */
  #raw(cell: Cell): SourceLine[] {
    const format = cell.metadata.raw_mimetype ?? cell.metadata.format ?? '';
    if (format === 'text/markdown' || format === 'text/html') return this.#markdown(cell);
    if (format !== '' && format !== 'text/plain') return [];
    const lines = this.#notebook.file.lines(cell.source);
    const [first] = lines;
    return first && lines.some(({ text }) => text.trim() !== '') ? fenced('text', lines, first) : [];
  }

  #code(cell: Cell): SourceLine[] {
    const { file } = this.#notebook;
    const place = { text: '', line: cell.place.line };
    const view = viewOf(cell.metadata, file.lines(cell.source));
    const code = view.code === 'hidden' ? [] : this.#listing(cell, view, place);
    const outputs = view.output === 'hidden' ? [] : this.#outputs(cell, view);
    if (code.length === 0 && outputs.length === 0) return [];
    const attributes = [
      ...(cell.count === undefined || code.length === 0 ? [] : [`count=${String(cell.count)}`]),
      ...(code.length > 0 && view.code === 'folded' ? ['code=folded'] : []),
      ...(outputs.length > 0 && view.output === 'folded' ? ['output=folded'] : []),
    ];
    const line = (text: string): SourceLine => newLine(text, place, cell.place.column);
    return [
      line(`${cellFence}cell${attributes.length > 0 ? `{${attributes.join(' ')}}` : ''}`),
      ...code,
      ...this.#written(outputs, view, line),
      line(cellFence),
    ];
  }

  #listing({ metadata }: Cell, view: CellView, place: SourceLine): SourceLine[] {
    const end = view.lines.findLastIndex(({ text }) => text.trim() !== '');
    if (end < 0) return [];
    const lines = view.lines.slice(0, end + 1);
    const note = isObject(metadata.vscode) ? metadata.vscode.languageId : undefined;
    const name = cellLanguage(lines[0]?.text ?? '', note, this.#language);
    const title = view.option('lst-cap') ?? view.option('filename');
    const label = view.option('lst-label');
    const info = [
      findLanguage(name) ? name : this.#language,
      ...(title === undefined ? [] : [`title="${title.replaceAll('"', '”')}"`]),
      ...(label === undefined ? [] : [`#${label}`]),
    ];
    return fenced(info.join(' '), lines, newLine('', lines[0] ?? place));
  }

  #outputs(cell: Cell, view: CellView): Output[] {
    const { keep, report, language } = this.#options;
    const number = this.#notebook.cells.indexOf(cell) + 1;
    const unnamed = articleWords[language].picture(cell.count ?? number);
    const alt = view.option('fig-alt') ?? view.option('fig-cap');
    return outputsOf(cell.outputs, { file: this.#notebook.file, keep, report, alt, unnamed }).filter(
      ({ kind }) => (kind !== 'stderr' || view.hasStderr) && (kind !== 'stdout' || view.hasStdout),
    );
  }

  /** Outputs as blocks. The first picture is the figure that the cell has a caption or a label for. */
  #written(outputs: readonly Output[], view: CellView, line: (text: string) => SourceLine): SourceLine[] {
    const caption = view.option('fig-cap');
    const label = view.option('label');
    const isFigure = caption !== undefined || label?.startsWith('fig-') === true;
    const figure = isFigure ? outputs.findIndex(({ isPicture }) => isPicture === true) : -1;
    const table =
      label?.startsWith('tbl-') === true ? outputs.findIndex(({ kind }) => kind === 'result') : -1;
    const tableCaption = view.option('tbl-cap');
    return outputs.flatMap(({ kind, lines }, index): SourceLine[] => {
      const id = index === figure || index === table ? label : undefined;
      const hash = id === undefined ? '' : `#${id}`;
      if (index === figure) {
        return [
          line(`${outputFence}figure${hash && `{${hash}}`}`),
          ...lines,
          line(''),
          ...(caption === undefined ? [] : [view.placed('fig-cap', caption), line('')]),
          line(outputFence),
        ];
      }
      const head = index === table ? [`kind=table`, hash] : [`kind=${kind}`];
      return [
        line(`${outputFence}output{${head.join(' ')}}`),
        ...(index === table && tableCaption !== undefined
          ? [view.placed('tbl-cap', tableCaption), line('')]
          : []),
        ...lines,
        line(''),
        line(outputFence),
      ];
    });
  }
}

/**
 * Reads a notebook as the Markdown of an article: cells of Markdown as they are, code in fences of the
 * kernel's language, outputs as blocks, pictures as files. A notebook that cannot be read is nothing, and
 * reported.
 *
 * Findings have places in the notebook's file.
 */
export function notebookSource(text: string, options: NotebookOptions): NotebookSource | undefined {
  const notebook = readNotebook(text, options.report);
  if (!notebook) return undefined;
  const head = headOf(notebook);
  const writer = new Writer(notebook, options);
  const body = notebook.cells.flatMap((cell, index): SourceLine[] => {
    const isHead = index === 0 && head.isFirstCell;
    if (isHead && cell.type === 'raw') return [];
    const lines = writer.lines(cell).slice(isHead ? head.lines.length : 0);
    return lines.length === 0 ? [] : [newLine('', { text: '', line: cell.place.line }), ...lines];
  });
  return { head: head.lines, body, cells: notebook.cells.map(({ place }) => place) };
}
