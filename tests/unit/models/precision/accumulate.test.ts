import { describe, expect, it } from 'vitest';
import {
  errorsOf,
  sumBy,
  sumChunked,
  sumErrorBound,
  sumKahan,
  sumPairwise,
  sumPlain,
} from '../../../../src/models/precision/accumulate.ts';
import { formats, round } from '../../../../src/models/precision/float-format.ts';
import { randomFrom } from '../../../../src/models/random.ts';

const { FP16, FP32, FP64, BF16 } = formats;
const ones = (count: number): number[] => Array.from({ length: count }, () => 1);

/** Uniform numbers of FP16 from 0 to 1. */
function uniforms(count: number, seed = 1): number[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => round(random(), FP16));
}

/** An oracle: FP16 numbers are multiples of 2^−24, which integers add up without error. */
const exactSum = (values: readonly number[]): number =>
  Number(values.reduce((sum, value) => sum + BigInt(value * 2 ** 24), 0n)) / 2 ** 24;

describe('a plain sum', () => {
  it('of ones stops where one is half a step: 2048 in FP16, 256 in BF16', () => {
    expect(sumPlain(ones(5000), FP16)).toBe(2048);
    expect(sumPlain(ones(5000), BF16)).toBe(256);
    expect(sumPlain(ones(5000), FP32)).toBe(5000);
  });

  it('rounds to FP32 as the platform does', () => {
    const values = uniforms(2000);
    let sum = 0;
    for (const value of values) sum = Math.fround(sum + value);
    expect(sumPlain(values, FP32)).toBe(sum);
  });

  it('keeps to the bound', () => {
    const values = uniforms(4000);
    for (const format of [FP16, BF16, FP32]) {
      for (const length of [2, 10, 100, 1000, 4000]) {
        const exact = exactSum(values.slice(0, length));
        const error = Math.abs(sumPlain(values.slice(0, length), format) - exact) / exact;
        expect(error).toBeLessThanOrEqual(sumErrorBound(length, format));
      }
    }
    expect(sumErrorBound(2049, FP16)).toBe(Infinity);
  });
});

describe('better sums', () => {
  it.each(['kahan', 'pairwise', 'chunked'] as const)('%s is off by far less than the plain one', (method) => {
    const values = uniforms(8000);
    const exact = exactSum(values);
    const error = Math.abs(sumBy(method, values, FP16) - exact) / exact;
    const plain = Math.abs(sumPlain(values, FP16) - exact) / exact;
    expect(error).toBeLessThan(plain / 50);
    expect(plain).toBeGreaterThan(0.02);
  });

  it('by Kahan add two million ones that FP32 alone would not', () => {
    // From 2^24 on FP32 swallows ones; start there.
    const values = [2 ** 24, ...ones(1000)];
    expect(sumPlain(values, FP32)).toBe(2 ** 24);
    expect(sumKahan(values, FP32)).toBe(2 ** 24 + 1000);
  });

  it('agree where nothing is rounded', () => {
    const values = uniforms(500);
    for (const method of ['plain', 'kahan', 'pairwise'] as const) {
      expect(sumBy(method, values, FP64)).toBe(exactSum(values));
    }
    expect(sumPairwise([], FP16)).toBe(0);
    expect(sumChunked(ones(4096), FP16)).toBe(4096);
  });
});

describe('errors over lengths', () => {
  it('are those of the lists cut there', () => {
    const values = uniforms(300);
    const [first, last] = errorsOf('plain', values, FP16, [10, 300]);
    expect(last?.error).toBe(Math.abs(sumPlain(values, FP16) - exactSum(values)) / exactSum(values));
    expect(first?.length).toBe(10);
  });
});
