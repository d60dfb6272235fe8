import { plainWeight } from './pagefind-pages.ts';

/** A stretch of the text of a page. */
export interface Stretch {
  readonly text: string;
  /** How much its tokens count; {@link plainWeight} where nothing is said. */
  readonly weight?: number;
}

/** Bits of a number that say which of the weights a token has. */
const weightBits = 3;
const mostWeights = 1 << weightBits;

/** Different tokens, each with a number. */
export class Tokens {
  readonly #numbers = new Map<string, number>();
  /** Numbers of pairs of characters, by the second of these, by the first. */
  readonly #pairs = new Map<number, Map<number, number>>();

  numberOf(token: string): number {
    const known = this.#numbers.get(token);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(token, number);
    return number;
  }

  /** The number of the token of two code points. */
  numberOfPair(first: number, second: number): number {
    const known = this.#pairs.get(first)?.get(second);
    if (known !== undefined) return known;
    const number = this.numberOf(String.fromCodePoint(first, second));
    const pairs = this.#pairs.get(first) ?? new Map<number, number>();
    this.#pairs.set(first, pairs.set(second, number));
    return number;
  }

  /** All of them, by their numbers. */
  get all(): string[] {
    return [...this.#numbers.keys()];
  }
}

/** Gives the tokens of a text to a function, one after the other. */
export type Cut = (text: string, tokens: Tokens, add: (token: number) => void) => void;

/** Cuts a text that has spaces between its tokens. */
export const cutAtSpaces: Cut = (text, tokens, add) => {
  for (const token of text.split(' ')) {
    if (token !== '') add(tokens.numberOf(token));
  }
};

/**
 * The tokens of many pages in the order of the text, four bytes for each. A page is a list of numbers;
 * the place of a token in it is its position, and the number says which token it is and what it weighs.
 */
export class TokenLog {
  readonly #tokens: Tokens;
  readonly #cut: Cut;
  readonly #weights: number[] = [];
  readonly #pages: Uint32Array[] = [];
  #page = new Uint32Array(1 << 12);
  #length = 0;

  constructor(tokens: Tokens, cut: Cut) {
    this.#tokens = tokens;
    this.#cut = cut;
  }

  /** Adds a page. @returns its length. */
  add(stretches: readonly Stretch[]): number {
    this.#length = 0;
    for (const { text, weight = plainWeight } of stretches) {
      const kind = this.#kindOf(weight);
      this.#cut(text, this.#tokens, (token) => {
        if (this.#length === this.#page.length) this.#grow();
        this.#page[this.#length] = (token << weightBits) | kind;
        this.#length += 1;
      });
    }
    this.#pages.push(this.#page.slice(0, this.#length));
    return this.#length;
  }

  #grow(): void {
    const larger = new Uint32Array(2 * this.#page.length);
    larger.set(this.#page);
    this.#page = larger;
  }

  #kindOf(weight: number): number {
    const known = this.#weights.indexOf(weight);
    if (known >= 0) return known;
    if (this.#weights.length === mostWeights) throw new RangeError('There are too many weights.');
    return this.#weights.push(weight) - 1;
  }

  get pages(): readonly Uint32Array[] {
    return this.#pages;
  }

  /** Which token an item of a page is. */
  static tokenOf(item: number): number {
    return item >>> weightBits;
  }

  /** What an item of a page weighs. */
  weightOf(item: number): number {
    return this.#weights[item & (mostWeights - 1)] ?? plainWeight;
  }
}
