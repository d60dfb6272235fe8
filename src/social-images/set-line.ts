import type { Atom } from '../text-atoms.ts';

/** Width of a text in em, as Chinese text or as Latin. */
export type Measure = (text: string, isWide: boolean) => number;

/** An atom in its place on a line. */
export interface PlacedAtom {
  readonly text: string;
  readonly isWide: boolean;
  /** Where it is drawn, in em from the start of the line. */
  readonly x: number;
}

export interface SetLine {
  readonly atoms: readonly PlacedAtom[];
  /** In em. */
  readonly width: number;
}

const half = 0.5;

/**
 * Places the atoms of a line one after the other. Of two full-width signs that meet, one gives up its blank
 * half, and so does a sign at the edge of the line.
 */
export function setLine(atoms: readonly Atom[], measure: Measure): SetLine {
  let x = 0;
  const placed = atoms.map(({ text, isWide, gap, blank }, place) => {
    const [before, after] = [atoms[place - 1], atoms[place + 1]];
    if (before) x += gap === 'space' ? measure(' ', false) : gap;
    const isTrimmedLeft = blank === 'left' && (!before || before.blank === 'left');
    const isTrimmedRight = blank === 'right' && (!after || after.blank !== undefined);
    if (isTrimmedLeft) x -= half;
    const from = x;
    x += measure(text, isWide) - (isTrimmedRight ? half : 0);
    return { text, isWide, x: from };
  });
  return { atoms: placed, width: x };
}
