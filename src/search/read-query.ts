import { bigrams, plainForm, type Word, wordsOf } from './han-text.ts';

/** Longer questions are cut. */
const longestQuery = 256;

/** A question as the index can be asked it. */
export interface ReadQuery {
  /** In one spelling, trimmed; empty where there is nothing to ask. */
  readonly text: string;
  /** As it was written, where scripts and signs of formulas still are. */
  readonly typed: string;
  /** The reader put it into quotes: nothing else will do. */
  readonly isLiteral: boolean;
  readonly words: readonly Word[];
}

const quoted = /^["“”「『](?<inner>.+)["“”」』]$/u;
/** Reads what somebody typed, whatever it is. */
export function readQuery(typed: string): ReadQuery {
  const cut = [...typed]
    .slice(0, longestQuery)
    .join('')
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  const text = plainForm(cut).trim();
  const inner = quoted.exec(text)?.groups?.inner?.trim();
  const asked = inner ?? text;
  return { text: asked, typed: cut, isLiteral: inner !== undefined, words: wordsOf(asked) };
}

/** Terms of the index for words: what Pagefind is asked. */
export const termsOf = (words: readonly Word[]): string =>
  words.flatMap(({ text, isHan }) => (isHan ? bigrams(text) : [text])).join(' ');
