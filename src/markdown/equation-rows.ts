import { definitionsIn } from '../renditions/tex-definitions.ts';
import { applyEdits, type TexEdit } from '../renditions/tex-edits.ts';
import { callsOf, scanTex, type TexCall, type TexToken } from '../renditions/tex-scan.ts';

/** What of a display formula can bear one number: a row, or all of it. */
export interface EquationRow {
  readonly labels: readonly TexCall[];
  readonly tag: TexCall | undefined;
  /** Whether `\notag` or `\nonumber` forbids a number. */
  readonly unnumbered: boolean;
}

/** A display formula as numbering sees it. */
export interface Equation {
  readonly rows: readonly EquationRow[];
  /** Labels where no number can stand. */
  readonly misplaced: readonly TexCall[];
  /** What makes KaTeX count nothing by itself. */
  readonly edits: readonly TexEdit[];
}

/** Environments around a formula that is displayed anyhow. */
const wrappers = new Set(['equation', 'equation*', 'displaymath', 'subequations', 'multline', 'multline*']);

/** Environments with numbered rows: as one that numbers nothing by itself, and as a mere block. */
const numberedRows = new Map([
  ['align', { rows: 'align*', block: 'aligned' }],
  ['align*', { rows: 'align*', block: 'aligned' }],
  ['flalign', { rows: 'align*', block: 'aligned' }],
  ['flalign*', { rows: 'align*', block: 'aligned' }],
  ['eqnarray', { rows: 'align*', block: 'aligned' }],
  ['eqnarray*', { rows: 'align*', block: 'aligned' }],
  ['gather', { rows: 'gather*', block: 'gathered' }],
  ['gather*', { rows: 'gather*', block: 'gathered' }],
  ['alignat', { rows: 'alignat*', block: 'alignedat' }],
  ['alignat*', { rows: 'alignat*', block: 'alignedat' }],
]);

/** Blocks whose rows are numbered where one is the whole formula and its rows ask for numbers. */
const blocks = new Map([
  ['aligned', { rows: 'align*', block: 'aligned' }],
  ['gathered', { rows: 'gather*', block: 'gathered' }],
  ['alignedat', { rows: 'alignat*', block: 'alignedat' }],
]);

interface Environment {
  readonly name: string;
  readonly begin: TexToken;
  readonly end: TexToken;
  /** Offsets of the ends of its rows. */
  readonly rowEnds: readonly number[];
  /** Second and later column signs of each row. */
  readonly laterCells: readonly TexToken[];
}

/** Environments that stand in no other, once wrappers are taken off. */
function outerEnvironments(tokens: readonly TexToken[]): Environment[] {
  const found: Environment[] = [];
  let open: TexToken | undefined;
  let nested = 0;
  let braces = 0;
  let rowEnds: number[] = [];
  let laterCells: TexToken[] = [];
  let cells = 0;
  for (const token of tokens) {
    if (token.kind === 'begin') {
      if (open) nested += 1;
      else [open, rowEnds, laterCells, cells, braces] = [token, [], [], 0, 0];
    } else if (token.kind === 'end' && nested > 0) {
      nested -= 1;
    } else if (token.kind === 'end' && open) {
      found.push({
        name: open.text,
        begin: open,
        end: token,
        rowEnds: [...rowEnds, token.start],
        laterCells,
      });
      open = undefined;
    } else if (token.kind === 'open') braces += 1;
    else if (token.kind === 'close') braces -= 1;
    else if (nested > 0 || braces > 0) continue;
    else if (token.text === '\\\\') {
      rowEnds.push(token.start);
      cells = 0;
    } else if (token.kind === 'cell') {
      cells += 1;
      if (cells > 1) laterCells.push(token);
    }
  }
  return found;
}

const labelNames = new Set(['\\label']);
const tagNames = new Set(['\\tag']);

const rename = ({ begin, end }: Environment, name: string): TexEdit[] => [
  { start: begin.start, end: begin.end, text: `\\begin{${name}}` },
  { start: end.start, end: end.end, text: `\\end{${name}}` },
];

/** TeX of the same length with blanks for some of its pieces. */
const blanked = (tex: string, pieces: readonly { start: number; end: number }[]): string =>
  applyEdits(
    tex,
    pieces.map(({ start, end }) => ({ start, end, text: ' '.repeat(end - start) })),
  ).tex;

/** Whether the only mark is a tag, which KaTeX sets beside the middle of a block. */
const isLoneTag = (marks: readonly TexCall[], tags: readonly TexCall[]): boolean =>
  marks.length === 1 && marks[0] !== undefined && tags.includes(marks[0]);

/**
 * Finds the rows of a display formula with their labels and tags.
 *
 * Rows of `align`, `gather` and their kin have numbers of their own. So have the rows of `aligned`
 * and `gathered` where one of them is the whole formula and a row of it is labelled. Any other
 * formula has one number.
 *
 * @param isLabelled whether a label beside the formula asks for one number for all of it.
 */
export function readEquation(source: string, isLabelled = false): Equation {
  const tex = blanked(source, definitionsIn(source));
  const labels = callsOf(tex, labelNames);
  const tags = callsOf(tex, tagNames);
  const all = scanTex(tex);
  const isWrapper = ({ kind, text }: TexToken): boolean =>
    (kind === 'begin' || kind === 'end') && wrappers.has(text);
  const edits: TexEdit[] = all.filter(isWrapper).map(({ kind, text, start, end }) => ({
    start,
    end,
    text: text.startsWith('multline') ? `\\${kind}{gathered}` : '',
  }));
  const isEmpty = (token: TexToken): boolean => isWrapper(token) || token.kind === 'comment';
  const tokens = all.filter((token) => !isEmpty(token));
  const environments = outerEnvironments(tokens);
  const bare = blanked(tex, [...labels, ...tags, ...all.filter(isEmpty)]);
  const [only] = environments;
  const isWhole =
    environments.length === 1 &&
    only !== undefined &&
    (bare.slice(0, only.begin.start) + bare.slice(only.end.end)).trim() === '';
  const noNumber = tokens.filter(({ text }) => text === '\\notag' || text === '\\nonumber');

  const within = <Item extends { start: number }>(items: readonly Item[], from: number, to: number): Item[] =>
    items.filter(({ start }) => start >= from && start < to);
  const rowOf = (from: number, to: number): EquationRow => ({
    labels: within(labels, from, to),
    tag: within(tags, from, to)[0],
    unnumbered: within(noNumber, from, to).length > 0,
  });

  const rows: EquationRow[] = [];
  for (const environment of environments) {
    const { name, begin, end, rowEnds, laterCells } = environment;
    const marks = [...within(labels, begin.end, end.start), ...within(tags, begin.end, end.start)];
    const outside = labels.length + tags.length - marks.length + (isLabelled ? 1 : 0);
    const isBlock = isWhole && outside === 0 && marks.length > 0 && !isLoneTag(marks, tags);
    const forms = numberedRows.get(name) ?? (isBlock ? blocks.get(name) : undefined);
    if (!forms) continue;
    // What stands outside numbers the whole, and the environment is no more than a block.
    const isMereBlock = isLabelled || (marks.length === 0 && outside > 0);
    edits.push(...rename(environment, isMereBlock ? forms.block : forms.rows));
    if (name.startsWith('eqnarray')) {
      edits.push(...laterCells.map(({ start, end: to }) => ({ start, end: to, text: '' })));
    }
    if (isMereBlock) continue;
    rowEnds.forEach((rowEnd, index) => {
      rows.push(rowOf(index === 0 ? begin.end : (rowEnds[index - 1] ?? 0), rowEnd));
    });
  }
  const placed = new Set(rows.flatMap((row) => row.labels));
  const left = labels.filter((label) => !placed.has(label));
  if (rows.length > 0) return { rows, misplaced: left, edits };
  const [label, ...more] = left;
  const row = { labels: label ? [label] : [], tag: tags[0], unnumbered: noNumber.length > 0 };
  return { rows: [row], misplaced: more, edits };
}
