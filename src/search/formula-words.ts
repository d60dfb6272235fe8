import { formulaTokens } from './formula-tokens.ts';

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
const wordOf = (token: string): string => [...token].map(encodeCharacter).join('') + end;

/**
 * Words of the index for tokens of a formula.
 *
 * @example formulaWords(formulaTokens('BA')) // ['ecz', 'ebz']
 */
export const formulaWords = (tokens: readonly string[]): string[] => tokens.map(wordOf);

/** Tokens of a formula, cut for search: TeX, Unicode and plain text give the same. */
export const tokensOfFormula = (formula: string): string[] => formulaTokens(formula.normalize('NFC'));
