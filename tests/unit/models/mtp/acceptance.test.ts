import { describe, expect, it } from 'vitest';
import { expectedTokens, keptShares, ratesFrom, speedup } from '../../../../src/models/mtp/acceptance.ts';
import { randomFrom } from '../../../../src/models/random.ts';

describe('tokens per pass', () => {
  it('are what drafts accepted one by one yield on average', () => {
    const random = randomFrom(17);
    for (const rates of [[0.9], [0.88, 0.78, 0.8], [0.5, 0.99, 0.2, 0.7], [0, 1]]) {
      const passes = 100_000;
      let tokens = 0;
      for (let pass = 0; pass < passes; pass += 1) {
        const refused = rates.findIndex((rate) => random() >= rate);
        tokens += 1 + (refused < 0 ? rates.length : refused);
      }
      // Between 1 and m + 1 tokens, so that a standard error is at most (m/2)/√passes; four of them.
      const bound = (4 * rates.length) / 2 / Math.sqrt(passes);
      expect(Math.abs(tokens / passes - expectedTokens(rates))).toBeLessThanOrEqual(bound);
    }
  });

  it('are the geometric series of Leviathan et al. 2022 where all rates agree', () => {
    for (const rate of [0, 0.3, 0.85, 0.999]) {
      for (const drafts of [0, 1, 4, 9]) {
        const closed = (1 - rate ** (drafts + 1)) / (1 - rate);
        expect(expectedTokens(Array.from({ length: drafts }, () => rate))).toBeCloseTo(closed, 9);
      }
    }
    expect(expectedTokens([1, 1, 1])).toBe(4);
  });

  it('give the rates back', () => {
    const rates = [0.94, 0.9, 0.85];
    const tokens = rates.map((_, index) => expectedTokens(rates.slice(0, index + 1)));
    for (const [index, rate] of ratesFrom([1, ...tokens]).entries())
      expect(rate).toBeCloseTo(rates[index] ?? NaN, 12);
  });

  it('are worth what a pass costs', () => {
    expect(speedup([0.85], 1.85)).toBeCloseTo(1, 12);
    expect(keptShares([0.5, 0.5])).toEqual([0.5, 0.25]);
  });
});
