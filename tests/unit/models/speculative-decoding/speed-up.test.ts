import { describe, expect, it } from 'vitest';
import { expectedTokens } from '../../../../src/models/speculative-decoding/expected-tokens.ts';
import {
  batchSpeedUp,
  bestGamma,
  levelCost,
  mixedTokens,
  operationsFactor,
  passTime,
  speedUp,
} from '../../../../src/models/speculative-decoding/speed-up.ts';
import { randomFrom } from '../../../../src/models/random.ts';

const grid = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99];

describe('tokens of a round', () => {
  it('agree with simulated acceptances', () => {
    const random = randomFrom(8);
    const rounds = 50_000;
    for (const [alpha, gamma] of [
      [0.6, 3],
      [0.8, 7],
    ] as const) {
      let sum = 0;
      for (let round = 0; round < rounds; round += 1) {
        let accepted = 0;
        while (accepted < gamma && random() < alpha) accepted += 1;
        sum += accepted + 1;
      }
      expect(Math.abs(sum / rounds - expectedTokens(alpha, gamma))).toBeLessThan(
        (2 * gamma) / Math.sqrt(rounds),
      );
    }
  });

  it('are fewer over stretches of several kinds than the mean rate promises', () => {
    const kinds = [
      { share: 0.5, alpha: 0.9 },
      { share: 0.5, alpha: 0.5 },
    ];
    expect(mixedTokens(kinds, 4)).toBeCloseTo(2 / (1 / expectedTokens(0.9, 4) + 1 / expectedTokens(0.5, 4)));
    expect(mixedTokens(kinds, 4)).toBeLessThan(expectedTokens(0.7, 4));
  });
});

describe('the gain', () => {
  it('is possible just where α > c (Leviathan et al., corollary 3.9)', () => {
    for (const alpha of grid) {
      for (const c of [0.05, 0.3, 0.5, 0.7, 0.95]) {
        expect(bestGamma({ alpha, c }) > 0, `${String(alpha)} ${String(c)}`).toBe(alpha > c);
        if (alpha > c) expect(speedUp({ alpha, c }, 1)).toBeCloseTo((1 + alpha) / (1 + c), 12);
      }
    }
  });

  it('grows with one more draft just where α^(γ+1) > c·S', () => {
    for (const alpha of grid) {
      for (const c of [0.02, 0.1, 0.4]) {
        for (let gamma = 0; gamma < 12; gamma += 1) {
          const now = speedUp({ alpha, c }, gamma);
          const gain = speedUp({ alpha, c }, gamma + 1) - now;
          if (Math.abs(gain) > 1e-12) expect(gain > 0).toBe(alpha ** (gamma + 1) > c * now);
        }
      }
    }
  });

  it('has a single top, which bestGamma finds', () => {
    const setting = { alpha: 0.8, c: 0.05 };
    const all = Array.from({ length: 65 }, (_, gamma) => speedUp(setting, gamma));
    expect(bestGamma(setting)).toBe(all.indexOf(Math.max(...all)));
    expect(bestGamma(setting)).toBe(8);
  });

  it('costs more operations than plain decoding, but for drafts that are free and always right', () => {
    for (const alpha of grid) expect(operationsFactor(alpha, 4, 0.01)).toBeGreaterThan(1);
    expect(operationsFactor(1, 4, 0)).toBe(1);
    // Table 1 of the paper: c = ĉ of 0, α = 0.6, γ = 2 takes 1.53 times the operations and 1.96 times the speed.
    expect(operationsFactor(0.6, 2, 0)).toBeCloseTo(1.53, 2);
    expect(speedUp({ alpha: 0.6, c: 0 }, 2)).toBeCloseTo(1.96, 2);
  });
});

describe('a batch', () => {
  it('gains as one sequence does while memory binds, and loses once arithmetic does', () => {
    const setting = { alpha: 0.8, c: 0.05 };
    expect(batchSpeedUp(setting, 4, 1, 153)).toBeCloseTo(speedUp(setting, 4), 12);
    const bound = expectedTokens(0.8, 4) / (4 + 1 + 4 * 0.05);
    expect(batchSpeedUp(setting, 4, 1000, 153)).toBeCloseTo(bound, 12);
    expect(bound).toBeLessThan(1);
    expect(passTime(100, 153)).toBe(1);
    expect(passTime(306, 153)).toBe(2);
  });
});

describe('level lines', () => {
  it('part the costs that reach a gain from those that do not', () => {
    for (const alpha of [0.3, 0.6, 0.9]) {
      for (const level of [1, 1.1, 1.25]) {
        for (const gamma of [1, 4, undefined]) {
          const limit = levelCost(alpha, level, gamma);
          if (limit <= 0.001) continue;
          const at = (c: number): number => speedUp({ alpha, c }, gamma ?? bestGamma({ alpha, c }));
          expect(at(limit * 0.99)).toBeGreaterThan(level);
          expect(at(limit * 1.01)).toBeLessThanOrEqual(level);
        }
      }
    }
    expect(levelCost(0.5, 3)).toBeLessThan(0);
  });
});
