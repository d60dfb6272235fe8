import { describe, expect, it } from 'vitest';
import { headLogits, initialHead, type Matrix, silu } from '../../../../src/models/medusa/head.ts';
import { a100, balancedTokens, linearTime } from '../../../../src/models/medusa/roofline.ts';
import { randomFrom } from '../../../../src/models/random.ts';

const random = randomFrom(4);
const matrix = (rows: number, columns: number): Matrix =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => random() - 0.5));

const hidden = matrix(1, 5)[0] ?? [];
const languageModelHead = matrix(7, 5);

/** Cross-entropy of a head for one token. */
function lossOf(logits: readonly number[], token: number): number {
  const sum = logits.reduce((total, logit) => total + Math.exp(logit), 0);
  return Math.log(sum) - (logits[token] ?? 0);
}

describe('a head as training starts', () => {
  it('predicts exactly what the language model head does', () => {
    const own = languageModelHead.map((row) =>
      row.reduce((sum, weight, i) => sum + weight * (hidden[i] ?? 0), 0),
    );
    expect(headLogits(initialHead(languageModelHead, 5), hidden)).toEqual(own);
  });

  it('has a gradient in its residual block from the first step', () => {
    const at = (weight: number): number => {
      const head = initialHead(languageModelHead, 5);
      const residual = head.residual.map((row, i) =>
        row.map((zero, j) => (i === 2 && j === 3 ? weight : zero)),
      );
      return lossOf(headLogits({ ...head, residual }, hidden), 1);
    };
    const numerical = (at(1e-6) - at(-1e-6)) / 2e-6;
    // By hand: dL/dW₁[2][3] = SiLU'(0)·h[3]·Σ (p − y)·W₂[·][2], and SiLU'(0) is one half.
    const logits = headLogits(initialHead(languageModelHead, 5), hidden);
    const powers = logits.map(Math.exp);
    const sum = powers.reduce((total, power) => total + power, 0);
    const back = powers.reduce(
      (total, power, token) =>
        total + (power / sum - (token === 1 ? 1 : 0)) * (languageModelHead[token]?.[2] ?? 0),
      0,
    );
    expect(numerical).toBeCloseTo(0.5 * (hidden[3] ?? 0) * back, 8);
    expect(Math.abs(numerical)).toBeGreaterThan(1e-4);
  });

  it('has a slope of one half where SiLU is zero', () => {
    expect(silu(0)).toBe(0);
    expect((silu(1e-6) - silu(-1e-6)) / 2e-6).toBeCloseTo(0.5, 10);
  });
});

describe('the roofline', () => {
  it('reads weights until as many tokens as the ridge says, and computes beyond', () => {
    const ridge = balancedTokens(a100);
    expect(ridge).toBeCloseTo(312e12 / 1935e9, 10);
    expect(linearTime(a100, 7e9, 1)).toBe(linearTime(a100, 7e9, Math.floor(ridge)));
    expect(linearTime(a100, 7e9, 2 * ridge)).toBeCloseTo(2 * linearTime(a100, 7e9, 1), 12);
  });
});
