import { formulaTokens } from './formula-tokens.ts';
import { rememberTexts } from './remember-texts.ts';

/** The letters that stand for the hexadecimal digits of a character. */
const digits = 'abcdefghijklmnop';
/** Ends every word, so that none is the beginning of another: Pagefind matches by beginnings. */
const end = 'z';

const encodeCharacter = (character: string): string =>
  [...(character.codePointAt(0) ?? 0).toString(16)]
    .map((digit) => digits[Number.parseInt(digit, 16)] ?? '')
    .join('');

/**
 * A token of a formula as a word of the index: small letters alone, which no index folds, stems or
 * cuts, and which keep `w` and `W` apart.
 */
const wordOf = rememberTexts((token) => [...token].map(encodeCharacter).join('') + end, {
  shortest: 1,
  most: 100_000,
});

/**
 * Words of the index for tokens of a formula.
 *
 * @example formulaWords(formulaTokens('BA')) // ['ecz', 'ebz']
 */
export const formulaWords = (tokens: readonly string[]): string[] => tokens.map(wordOf);

/** A formula of more tokens is rare enough to be found by them. */
const longestWhole = 8;

/**
 * A word that a formula has for itself alone, and that no token has: a common `α/r` is found before the
 * many formulas that hold it. Nothing for a long one. A few formulas may share one by chance.
 */
export function wholeWord(tokens: readonly string[]): string | undefined {
  if (tokens.length === 0 || tokens.length > longestWhole) return undefined;
  // FNV-1a
  let hash = 0x811c9dc5;
  for (const character of tokens.join(' ')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  const letters = [0, 4, 8, 12, 16, 20].map((shift) => digits[(hash >>> shift) & 15] ?? '');
  return `q${letters.join('')}${end}`;
}

/** A sign that takes a place between two formulas and is no word: no query reaches over it. */
const border = '|';

/** What the index reads for formulas that are one record. */
export const groupContent = (formulas: readonly (readonly string[])[]): string =>
  formulas
    .map((tokens) => [...formulaWords(tokens), border, wholeWord(tokens) ?? '', border].join(' '))
    .join(' ');

/** Tokens of a formula, cut for search: TeX, Unicode and plain text give the same. */
export const tokensOfFormula = (formula: string): string[] => formulaTokens(formula.normalize('NFC'));
