import { describe, expect, it } from 'vitest';
import { inputs, meanAcceptance, moments, roundAt } from '../../../../src/models/eagle/drafting.ts';
import {
  continuations,
  featureAfter,
  futureFeatures,
  nextTokens,
  vocabulary,
} from '../../../../src/models/eagle/small-world.ts';
import {
  bestGuess,
  entropy,
  meanSquaredError,
  merged,
  overlap,
  softmax,
  squaredDistance,
} from '../../../../src/models/eagle/uncertainty.ts';
import { randomFrom } from '../../../../src/models/random.ts';

describe('guessing a feature', () => {
  const candidates = [
    { feature: [1, 0], probability: 0.6 },
    { feature: [0, 1], probability: 0.4 },
  ];

  it('is best in the middle, and never exact', () => {
    const [x, y] = bestGuess(candidates);
    expect(x).toBeCloseTo(0.6, 12);
    expect(y).toBeCloseTo(0.4, 12);
    // 0.6 · 0.4 · ‖(1, 0) − (0, 1)‖², the variance of a choice of two.
    expect(meanSquaredError(candidates, bestGuess(candidates))).toBeCloseTo(0.6 * 0.4 * 2, 12);
  });

  it('is worse anywhere else, by the distance from there', () => {
    const random = randomFrom(7);
    const best = bestGuess(candidates);
    for (let index = 0; index < 200; index += 1) {
      const other = [random() * 4 - 2, random() * 4 - 2];
      expect(meanSquaredError(candidates, other)).toBeCloseTo(
        meanSquaredError(candidates, best) + squaredDistance(best, other),
        10,
      );
    }
  });

  it('puts the same points together', () => {
    expect(merged([...candidates, { feature: [1, 0], probability: 0.1 }])[0]?.probability).toBeCloseTo(
      0.7,
      12,
    );
  });
});

describe('distributions', () => {
  it('have entropies that are known', () => {
    expect(entropy([0.5, 0.5])).toBe(1);
    expect(entropy([1, 0])).toBe(0);
    expect(entropy(softmax([3, 3, 3, 3]))).toBeCloseTo(2, 12);
  });

  it('overlap as often as tokens are accepted', () => {
    const [p, q] = [
      [0.1, 0.45, 0.25, 0.2],
      [0.4, 0.3, 0.25, 0.05],
    ];
    const random = randomFrom(5);
    const rounds = 100_000;
    let accepted = 0;
    for (let round = 0; round < rounds; round += 1) {
      const draw = random();
      let bound = 0;
      const token = q.findIndex((value) => draw < (bound += value));
      if (random() < Math.min(1, (p[token] ?? 0) / (q[token] ?? 1))) accepted += 1;
    }
    // Four standard deviations.
    expect(Math.abs(accepted / rounds - overlap(p, q))).toBeLessThan(4 * Math.sqrt(0.25 / rounds));
  });
});

describe('the small world', () => {
  it('says am and always after I, as 3 to 2, and hardly anything else', () => {
    const [am = 0, always = 0] = nextTokens(featureAfter(['I']));
    expect(am / always).toBeCloseTo(1.5, 10);
    expect(am + always).toBeGreaterThan(0.95);
  });

  it('is a distribution after every history', () => {
    const total = continuations(['I'], 2).reduce((sum, { probability }) => sum + probability, 0);
    expect(total).toBeCloseTo(1, 12);
    expect(continuations(['I'], 2)).toHaveLength(vocabulary.length ** 2);
  });

  it('has features that tell more than the last token', () => {
    expect(featureAfter(['am', 'to'])).not.toEqual(featureAfter(['always', 'to']));
  });
});

describe('a round of drafting', () => {
  it('leaves nothing open for tokens and for shifted tokens, and as much as the target draws for the others', () => {
    const drawn = entropy(nextTokens(featureAfter(['I'])));
    for (const sampled of ['am', 'always'] as const) {
      const bits = inputs.map((input) => roundAt(input, sampled, 'draft-1').guess?.bits ?? Number.NaN);
      expect(bits[0]).toBe(0);
      expect(bits[1]).toBeCloseTo(drawn, 10);
      expect(bits[2]).toBeCloseTo(drawn, 10);
      expect(bits[3]).toBe(0);
    }
  });

  it('gains by the token what the two have in common: H(f|·) − H(f|·, t) = I(f; t|·)', () => {
    // The feature tells the token here, so that the information is all of the entropy of the token.
    const future = merged(futureFeatures(['I'], 1));
    expect(future).toHaveLength(vocabulary.length);
    const gained = (roundAt('feature', 'am', 'draft-1').guess?.bits ?? 0) - 0;
    expect(gained).toBeCloseTo(entropy(nextTokens(featureAfter(['I']))), 10);
  });

  it('opens more with every step without tokens, and never with them', () => {
    const bits = (input: 'feature' | 'shifted'): number[] =>
      (['draft-1', 'draft-2'] as const).map(
        (moment) => roundAt(input, 'am', moment).guess?.bits ?? Number.NaN,
      );
    const [first = 0, second = 0] = bits('feature');
    expect(second).toBeGreaterThan(first + 0.5);
    expect(bits('shifted')).toEqual([0, 0]);
  });

  it('answers exactly with shifted tokens, and between the candidates without', () => {
    const shifted = roundAt('shifted', 'am', 'draft-1').guess;
    expect(shifted?.answer).toEqual(shifted?.truth);
    expect(shifted?.acceptance).toBeCloseTo(1, 12);
    const blind = roundAt('feature', 'am', 'draft-1').guess;
    expect(blind?.residual).toBeGreaterThan(0.3);
    expect(Math.hypot(...(blind?.answer ?? []))).toBeLessThan(0.8);
    expect(blind?.acceptance).toBeLessThan(0.7);
  });

  it('answers the same whatever was drawn where it does not see it', () => {
    const answers = (['am', 'always'] as const).map(
      (token) => roundAt('unshifted', token, 'draft-1').guess?.answer,
    );
    expect(answers[0]).toEqual(answers[1]);
  });

  it('reads what its name says', () => {
    const read = (input: (typeof inputs)[number], moment: (typeof moments)[number]): string =>
      roundAt(input, 'am', moment)
        .places.map(
          ({ isTokenRead, isFeatureRead }) => (isTokenRead ? 't' : '') + (isFeatureRead ? 'f' : '') || '·',
        )
        .join(' ');
    expect(inputs.map((input) => read(input, 'draft-1'))).toEqual([
      't t · ·',
      'f · · ·',
      'tf · · ·',
      'f t · ·',
    ]);
    expect(inputs.map((input) => read(input, 'draft-2'))).toEqual([
      't t t ·',
      'f f · ·',
      'tf tf · ·',
      'f tf t ·',
    ]);
    expect(read('shifted', 'verify')).toBe('· · · ·');
  });

  it('reads nothing that is not known', () => {
    for (const input of inputs) {
      for (const moment of moments) {
        for (const place of roundAt(input, 'always', moment).places) {
          if (place.isTokenRead) expect(place.tokenKnowledge).not.toBe('unknown');
          if (place.isFeatureRead) expect(place.featureKnowledge).not.toBe('unknown');
        }
      }
    }
  });

  it('ends with the features of the target', () => {
    const { places, acceptances } = roundAt('shifted', 'am', 'verify');
    expect(places.map(({ featureKnowledge }) => featureKnowledge)).toEqual([
      'target',
      'target',
      'target',
      'unknown',
    ]);
    expect(acceptances).toHaveLength(2);
  });

  it('is accepted on average as a simulation of it is', () => {
    const random = randomFrom(17);
    const draw = (distribution: readonly number[]): number => {
      const value = random();
      let bound = 0;
      const found = distribution.findIndex((part) => value < (bound += part));
      return found < 0 ? distribution.length - 1 : found;
    };
    const q = nextTokens(bestGuess(futureFeatures(['I'], 1)));
    const rounds = 100_000;
    let accepted = 0;
    for (let round = 0; round < rounds; round += 1) {
      const token = vocabulary[draw(nextTokens(featureAfter(['I'])))] ?? 'am';
      const p = nextTokens(featureAfter(['I', token]));
      const drafted = draw(q);
      if (random() < Math.min(1, (p[drafted] ?? 0) / (q[drafted] ?? 1))) accepted += 1;
    }
    expect(Math.abs(accepted / rounds - meanAcceptance('feature'))).toBeLessThan(
      4 * Math.sqrt(0.25 / rounds),
    );
    expect(meanAcceptance('shifted')).toBeCloseTo(1, 12);
  });
});
