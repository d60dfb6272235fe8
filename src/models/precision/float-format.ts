/**
 * A binary floating-point format: one sign bit, `exponentBits`, `mantissaBits`, read as IEEE 754-2019, 3.4
 * says for any widths.
 */
export interface FloatFormat {
  /** 2 to 11. */
  readonly exponentBits: number;
  /** 1 to 52. */
  readonly mantissaBits: number;
  /**
   * What the highest exponent holds: infinities and NaN, as in IEEE 754; or ordinary numbers, and NaN for
   * the one mantissa of all ones, as in E4M3 (Micikevicius et al. 2022, 2209.05433, table 1).
   */
  readonly specials: 'ieee' | 'nan-only';
}

const ieee = (exponentBits: number, mantissaBits: number): FloatFormat => ({
  exponentBits,
  mantissaBits,
  specials: 'ieee',
});

/** The formats that deep learning uses. TF32 takes 32 bits in memory; its fields are those of the arithmetic. */
export const formats = {
  FP64: ieee(11, 52),
  FP32: ieee(8, 23),
  TF32: ieee(8, 10),
  BF16: ieee(8, 7),
  FP16: ieee(5, 10),
  'FP8 E5M2': ieee(5, 2),
  'FP8 E4M3': { exponentBits: 4, mantissaBits: 3, specials: 'nan-only' },
} as const satisfies Record<string, FloatFormat>;

/** A number in a format: the fields as unsigned integers. */
export interface FloatBits {
  readonly sign: 0 | 1;
  /** The biased exponent, 0 to 2^e − 1. */
  readonly exponent: number;
  /** 0 to 2^m − 1. */
  readonly mantissa: number;
}

/** What is added to an exponent: 2^(e−1) − 1. */
export const biasOf = ({ exponentBits }: FloatFormat): number => 2 ** (exponentBits - 1) - 1;

const topExponent = ({ exponentBits }: FloatFormat): number => 2 ** exponentBits - 1;

/** The biased exponent of the largest numbers. */
const largestExponent = (format: FloatFormat): number =>
  topExponent(format) - (format.specials === 'ieee' ? 1 : 0);

/** The mantissa of the largest number. */
const largestMantissa = ({ mantissaBits, specials }: FloatFormat): number =>
  2 ** mantissaBits - (specials === 'ieee' ? 1 : 2);

/** The number that fields stand for; infinities and NaN too. Exact, as FP64 holds every format here. */
export function valueOf({ sign, exponent, mantissa }: FloatBits, format: FloatFormat): number {
  const factor = sign === 1 ? -1 : 1;
  const fraction = mantissa / 2 ** format.mantissaBits;
  if (exponent === topExponent(format)) {
    if (format.specials === 'ieee') return mantissa === 0 ? factor * Infinity : NaN;
    if (mantissa === 2 ** format.mantissaBits - 1) return NaN;
  }
  const scale = 2 ** (Math.max(1, exponent) - biasOf(format));
  return factor * scale * (exponent === 0 ? fraction : 1 + fraction);
}

/** Rounds to an integer, a tie to the even one. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5) return floor;
  if (rest > 0.5) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

const isNegative = (value: number): boolean => value < 0 || Object.is(value, -0);

/** floor(log2(value)) of a positive number, exact where `Math.log2` may round up. */
function exponentOf(value: number): number {
  const guess = Math.floor(Math.log2(value));
  if (2 ** guess > value) return guess - 1;
  return 2 ** (guess + 1) <= value ? guess + 1 : guess;
}

/**
 * The fields of the number of a format that is nearest to a value, ties to even (IEEE 754-2019, 4.3.1).
 * What is too large becomes infinity, in formats without one NaN: the saturation that hardware may choose
 * instead is left to the caller.
 */
export function encode(value: number, format: FloatFormat): FloatBits {
  const sign = isNegative(value) ? 1 : 0;
  const { mantissaBits, specials } = format;
  const top = topExponent(format);
  const isNaNOnly = specials === 'nan-only';
  const nan: FloatBits = {
    sign: 0,
    exponent: top,
    mantissa: isNaNOnly ? 2 ** mantissaBits - 1 : 2 ** (mantissaBits - 1),
  };
  const overflow: FloatBits = isNaNOnly ? { ...nan, sign } : { sign, exponent: top, mantissa: 0 };
  if (Number.isNaN(value)) return nan;
  const size = Math.abs(value);
  if (size === Infinity) return overflow;
  if (size === 0) return { sign, exponent: 0, mantissa: 0 };
  const smallest = 1 - biasOf(format);
  const power = Math.max(smallest, exponentOf(size));
  // Two factors: the distance of two subnormal numbers of FP64 has no reciprocal that is finite.
  const steps = roundHalfEven((size / 2 ** power) * 2 ** mantissaBits);
  const ones = 2 ** mantissaBits;
  const carried = steps >= 2 * ones;
  const exponent = steps < ones ? 0 : power + (carried ? 1 : 0) + biasOf(format);
  const mantissa = steps < ones ? steps : carried ? 0 : steps - ones;
  const limit = largestExponent(format);
  const isTooLarge = exponent > limit || (exponent === limit && mantissa > largestMantissa(format));
  return isTooLarge ? overflow : { sign, exponent, mantissa };
}

/** The number of a format that is nearest to a value, ties to even. */
export const round = (value: number, format: FloatFormat): number => valueOf(encode(value, format), format);

/** What a format can hold. */
export interface FloatLimits {
  readonly largest: number;
  readonly smallestNormal: number;
  readonly smallestSubnormal: number;
  /** Unit roundoff 2^−(m+1): bound on the relative error of rounding a number in the normal range. */
  readonly unitRoundoff: number;
}

export function limitsOf(format: FloatFormat): FloatLimits {
  const { mantissaBits } = format;
  const smallestNormal = 2 ** (1 - biasOf(format));
  const largest = { exponent: largestExponent(format), mantissa: largestMantissa(format) };
  return {
    largest: valueOf({ sign: 0, ...largest }, format),
    smallestNormal,
    smallestSubnormal: smallestNormal / 2 ** mantissaBits,
    unitRoundoff: 2 ** -(mantissaBits + 1),
  };
}

/** The next larger and the next smaller number of a format; infinity, or NaN, beyond the largest. */
export function neighboursOf(bits: FloatBits, format: FloatFormat): { below: number; above: number } {
  const value = valueOf(bits, format);
  const step = (towards: 1 | -1): number => {
    if (Number.isNaN(value) || value === towards * Infinity) return value;
    if (value === 0) return towards * limitsOf(format).smallestSubnormal;
    const isAway = value > 0 === towards > 0;
    const ones = 2 ** format.mantissaBits;
    const magnitude = bits.exponent * ones + bits.mantissa + (isAway ? 1 : -1);
    const next = { sign: bits.sign, exponent: Math.floor(magnitude / ones), mantissa: magnitude % ones };
    return valueOf(next, format);
  };
  return { below: step(-1), above: step(1) };
}
