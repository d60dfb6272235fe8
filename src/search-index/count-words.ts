import { isHan } from '../search/han-text.ts';
import { fold } from '../search/matching.ts';
import { TokenLog } from './token-log.ts';

/** More words than this are not compared with a mistyped one; the rare ones go. */
const mostWords = 4000;

/** What the articles are written with. */
export interface Vocabulary {
  /** Terms of their texts, in small letters; Han runs as bigrams. */
  readonly terms: ReadonlySet<string>;
  /** Words of other scripts, those of the text before those of the code, those in more articles first. */
  readonly words: readonly string[];
}

/** Counts in how many pages words are. */
class PageCounts {
  readonly counts: Uint32Array;
  readonly #last: Uint32Array;

  constructor(words: number) {
    this.counts = new Uint32Array(words);
    this.#last = new Uint32Array(words);
  }

  /** @param page its number, from 1 on; the pages come in order. */
  add(word: number, page: number): void {
    if (this.#last[word] === page) return;
    this.#last[word] = page;
    this.counts[word] = (this.counts[word] ?? 0) + 1;
  }

  /** Those of the words that fit and are in a page, those in more pages first. */
  sorted(words: readonly string[], fitting: RegExp): string[] {
    return words
      .map((word, number) => ({ word, count: this.counts[number] ?? 0 }))
      .filter(({ word, count }) => count > 0 && fitting.test(word))
      .toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
      .map(({ word }) => word);
  }
}

/**
 * What articles are written with, from the tokens of their texts.
 *
 * @param tokens all of them, by their numbers.
 * @param codeWeight what tokens of code weigh, and no others.
 */
export function countWords(log: TokenLog, tokens: readonly string[], codeWeight: number): Vocabulary {
  const numbers = new Map<string, number>();
  const wordOf = Uint32Array.from(tokens, (token) => {
    const word = isHan(token) ? token : fold(token);
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  });
  const words = [...numbers.keys()];
  const [inText, inCode] = [new PageCounts(words.length), new PageCounts(words.length)];
  for (const [page, items] of log.pages.entries()) {
    for (const item of items) {
      const counts = log.weightOf(item) === codeWeight ? inCode : inText;
      counts.add(wordOf[TokenLog.tokenOf(item)] ?? 0, page + 1);
    }
  }
  const written = [...inText.sorted(words, /^[a-z][\w.+-]{2,}$/u), ...inCode.sorted(words, /^[a-z]{4,}$/u)];
  return {
    terms: new Set(words.filter((_, number) => (inText.counts[number] ?? 0) > 0)),
    words: [...new Set(written)].slice(0, mostWords),
  };
}
