import { describe, expect, it } from 'vitest';
import { choiceWeight, lossTerms, plainWeight } from '../../../../src/models/mtp/choice-points.ts';
import { depthLoss, lossWeight, mtpLoss, pretrainingTokens } from '../../../../src/models/mtp/loss-weight.ts';

describe('choice points', () => {
  it('are the example of the paper: six hard terms of three-token prediction', () => {
    const names = ['1', '2', '3', '4', '5', 'A', 'B', 'C'];
    const hard = lossTerms(names.length, 3, 5).filter(({ isHard }) => isHard);
    expect(hard.map(({ from, to }) => `${names[from] ?? ''}→${names[to] ?? ''}`)).toEqual(
      ['3→A', '4→A', '4→B', '5→A', '5→B', '5→C'], // figure 9 names the first and the last
    );
  });

  it('weigh n(n+1)/2 where the text around them is long enough, and n at every other token', () => {
    for (let heads = 1; heads <= 8; heads += 1) {
      const terms = lossTerms(40, heads, 20);
      expect(terms.filter(({ isHard }) => isHard)).toHaveLength(choiceWeight(heads));
      expect(terms.filter(({ to }) => to === 30)).toHaveLength(plainWeight(heads));
    }
  });
});

describe('the loss of the modules', () => {
  it('weighs 0.3 for 10T tokens and 0.1 for the 4.8T after them', () => {
    const steps = 1480;
    const weights = Array.from({ length: steps }, (_, step) =>
      lossWeight((pretrainingTokens * step) / steps),
    );
    expect(weights.filter((weight) => weight === 0.3)).toHaveLength(1000);
    expect(weights.filter((weight) => weight === 0.1)).toHaveLength(480);
  });

  it('is λ/D times the sum over depths', () => {
    const depths = [depthLoss([0.5, 0.25], 3), depthLoss([0.5], 3)];
    expect(depths[0]).toBeCloseTo((3 * Math.LN2) / 3, 12);
    expect(mtpLoss(depths, 0.3)).toBeCloseTo(0.15 * (Math.LN2 + Math.LN2 / 3), 12);
    expect(mtpLoss([], 0.3)).toBe(0);
  });
});
