import type { TexEdit } from '../renditions/tex-edits.ts';
import { readEquation } from './equation-rows.ts';

/** A display formula with its numbers written into it. */
export interface NumberedEquation {
  /** What to do to its TeX so that KaTeX prints these numbers and no others. */
  readonly edits: readonly TexEdit[];
  /** Ids that links to it and to its rows lead to. */
  readonly ids: readonly string[];
}

declare module 'mdast-util-math' {
  interface MathData {
    /** Set by `remark-labels`. */
    equation?: NumberedEquation;
  }
}

/** A label of a formula, with the number that it stands for. */
export interface EquationLabel {
  /** As the author wrote it. */
  readonly written: string;
  readonly number: string;
  /** Offsets of the `\label{…}` into the TeX. */
  readonly start: number;
  readonly end: number;
}

/** Labels that can have no number, and why. */
export interface MisplacedLabel {
  readonly reason: 'second' | 'unnumbered';
  readonly start: number;
  readonly end: number;
}

/** What numbering a formula finds. */
export interface EquationNumbers {
  readonly edits: readonly TexEdit[];
  readonly labels: readonly EquationLabel[];
  readonly misplaced: readonly MisplacedLabel[];
}

/**
 * Numbers the rows of a display formula that are labelled; an author's `\tag` is its number.
 *
 * `W_0 + BA \label{eq-lora}` → `W_0 + BA \tag{3}`
 *
 * @param nextNumber counts on and gives the next number of the article.
 * @param readTag readable text of what stands in a `\tag`.
 * @param outerLabel a label that stands beside the formula and not in it.
 */
export function numberEquation(
  tex: string,
  nextNumber: () => string,
  readTag: (tag: string) => string,
  outerLabel?: string,
): EquationNumbers {
  const { rows, misplaced, edits } = readEquation(tex, outerLabel !== undefined);
  const found: TexEdit[] = [...edits];
  const labels: EquationLabel[] = [];
  const wrong: MisplacedLabel[] = misplaced.map(({ start, end }) => ({ reason: 'second', start, end }));
  for (const row of rows) {
    const [first] = row.labels;
    const wanted = first ?? (outerLabel === undefined ? undefined : { start: tex.length, end: tex.length });
    if (!wanted) continue;
    if (row.unnumbered && !row.tag) {
      wrong.push(...row.labels.map(({ start, end }) => ({ reason: 'unnumbered' as const, start, end })));
      continue;
    }
    const number = row.tag ? readTag(row.tag.argument) : nextNumber();
    if (!row.tag) {
      // A comment may end the formula, and would hide the number.
      found.push({ ...placeOf(wanted), text: `${first ? '' : '\n'}\\tag{${number}}` });
    }
    for (const { argument, start, end } of row.labels) labels.push({ written: argument, number, start, end });
    if (outerLabel !== undefined) labels.push({ written: outerLabel, number, start: 0, end: 0 });
  }
  // A label that became a tag is edited already; of the others nothing is printed.
  found.push(
    ...[...labels, ...wrong].filter(({ end }) => end > 0).map((label) => ({ ...placeOf(label), text: '' })),
  );
  return { edits: found, labels, misplaced: wrong };
}

const placeOf = ({ start, end }: { start: number; end: number }) => ({ start, end });
