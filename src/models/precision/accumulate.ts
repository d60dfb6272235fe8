import { type FloatFormat, formats, round } from './float-format.ts';

/** How to add up a list of numbers, every operation rounded to one format. */
export type Method = 'plain' | 'kahan' | 'pairwise' | 'chunked';

/** Adds from left to right. */
export function sumPlain(values: readonly number[], format: FloatFormat): number {
  let sum = 0;
  for (const value of values) sum = round(sum + value, format);
  return sum;
}

// #region kahan
/** Adds from left to right and carries what each addition lost into the next (Kahan 1965, 10.1145/363707.363723). */
export function sumKahan(values: readonly number[], format: FloatFormat): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const wanted = round(value - lost, format);
    const next = round(sum + wanted, format);
    lost = round(round(next - sum, format) - wanted, format);
    sum = next;
  }
  return sum;
}
// #endregion

/** Adds the sums of the two halves; the error grows with log2 of the length. */
export function sumPairwise(values: readonly number[], format: FloatFormat): number {
  if (values.length <= 1) return values.length === 0 ? 0 : round(values[0] ?? 0, format);
  const middle = Math.ceil(values.length / 2);
  return round(
    sumPairwise(values.slice(0, middle), format) + sumPairwise(values.slice(middle), format),
    format,
  );
}

/**
 * Adds chunks in the narrow format and their sums in FP32: what DeepSeek-V3 does with 128 elements each
 * (2412.19437, section 3.3.2).
 */
export function sumChunked(values: readonly number[], format: FloatFormat, chunk = 128): number {
  let sum = 0;
  for (let start = 0; start < values.length; start += chunk) {
    sum = round(sum + sumPlain(values.slice(start, start + chunk), format), formats.FP32);
  }
  return sum;
}

const methods = {
  plain: sumPlain,
  kahan: sumKahan,
  pairwise: sumPairwise,
  chunked: sumChunked,
} as const satisfies Record<Method, (values: readonly number[], format: FloatFormat) => number>;

/** The sum of numbers in a format, by a method. */
export const sumBy = (method: Method, values: readonly number[], format: FloatFormat): number =>
  methods[method](values, format);

/** Relative errors of a sum over growing lists. */
export interface ErrorPoint {
  readonly length: number;
  readonly error: number;
}

/** The relative error of a sum at each of `lengths`, against the sum of the same numbers in FP64 by Kahan's method. */
export function errorsOf(
  method: Method,
  values: readonly number[],
  format: FloatFormat,
  lengths: readonly number[],
): ErrorPoint[] {
  return lengths.map((length) => {
    const list = values.slice(0, length);
    const exact = sumKahan(list, formats.FP64);
    return { length, error: Math.abs(sumBy(method, list, format) - exact) / Math.abs(exact) };
  });
}

/**
 * Bound on the relative error of a plain sum of `length` numbers of one sign: γ = nu / (1 − nu) for n − 1
 * roundings (Higham 2002, 10.1137/1.9780898718027, section 4.2); infinite where it says nothing.
 */
export function sumErrorBound(length: number, { mantissaBits }: FloatFormat): number {
  const product = (length - 1) * 2 ** -(mantissaBits + 1);
  return product < 1 ? product / (1 - product) : Infinity;
}
