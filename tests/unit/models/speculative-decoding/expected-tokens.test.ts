import { describe, expect, it } from 'vitest';
import { expectedTokens } from '../../../../src/models/speculative-decoding/expected-tokens.ts';

/** The mean of the lengths of a round, each with its own probability. */
function meanOfLengths(alpha: number, gamma: number): number {
  let mean = (gamma + 1) * alpha ** gamma;
  for (let accepted = 0; accepted < gamma; accepted += 1)
    mean += (accepted + 1) * alpha ** accepted * (1 - alpha);
  return mean;
}

describe('the expected tokens of a verification', () => {
  it.each([0, 0.1, 0.5, 0.8, 0.99, 0.999_999_999, 1])('are the mean over the lengths at α = %d', (alpha) => {
    for (let gamma = 1; gamma <= 12; gamma += 1)
      expect(expectedTokens(alpha, gamma)).toBeCloseTo(meanOfLengths(alpha, gamma), 10);
  });

  it.each([0, 0.3, 0.9])('follow the closed form at α = %d', (alpha) => {
    expect(expectedTokens(alpha, 5)).toBeCloseTo((1 - alpha ** 6) / (1 - alpha), 12);
  });
});
