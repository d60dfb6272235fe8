/** A part of a line that is never cut: a word, one Chinese character, one full-width sign. */
export interface Atom {
  readonly text: string;
  /** Whether it is of Chinese text: a character, or a sign as wide as one. */
  readonly isWide: boolean;
  /** Space before it where it does not begin a line: in em, or the face's own space between words. */
  readonly gap: number | 'space';
  /** How bad a break before it is, in em²; `Infinity` where there must be none. */
  readonly breakCost: number;
  /** A full-width sign whose outer half is blank: its right half (`，`), or its left one (`（`). */
  readonly blank?: 'right' | 'left';
}

/** An atom of a text. */
export interface PlacedAtom extends Atom {
  /** Where it begins in the text, in UTF-16 units. */
  readonly start: number;
}

/** Between Chinese and Latin, in em. */
const quarter = 0.25;

const opening = '（《〈「『【〔〖［｛“‘';
const closing = '，。、：；！？）》〉」』】〕〗］｝”’';
/** Signs of Chinese text that are no brackets and fill their square: never at the start of a line. */
const joining = '…—～〜・々ーゝゞヽヾ';

const wideSigns = new Set(opening + closing + joining);
const noStart = new Set(`${closing}${joining}·,.;:!?)]}%‰℃°`);
const noEnd = new Set(`${opening}([{#@$¥￥£€№`);
const brackets = { open: /^[（《〈「『【〔〖［｛(]$/u, close: /^[）》〉」』】〕〗］｝)]$/u };
/** After these a reader pauses, so that a line may well end there. */
const pauses = new Set('，。：；！？');
/** Particles, which lean on the word before them. */
const leaning = new Set('的了着过吗呢吧们地得之者');
/** Characters that make a term of the word before them when they stand alone: `解码|头`, `接受|率`. */
const suffixes = new Set('头器率法数树层量度值式型性化图表集网块族域阵项元步轮段价比差核重框野本夹论');

const isHan = (character: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u.test(
    character,
  );
const isSpaced = (character: string): boolean => /[\p{L}\p{N}\p{Sm}\p{M}]/u.test(character);
/** `=`, `×`, `+`: part of a formula with what stands before and after it. */
const isOperator = (text: string): boolean => /^[\p{Sm}\-/:=*·←→↔⇒]+$/u.test(text);

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const words = new Intl.Segmenter('zh', { granularity: 'word' });

interface Piece {
  text: string;
  readonly isWide: boolean;
  readonly afterSpace: boolean;
  /** Where it begins in the text. */
  readonly index: number;
}

/** Cuts a text into words, Chinese characters and full-width signs. */
function piecesOf(text: string): Piece[] {
  const hasHan = [...text].some(isHan);
  const pieces: Piece[] = [];
  let afterSpace = false;
  for (const { segment, index } of graphemes.segment(text)) {
    if (/^\s/u.test(segment)) {
      afterSpace = true;
      continue;
    }
    const [first = ''] = segment;
    const before = pieces.at(-1);
    const isApostrophe =
      first === '’' &&
      /[\p{Script=Latin}\d]$/u.test(before?.text ?? '') &&
      /^\p{Script=Latin}/u.test(text.slice(index + 1));
    // Quotation marks, dashes and dots belong to the script of the text that they stand in.
    const isWide = isHan(first) || (hasHan && wideSigns.has(first) && !isApostrophe);
    const isDash = (first === '—' || first === '…') && before?.text.startsWith(first);
    if (before && !afterSpace && (isDash || (!isWide && !before.isWide))) before.text += segment;
    else pieces.push({ text: segment, isWide, afterSpace, index });
    afterSpace = false;
  }
  return pieces;
}

const firstOf = (text: string): string => [...text][0] ?? '';
const lastOf = (text: string): string => [...text].at(-1) ?? '';

function gapBetween(before: Piece, piece: Piece): Atom['gap'] {
  // A full-width sign brings its own space.
  if ((before.isWide && blankOf(before.text) === 'right') || (piece.isWide && blankOf(piece.text) === 'left'))
    return 0;
  if (piece.afterSpace) return before.isWide || piece.isWide ? quarter : 'space';
  if (before.isWide === piece.isWide) return 0;
  const [wide, narrow] = before.isWide
    ? [lastOf(before.text), firstOf(piece.text)]
    : [firstOf(piece.text), lastOf(before.text)];
  return wideSigns.has(wide) || !isSpaced(narrow) ? 0 : quarter;
}

/** What breaks cost, in em²: as much as lines that are wider or narrower than they should be. */
const costs = {
  afterPause: -10,
  insideWord: 9,
  beforeParticle: 6,
  beforeSuffix: 6,
  /** `大|模型`: one character is mostly part of what follows. */
  afterOneCharacter: 4,
  insideBrackets: 12,
  betweenLatinWords: 3,
  anywhere: 1,
};

interface Surroundings {
  /** Whether a word ends before the break. */
  readonly isBorder: boolean;
  /** Whether that word is one character. */
  readonly isAfterOne: boolean;
  /** Whether that character is a suffix of the word before it. */
  readonly isAfterSuffix: boolean;
  /** Whether the word after it is one character. */
  readonly isBeforeOne: boolean;
  readonly isInBrackets: boolean;
}

function costBetween(
  before: Piece,
  piece: Piece,
  { isBorder, isAfterOne, isAfterSuffix, isBeforeOne, isInBrackets }: Surroundings,
): number {
  const [last, first] = [lastOf(before.text), firstOf(piece.text)];
  if (noEnd.has(last) || noStart.has(first)) return Infinity;
  if (piece.afterSpace && (isOperator(before.text) || isOperator(piece.text))) return Infinity;
  const brackets = isInBrackets ? costs.insideBrackets : 0;
  if (pauses.has(last)) return costs.afterPause + brackets;
  const isHanPair = before.isWide && piece.isWide && !wideSigns.has(last) && !wideSigns.has(first);
  if (isHanPair && !isBorder) return costs.insideWord + brackets;
  if (leaning.has(first)) return costs.beforeParticle + brackets;
  if (isHanPair && isBeforeOne && suffixes.has(first)) return costs.beforeSuffix + brackets;
  if (isHanPair && isAfterOne && !leaning.has(last) && !isAfterSuffix)
    return costs.afterOneCharacter + brackets;
  const areWords = piece.afterSpace && !before.isWide && !piece.isWide;
  return (areWords ? costs.betweenLatinWords : costs.anywhere) + brackets;
}

function blankOf(text: string): Atom['blank'] {
  if (opening.includes(text)) return 'left';
  return closing.includes(text) && !/[！？]/u.test(text) ? 'right' : undefined;
}

/**
 * Cuts a line of text into atoms, by the rules of Chinese typesetting: no line may start with `，。）》`
 * or end with `（《`; English words, numbers and names such as `FP16` or `Qwen1.5-7B` stay whole; a
 * formula `W₀ + BA` too. Between Chinese and Latin a quarter-em is left.
 */
export function atomsOf(text: string): PlacedAtom[] {
  const pieces = piecesOf(text);
  const borders = new Set([...words.segment(text)].map(({ index }) => index).concat(text.length));
  let depth = 0;
  return pieces.map((piece, place) => {
    const before = pieces[place - 1];
    if (before && brackets.open.test(before.text)) depth += 1;
    if (brackets.close.test(piece.text)) depth -= 1;
    const surroundings = {
      isBorder: borders.has(piece.index),
      isAfterOne: before !== undefined && borders.has(before.index),
      isAfterSuffix:
        before !== undefined && suffixes.has(before.text) && isHan(lastOf(pieces[place - 2]?.text ?? '')),
      isBeforeOne: borders.has(pieces[place + 1]?.index ?? text.length),
      isInBrackets: depth > 0,
    };
    const blank = piece.isWide ? blankOf(piece.text) : undefined;
    return {
      text: piece.text,
      start: piece.index,
      isWide: piece.isWide,
      gap: before ? gapBetween(before, piece) : 0,
      breakCost: before ? costBetween(before, piece, surroundings) : Infinity,
      ...(blank ? { blank } : {}),
    };
  });
}

/** Cuts an atom that no line can hold, where it must be: rather after `-`, `_`, `/` or `.` than in a word. */
export const shatter = (atom: Atom): Atom[] =>
  [...graphemes.segment(atom.text)].map(({ segment }, place, all) =>
    place === 0
      ? { ...atom, text: segment }
      : { ...atom, text: segment, gap: 0, breakCost: /[-_/.]/u.test(all[place - 1]?.segment ?? '') ? 2 : 20 },
  );
