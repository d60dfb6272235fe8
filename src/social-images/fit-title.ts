import { type Measure, type SetLine, setLine } from './set-line.ts';
import { type Atom, atomsOf, shatter } from '../text-atoms.ts';

/** A size of type, in pixels, and the most lines that a title may have in it. */
export interface TitleSize {
  readonly size: number;
  readonly lines: number;
}

/** A title in lines. */
export interface FittedTitle {
  readonly size: number;
  readonly lines: readonly SetLine[];
}

/** The best way to break a beginning of the atoms. */
interface Way {
  readonly cost: number;
  readonly lines: readonly SetLine[];
}

/** A last line shorter than this, in em, looks lost. */
const shortLine = 2;
const shortLineCost = 12;
/** No title that is read has more atoms. */
const mostAtoms = 160;

/**
 * Breaks atoms into so many lines that none is wider than `width` (em), all of about the same width, at the
 * best places.
 *
 * @returns nothing where that cannot be done.
 */
export function breakLines(
  atoms: readonly Atom[],
  measure: Measure,
  width: number,
  count: number,
): SetLine[] | undefined {
  const mean = setLine(atoms, measure).width / count;
  let ways = new Map<number, Way>([[0, { cost: 0, lines: [] }]]);
  for (let number = 1; number <= count; number += 1) {
    const next = new Map<number, Way>();
    for (const [from, way] of ways) {
      for (let to = from + 1; to <= atoms.length; to += 1) {
        const line = setLine(atoms.slice(from, to), measure);
        // A sign at the end may make a line shorter than it was without it, by at most its own half.
        if (line.width > width + 1) break;
        const isLast = number === count;
        const breakCost = atoms[to]?.breakCost ?? 0;
        if (line.width > width || breakCost === Infinity || isLast !== (to === atoms.length)) continue;
        const isLost = isLast && count > 1 && line.width < shortLine;
        const cost = way.cost + (line.width - mean) ** 2 + breakCost + (isLost ? shortLineCost : 0);
        if (cost < (next.get(to)?.cost ?? Infinity)) next.set(to, { cost, lines: [...way.lines, line] });
      }
    }
    ways = next;
  }
  const best = ways.get(atoms.length);
  return best && [...best.lines];
}

/** In as few lines as it goes. */
function breakInto(atoms: readonly Atom[], measure: Measure, width: number, most: number) {
  for (let count = 1; count <= most; count += 1) {
    const lines = breakLines(atoms, measure, width, count);
    if (lines) return lines;
  }
  return undefined;
}

/** What may not stand before an ellipsis. */
const isLoose = ({ text, blank }: Atom): boolean => blank !== undefined || /^[\p{P}\p{S}]+$/u.test(text);

/** The longest beginning that fits, with an ellipsis after it. */
function shorten(atoms: readonly Atom[], measure: Measure, width: number, most: number): SetLine[] {
  const isWide = atoms.some((atom) => atom.isWide);
  const ellipsis: Atom = { text: '…', isWide, gap: 0, breakCost: Infinity };
  const begin = atoms.slice(0, mostAtoms);
  while (begin.length > 0) {
    begin.pop();
    // One that ends in a sign is no better than the one before it.
    const last = begin.at(-1);
    if (!last || (isLoose(last) && begin.length > 1)) continue;
    // Cheap first: most beginnings of a very long title are too long by far.
    if (setLine(begin, measure).width > width * most) continue;
    const lines = breakInto([...begin, ellipsis], measure, width, most);
    if (lines) return lines;
  }
  return [];
}

/**
 * Sets a title: in the largest of the sizes in which it has no more lines than that size allows, in balanced
 * lines; cut with an ellipsis where even the smallest cannot hold it.
 *
 * @param sizes the largest first.
 * @param width in pixels.
 */
export function fitTitle(
  text: string,
  measure: Measure,
  width: number,
  sizes: readonly TitleSize[],
): FittedTitle {
  const atoms = atomsOf(text);
  if (atoms.length <= mostAtoms) {
    for (const { size, lines: most } of sizes) {
      const lines = breakInto(atoms, measure, width / size, most);
      if (lines) return { size, lines };
    }
  }
  const { size, lines: most } = sizes.at(-1) ?? { size: 16, lines: 1 };
  const small = atoms
    .slice(0, mostAtoms)
    .flatMap((atom) => (measure(atom.text, atom.isWide) > width / size ? shatter(atom) : [atom]));
  const whole = atoms.length <= mostAtoms ? breakInto(small, measure, width / size, most) : undefined;
  return { size, lines: whole ?? shorten(small, measure, width / size, most) };
}

/** A text on one line no wider than `width` (em), cut with an ellipsis where it is. */
export function fitLine(text: string, measure: Measure, width: number): SetLine {
  const atoms = atomsOf(text);
  const line = setLine(atoms, measure);
  if (line.width <= width) return line;
  return shorten(atoms, measure, width, 1)[0] ?? { atoms: [], width: 0 };
}
