import { plainWeight } from './pagefind-pages.ts';

/** A stretch of the text of a page. */
export interface Stretch {
  /** Tokens with spaces between them. */
  readonly tokens: string;
  /** How much they count; {@link plainWeight} where nothing is said. */
  readonly weight?: number;
}

/** Bits of a number that say which of the weights a token has. */
const weightBits = 3;
const mostWeights = 1 << weightBits;

/** Different tokens, each with a number. */
export class Tokens {
  readonly #numbers = new Map<string, number>();

  numberOf(token: string): number {
    const known = this.#numbers.get(token);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(token, number);
    return number;
  }

  /** All of them, by their numbers. */
  get all(): string[] {
    return [...this.#numbers.keys()];
  }
}

/**
 * The tokens of many pages in the order of the text, four bytes for each. A page is a list of numbers;
 * the place of a token in it is its position, and the number says which token it is and what it weighs.
 */
export class TokenLog {
  readonly #tokens: Tokens;
  readonly #weights: number[] = [];
  readonly #pages: Uint32Array[] = [];
  #page = new Uint32Array(1 << 12);

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** Adds a page. @returns its length. */
  add(stretches: readonly Stretch[]): number {
    let length = 0;
    for (const { tokens, weight = plainWeight } of stretches) {
      const kind = this.#kindOf(weight);
      for (const token of tokens.split(' ')) {
        if (token === '') continue;
        if (length === this.#page.length) this.#grow();
        this.#page[length] = (this.#tokens.numberOf(token) << weightBits) | kind;
        length += 1;
      }
    }
    this.#pages.push(this.#page.slice(0, length));
    return length;
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
