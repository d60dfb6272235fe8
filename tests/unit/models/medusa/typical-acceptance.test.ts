import { describe, expect, it } from 'vitest';
import {
  entropyOf,
  softmax,
  turningEntropy,
  typicalThreshold,
  typicalTokens,
} from '../../../../src/models/medusa/typical-acceptance.ts';
import { randomFrom } from '../../../../src/models/random.ts';

const authors = { epsilon: 0.09, delta: 0.3 };

function randomDistribution(random: () => number, size: number): number[] {
  return softmax(
    Array.from({ length: size }, () => 8 * (random() - 0.5)),
    0.2 + 2 * random(),
  );
}

describe('entropy', () => {
  it('is that of uniform and of certain tokens', () => {
    expect(entropyOf([1, 0, 0])).toBe(0);
    for (const size of [2, 20, 1000]) {
      expect(entropyOf(Array.from({ length: size }, () => 1 / size))).toBeCloseTo(Math.log(size), 10);
    }
  });

  it('is the mean surprise of tokens drawn', () => {
    const random = randomFrom(3);
    const distribution = randomDistribution(random, 6);
    let surprise = 0;
    const draws = 200_000;
    for (let draw = 0; draw < draws; draw += 1) {
      let left = random();
      const token = distribution.findIndex((share) => (left -= share) < 0);
      surprise -= Math.log(distribution[token] ?? 1);
    }
    // The surprise of a token is at most about 8 / 0.2; four standard errors stay far below 0.02.
    expect(Math.abs(surprise / draws - entropyOf(distribution))).toBeLessThan(0.02);
  });
});

describe('the threshold', () => {
  it('is ε below the turning entropy and δ·exp(−H) above it', () => {
    const random = randomFrom(5);
    for (let trial = 0; trial < 500; trial += 1) {
      const distribution = randomDistribution(random, 12);
      const entropy = entropyOf(distribution);
      const expected = entropy < turningEntropy(authors) ? 0.09 : 0.3 * Math.exp(-entropy);
      expect(typicalThreshold(distribution, authors)).toBeCloseTo(expected, 12);
    }
  });

  it('always lets the most probable token pass where δ < 1', () => {
    const random = randomFrom(9);
    for (let trial = 0; trial < 2000; trial += 1) {
      const distribution = randomDistribution(random, 2 + Math.floor(random() * 30));
      const thresholds = { epsilon: random(), delta: 0.999 * random() };
      expect(typicalTokens(distribution, thresholds)).toContain(
        distribution.indexOf(Math.max(...distribution)),
      );
    }
  });

  it('may refuse it where δ > 1', () => {
    expect(typicalTokens([0.25, 0.25, 0.25, 0.25], { epsilon: 0.9, delta: 1.2 })).toEqual([]);
  });

  it('becomes greedy decoding at temperature 0', () => {
    expect(typicalTokens(softmax([1, 3, 2.9], 0), authors)).toEqual([1]);
  });
});
