import {
  biasOf,
  encode,
  type FloatBits,
  type FloatFormat,
  limitsOf,
  neighboursOf,
  valueOf,
} from './float-format.ts';

/** What a pattern of bits stands for. */
export type FloatKind = 'zero' | 'subnormal' | 'normal' | 'infinite' | 'nan';

/** Bits of a format, the sign included. */
export const widthOf = ({ exponentBits, mantissaBits }: FloatFormat): number =>
  1 + exponentBits + mantissaBits;

/** The bits of a field, the highest first. Exact to 52 bits, which shifts of JavaScript are not. */
const digitsOf = (field: number, count: number): (0 | 1)[] =>
  Array.from({ length: count }, (_, place) =>
    Math.floor(field / 2 ** (count - 1 - place)) % 2 === 1 ? 1 : 0,
  );

const fieldOf = (digits: readonly number[]): number => digits.reduce((sum, digit) => 2 * sum + digit, 0);

/** The bits of a number as they stand in memory: sign, exponent, mantissa, each the highest first. */
export const patternOf = (
  { sign, exponent, mantissa }: FloatBits,
  { exponentBits, mantissaBits }: FloatFormat,
): readonly (0 | 1)[] => [sign, ...digitsOf(exponent, exponentBits), ...digitsOf(mantissa, mantissaBits)];

/** The fields of a pattern that {@link patternOf} wrote. */
export const fieldsOf = (pattern: readonly (0 | 1)[], { exponentBits }: FloatFormat): FloatBits => ({
  sign: pattern[0] ?? 0,
  exponent: fieldOf(pattern.slice(1, 1 + exponentBits)),
  mantissa: fieldOf(pattern.slice(1 + exponentBits)),
});

/** Turns one bit over; `place` counts from the sign at 0. */
export function flipBit(bits: FloatBits, format: FloatFormat, place: number): FloatBits {
  const flipped = patternOf(bits, format).map((bit, at) => (at === place ? (bit === 1 ? 0 : 1) : bit));
  return fieldsOf(flipped, format);
}

export function kindOf(bits: FloatBits, format: FloatFormat): FloatKind {
  const value = valueOf(bits, format);
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return 'infinite';
  if (value === 0) return 'zero';
  return bits.exponent === 0 ? 'subnormal' : 'normal';
}

/** Distance from a number to the next one away from zero in its binade: 2^(max(1, E) − b − m). */
export const ulpOf = ({ exponent }: FloatBits, format: FloatFormat): number =>
  2 ** (Math.max(1, exponent) - biasOf(format) - format.mantissaBits);

/** A number, what a format makes of it, and what stands beside that. */
export interface Rounding {
  readonly bits: FloatBits;
  readonly value: number;
  readonly kind: FloatKind;
  readonly below: number;
  readonly above: number;
  readonly ulp: number;
  /** |value − wanted|; infinite where it overflows, NaN for NaN. */
  readonly error: number;
  /** error / |wanted|; 0 for a wanted 0. */
  readonly relativeError: number;
}

/** Reads bits as the rounding of a wanted number, by default of the very number that they stand for. */
export function readBits(bits: FloatBits, format: FloatFormat, wanted = valueOf(bits, format)): Rounding {
  const value = valueOf(bits, format);
  const error = value === wanted ? 0 : Math.abs(value - wanted);
  return {
    bits,
    value,
    kind: kindOf(bits, format),
    ...neighboursOf(bits, format),
    ulp: ulpOf(bits, format),
    error,
    relativeError: error === 0 ? 0 : error / Math.abs(wanted),
  };
}

/** Rounds a number to the nearest of a format, ties to even. */
export const roundingOf = (wanted: number, format: FloatFormat): Rounding =>
  readBits(encode(wanted, format), format, wanted);

/** How many binades, intervals [2^k, 2^(k+1)), lie from the smallest subnormal to the largest number. */
export function binadesOf(format: FloatFormat): number {
  const { largest, smallestSubnormal } = limitsOf(format);
  return Math.floor(Math.log2(largest)) - Math.log2(smallestSubnormal) + 1;
}
