import { describe, expect, it } from 'vitest';
import { emptyGrid, forward } from '../../../../src/models/receptive-field/convolution.ts';
import {
  branchesOf,
  type Design,
  designs,
  effectiveField,
  impulseGradient,
  measure,
} from '../../../../src/models/receptive-field/effective-field.ts';
import { stackDepth } from '../../../../src/models/receptive-field/sizes.ts';
import { normalFrom, randomFrom } from '../../../../src/models/random.ts';

const random = randomFrom(11);
const normal = normalFrom(random);

/** Ways from the input at each place to the middle through layers of three, in one dimension. */
function paths(layers: number): number[] {
  let counts = [1];
  for (let layer = 0; layer < layers; layer += 1) {
    counts = Array.from({ length: counts.length + 2 }, (_, place) =>
      [0, 1, 2].reduce((sum, shift) => sum + (counts[place - shift] ?? 0), 0),
    );
  }
  return counts;
}

/** The mean square of the gradient by a cell, up to a factor: variances of independent weights multiply. */
function expected(design: Design, k: number): number[] {
  const line = design === 'stack' ? paths(stackDepth(k)) : Array.from({ length: k }, () => 1);
  return line.flatMap((row) => line.map((column) => row * column));
}

describe('the gradient of an impulse', () => {
  it.each(designs)('is the derivative of the score of %s, from forward passes', (design) => {
    const network = { k: 5, features: 2, classes: 3, between: 4 };
    const branches = branchesOf(design, network, normal);
    const gradient = impulseGradient(branches, 5);
    for (let place = 0; place < gradient.values.length; place += 1) {
      const grid = emptyGrid(2, 5, 5);
      grid.values[place] = 1;
      const score = branches
        .map((branch) => branch.reduce((values, layer) => forward(layer, values), grid).values[12] ?? NaN)
        .reduce((sum, value) => sum + value, 0);
      expect(gradient.values[place]).toBeCloseTo(score, 12);
    }
  });

  it('of weights that are all alike counts paths: 1 at the edge and 393 in the middle of seven layers', () => {
    const network = { k: 15, features: 1, classes: 1, between: 1 };
    const line = paths(7);
    expect([line[0], line[7]]).toEqual([1, 393]);
    const field = effectiveField('stack', network, 'uniform', 1);
    for (const [cell, count] of expected('stack', 15).entries()) {
      expect(field[cell]).toBeCloseTo(count / 393 ** 2, 12);
    }
  });
});

describe('the effective field of random weights', () => {
  const k = 7;
  const network = { k, features: 8, classes: 6, between: 8 };

  it.each(designs)('of %s comes to the product of variances', (design) => {
    const field = effectiveField(design, network, normal, 1500);
    const squares = expected(design, k);
    const share = (values: readonly number[]): number[] => {
      const sum = values.reduce((total, value) => total + value, 0);
      return values.map((value) => value / sum);
    };
    const measured = share(field.map((value) => value ** 2));
    // 12 000 squares for each cell; their mean has a standard error of a few per cent, more with depth.
    for (const [cell, value] of share(squares).entries()) {
      expect(Math.abs((measured[cell] ?? 0) / value - 1)).toBeLessThan(0.25);
    }
  });

  it('spreads as the central limit theorem says', () => {
    const flat = Array.from({ length: 225 }, () => 1);
    const peaked = expected('stack', 15).map(Math.sqrt);
    expect(measure(flat, 15)).toEqual({
      side: 15,
      deviation: expect.closeTo(Math.sqrt((15 ** 2 - 1) / 12), 10) as number,
      concentration: expect.closeTo(1, 10) as number,
    });
    expect(measure(peaked, 15).deviation).toBeCloseTo(Math.sqrt((2 * 7) / 3), 10);
    expect(measure(peaked, 15).side).toBeLessThan(15);
  });
});
