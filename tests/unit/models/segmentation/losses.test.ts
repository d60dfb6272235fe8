import { describe, expect, it } from 'vitest';
import {
  diceLoss,
  focalLoss,
  focalTerm,
  leastLoss,
  type Loss,
  logitOf,
  logitsOf,
  maskLoss,
  missedLosses,
  sigmoid,
  usualFocal,
} from '../../../../src/models/segmentation/losses.ts';
import { randomFrom } from '../../../../src/models/random.ts';

const random = randomFrom(5);
const logits = Array.from({ length: 40 }, () => 8 * (random() - 0.5));
const truth = Array.from({ length: 40 }, () => (random() < 0.3 ? 1 : 0));

/** Central differences of a loss. */
function expectGradient(loss: (logits: readonly number[]) => Loss): void {
  const step = 1e-5;
  const { gradient } = loss(logits);
  for (const [place, logit] of logits.entries()) {
    const above = loss(logits.with(place, logit + step)).value;
    const below = loss(logits.with(place, logit - step)).value;
    expect(gradient[place]).toBeCloseTo((above - below) / (2 * step), 8);
  }
}

describe('focal loss', () => {
  it.each([
    [0, 0.5],
    [2, 0.25],
    [0.5, 0.75],
    [5, 0.25],
  ])('has the gradient of its value: γ = %d, α = %d', (gamma, alpha) => {
    expectGradient((values) => focalLoss(values, truth, { gamma, alpha }));
  });

  it('is cross entropy, weighted, where γ is 0', () => {
    for (const [place, logit] of logits.entries()) {
      const probability = sigmoid(logit);
      const isInside = truth[place] === 1;
      const entropy = -Math.log(isInside ? probability : 1 - probability);
      const { value } = focalTerm(logit, isInside, { gamma: 0, alpha: 0.3 });
      expect(value).toBeCloseTo((isInside ? 0.3 : 0.7) * entropy, 12);
    }
  });

  it('lowers an example classified with 0.9 a hundred times where γ is 2, as Lin et al. 2017 say', () => {
    const at = (gamma: number): number => focalTerm(logitOf(0.9), true, { gamma, alpha: 0.25 }).value;
    expect(at(0) / at(2)).toBeCloseTo(100, 9);
  });

  it('stays finite for logits of any size', () => {
    for (const logit of [-800, 800]) {
      expect(focalTerm(logit, true, usualFocal).value).toBeLessThan(801);
      expect(focalTerm(logit, false, usualFocal).slope).not.toBeNaN();
    }
  });
});

describe('dice loss', () => {
  it.each([0, 1, 10])('has the gradient of its value: s = %d', (smooth) => {
    expectGradient((values) => diceLoss(values, truth, smooth));
  });

  it('is 1 − 2|A∩B| / (|A|+|B|) of masks without doubt', () => {
    const predicted = [1, 1, 1, 0, 0, 0];
    const { value } = diceLoss(
      predicted.map((inside) => (inside ? 700 : -700)),
      [0, 1, 1, 1, 1, 0],
      0,
    );
    expect(value).toBeCloseTo(1 - (2 * 2) / (3 + 4), 12);
  });
});

describe('the loss of a mask', () => {
  it('has the gradient of its value, and weighs 20 : 1', () => {
    expectGradient((values) => maskLoss(values, truth));
    const { value } = maskLoss(logits, truth);
    expect(value).toBeCloseTo(
      20 * focalLoss(logits, truth, usualFocal).value + diceLoss(logits, truth).value,
      12,
    );
  });

  it('is least for the mask that is closest, whichever is meant', () => {
    const masks = [
      [1, 1, 1, 1, 1, 1, 0, 0],
      [1, 1, 1, 0, 0, 0, 0, 0],
      [1, 0, 0, 0, 0, 0, 0, 0],
    ];
    for (const [meant, mask] of masks.entries()) {
      const { best, losses } = leastLoss(
        masks.map((one) => logitsOf(one, 0.95)),
        mask,
      );
      expect(best).toBe(meant);
      expect(losses).toHaveLength(3);
    }
  });
});

describe('an object that is missed', () => {
  it('costs what the mask of its pixels costs', () => {
    const object = Array.from({ length: 200 }, (_, place) => (place < 30 ? 1 : 0));
    const none = logitsOf(new Uint8Array(200), 0.98);
    const { focal, dice } = missedLosses(30, 200, 0.98, usualFocal);
    expect(focal).toBeCloseTo(focalLoss(none, object, usualFocal).value, 12);
    expect(dice).toBeCloseTo(diceLoss(none, object).value, 12);
  });
});
