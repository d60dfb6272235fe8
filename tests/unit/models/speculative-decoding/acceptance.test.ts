import { describe, expect, it } from 'vitest';
import {
  acceptance,
  outputDistribution,
  overlap,
  residual,
} from '../../../../src/models/speculative-decoding/acceptance.ts';
import {
  atTemperature,
  type Distribution,
  drawWith,
  normalise,
  totalVariation,
} from '../../../../src/models/speculative-decoding/distribution.ts';
import { randomFrom } from '../../../../src/models/random.ts';

/** The example of the article. */
const p = [0.5, 0.3, 0.15, 0.05];
const q = [0.3, 0.3, 0.1, 0.3];

/** Pairs of distributions, some with tokens of probability 0 in one or the other. */
function pairs(count: number): [Distribution, Distribution][] {
  const random = randomFrom(11);
  const one = (size: number): Distribution =>
    normalise(
      Array.from({ length: size }, () => (random() < 0.2 ? 0 : random() ** 3)).with(0, random() + 1e-3),
    );
  return Array.from({ length: count }, () => {
    const size = 2 + Math.floor(random() * 30);
    return [one(size), one(size)];
  });
}

describe('the example of the article', () => {
  it('accepts, rejects and fills gaps as the article says', () => {
    expect(q.map((value, token) => acceptance(p[token] ?? 0, value))).toEqual([
      1,
      1,
      1,
      expect.closeTo(1 / 6),
    ]);
    expect(1 - overlap(p, q)).toBeCloseTo(0.25);
    expect(residual(p, q)).toEqual([expect.closeTo(0.8), 0, expect.closeTo(0.2), 0]);
    expect(outputDistribution(p, q, p)[0]).toBeCloseTo(0.425);
  });
});

describe('what comes out', () => {
  it('is the target, whatever the draft', () => {
    for (const [target, draft] of pairs(300)) {
      expect(totalVariation(outputDistribution(target, draft), target)).toBeLessThan(1e-14);
    }
  });

  it('is not the target when rejections are drawn from the target itself', () => {
    for (const [target, draft] of pairs(50)) {
      const rejected = 1 - overlap(target, draft);
      const off = totalVariation(outputDistribution(target, draft, target), target);
      // Gaps get (1 − β)·p instead of what they miss: a difference of (1 − β)·TV(p, residual).
      expect(off).toBeCloseTo(rejected * totalVariation(target, residual(target, draft)), 12);
    }
  });
});

describe('the overlap', () => {
  it('is one minus the total variation (Leviathan et al., corollary 3.6)', () => {
    for (const [target, draft] of pairs(300)) {
      expect(overlap(target, draft)).toBeCloseTo(1 - totalVariation(target, draft), 12);
      expect(overlap(target, draft)).toBeCloseTo(
        draft.reduce((sum, value, token) => sum + value * acceptance(target[token] ?? 0, value), 0),
        12,
      );
    }
  });
});

describe('distributions', () => {
  it('draw each token over its own interval, never one of probability 0', () => {
    const values = [0, 0.25, 0, 0.75, 0];
    expect([0, 0.2499, 0.25, 0.9999, 1].map((uniform) => drawWith(values, uniform))).toEqual([1, 1, 3, 3, 3]);
  });

  it('sharpen with a lower temperature, to the top token at 0', () => {
    expect(atTemperature(p, 1)).toEqual(p.map((value) => expect.closeTo(value) as number));
    expect(atTemperature(p, 0)).toEqual([1, 0, 0, 0]);
    expect(atTemperature([0.8, 0.2], 0.5)[0]).toBeCloseTo(0.64 / (0.64 + 0.04));
  });

  it('cannot be made of nothing', () => {
    expect(() => normalise([0, 0])).toThrow(RangeError);
  });
});
