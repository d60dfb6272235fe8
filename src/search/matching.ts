import type { Piece } from './answer.ts';
import { bigrams, type Word } from './han-text.ts';
import { rememberTexts } from './remember-texts.ts';

/** Something to look for in a text, folded. */
export interface Needle {
  readonly text: string;
  readonly isHan: boolean;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The same where it has another number of places: `İ` is two small letters. */
const ifAsLong = (folded: string, text: string): string => (folded.length === text.length ? folded : text);

/** A text in small letters and normal width, place by place the same length. */
export const fold = rememberTexts((text) =>
  ifAsLong(text.toLowerCase(), text)
    .replace(/[\p{Lu}\uFF01-\uFF5E]/gu, (character) =>
      ifAsLong(character.normalize('NFKC').toLowerCase(), character),
    )
    // As it is anywhere but at the end of a word.
    .replace(/ς/gu, 'σ'),
);

/** An English word without the ending that makes it another form of itself. */
const stemOf = (word: string): string =>
  word.length > 4
    ? word.replace(/(?:ings?|ed|es|s|e|ations?|ers?)$/u, (ending) =>
        word.length - ending.length >= 4 ? '' : ending,
      )
    : word;

export const needlesOf = (words: readonly Word[]): Needle[] =>
  words.map(({ text, isHan }) => ({ text: isHan ? text : stemOf(fold(text)), isHan }));

const letterBefore = /[\p{Script=Latin}\p{N}]$/u;
const restOfWord = /^[\p{Script=Latin}]*/u;

/** Where a needle stands in a folded text; a word of another script at the beginning of a word alone. */
function rangesOf({ text: needle, isHan }: Needle, folded: string): Range[] {
  const ranges: Range[] = [];
  if (needle === '') return ranges;
  for (
    let start = folded.indexOf(needle);
    start >= 0;
    start = folded.indexOf(needle, start + needle.length)
  ) {
    if (!isHan && letterBefore.test(folded.slice(Math.max(0, start - 1), start))) continue;
    const rest = isHan
      ? ''
      : (restOfWord.exec(folded.slice(start + needle.length, start + needle.length + 16))?.[0] ?? '');
    ranges.push({ start, end: start + needle.length + rest.length });
  }
  return ranges;
}

/** A run that stands nowhere as it is may stand there in parts. */
const partsOf = ({ text, isHan }: Needle): Needle[] =>
  isHan && text.length > 2 ? bigrams(text).map((part) => ({ text: part, isHan })) : [];

/** Where needles stand in a text, in order, none overlapping. */
export function findRanges(text: string, needles: readonly Needle[]): Range[] {
  const folded = fold(text);
  const found = needles.flatMap((needle) => {
    const whole = rangesOf(needle, folded);
    return whole.length > 0 ? whole : partsOf(needle).flatMap((part) => rangesOf(part, folded));
  });
  const merged: Range[] = [];
  for (const range of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else merged.push(range);
  }
  return merged;
}

/** A text cut where its matches begin and end. */
export function piecesOf(text: string, ranges: readonly Range[]): Piece[] {
  const pieces: Piece[] = [];
  let last = 0;
  for (const { start, end } of ranges) {
    if (start > last) pieces.push({ text: text.slice(last, start), isMatch: false });
    pieces.push({ text: text.slice(start, end), isMatch: true });
    last = end;
  }
  if (last < text.length) pieces.push({ text: text.slice(last), isMatch: false });
  return pieces;
}

/** Which needles a text holds: 1 for each that stands there whole, a share for one in parts. */
export function coverageOf(text: string, needles: readonly Needle[]): number[] {
  const folded = fold(text);
  return needles.map((needle) => {
    if (rangesOf(needle, folded).length > 0) return 1;
    const parts = partsOf(needle);
    if (parts.length === 0) return 0;
    return (0.6 * parts.filter((part) => rangesOf(part, folded).length > 0).length) / parts.length;
  });
}
