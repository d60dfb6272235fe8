import { bigrams, hanRuns, plainForm } from './han-text.ts';

/** Longer questions are cut. */
const longestQuery = 256;

/** A word of a query: a run of Han characters, or a word of another script. */
export interface QueryWord {
  readonly text: string;
  readonly isHan: boolean;
}

/** A question as the index can be asked it. */
export interface ReadQuery {
  /** In one spelling, trimmed; empty where there is nothing to ask. */
  readonly text: string;
  /** As it was written, where scripts and signs of formulas still are. */
  readonly typed: string;
  /** The reader put it into quotes: nothing else will do. */
  readonly isLiteral: boolean;
  readonly words: readonly QueryWord[];
}

const quoted = /^["“”「『](?<inner>.+)["“”」』]$/u;
/** Words of scripts other than Han, with the signs that belong to names: `C++`, `GPT-3.5`, `KV`. */
const otherWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}_.+#'’-]*/gu;

/** Words of a text in one spelling. */
export function wordsOf(text: string): QueryWord[] {
  const words: QueryWord[] = [];
  let last = 0;
  const addOthers = (between: string): void => {
    for (const [word] of between.matchAll(otherWord)) {
      const trimmed = word.replace(/[.'’_-]+$/u, '');
      if (trimmed !== '') words.push({ text: trimmed, isHan: false });
    }
  };
  for (const { 0: run, index } of text.matchAll(hanRuns)) {
    addOthers(text.slice(last, index));
    words.push({ text: run, isHan: true });
    last = index + run.length;
  }
  addOthers(text.slice(last));
  return words;
}

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
export const termsOf = (words: readonly QueryWord[]): string =>
  words.flatMap(({ text, isHan }) => (isHan ? bigrams(text) : [text])).join(' ');
