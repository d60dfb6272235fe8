import type { CborWriter } from './cbor.ts';

/** The weight of a word where nothing says otherwise; code and headings have less and more. */
export const plainWeight = 24;

/** The weight that Pagefind's reader begins each page with. */
const assumedWeight = 25;

/** A place of a word in the text of a page. */
export interface Place {
  /** How many tokens stand before it. */
  readonly position: number;
  readonly weight: number;
}

/** A page that has a word, as Pagefind's index says it. */
export type Page = readonly [
  /** How many pages it is behind the last one that has the word. */
  step: number,
  places: readonly number[],
  /** Places in its names: a field as a negative number less one, then steps from one to the next. */
  names: readonly number[],
];

/** A word of Pagefind's index. Pages of its forms with accents are apart. */
export type WordEntry = readonly [
  word: string,
  pages: readonly Page[],
  forms: readonly (readonly [form: string, pages: readonly Page[]])[],
];

/** Reads the places of a page: weights are negative numbers less one, positions steps from the last one. */
export function placesOf([, numbers]: Page): Place[] {
  const places: Place[] = [];
  let [position, weight] = [0, assumedWeight];
  for (const number of numbers) {
    if (number < 0) [position, weight] = [0, -1 - number];
    else {
      position += number;
      places.push({ position, weight });
    }
  }
  return places;
}

/** Places of a page in arrays that hold those of others too. */
export interface PlaceRange {
  readonly start: number;
  readonly end: number;
  /** What is to be taken from a number of {@link places} to make it a position of this page. */
  readonly offset: number;
  /** In order. */
  readonly places: Uint32Array;
  readonly weights: Uint8Array;
}

/** Indices of a range with the light places first, so that a weight is said once; nothing where all are equal. */
function orderOf({ start, end, weights }: PlaceRange): number[] | undefined {
  const first = weights[start];
  let index = start + 1;
  while (index < end && weights[index] === first) index += 1;
  if (index >= end) return undefined;
  const order = Array.from({ length: end - start }, (_, count) => start + count);
  return order.sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0) || a - b);
}

/** Writes what {@link placesOf} reads. @returns how many numbers. */
export function writePlaces(range: PlaceRange, writer: CborWriter): number {
  const { start, end, offset, places, weights } = range;
  const order = orderOf(range);
  let [length, weight, last] = [end - start, assumedWeight, 0];
  for (let count = 0; count < end - start; count += 1) {
    const own = weights[order?.[count] ?? start + count] ?? 0;
    if (own !== weight) length += 1;
    weight = own;
  }
  writer.array(length);
  weight = assumedWeight;
  for (let count = 0; count < end - start; count += 1) {
    const index = order?.[count] ?? start + count;
    const [own, position] = [weights[index] ?? 0, (places[index] ?? 0) - offset];
    if (own !== weight) {
      writer.number(-1 - own);
      [weight, last] = [own, 0];
    }
    writer.number(position - last);
    last = position;
  }
  return length;
}
