import { describe, expect, it } from 'vitest';
import {
  difference,
  eckartYoung,
  factorParameters,
  projectedOn,
  rankFor,
  relativeError,
  truncated,
} from '../../../../src/models/lora/low-rank.ts';
import { gaussian, samples, sampleSize, withSpectrum } from '../../../../src/models/lora/samples.ts';
import {
  entryOf,
  frobenius,
  type Matrix,
  matrixOf,
  multiply,
  svd,
  transpose,
} from '../../../../src/models/lora/svd.ts';

const shapes = [
  [1, 1],
  [5, 3],
  [3, 5],
  [24, 24],
  [32, 24],
] as const;

/** How far the columns of a matrix are from orthonormal. */
const offOrthonormal = (matrix: Matrix): number => {
  const square = multiply(transpose(matrix), matrix);
  return frobenius(
    difference(
      square,
      matrixOf(square.rows, square.columns, (row, column) => Number(row === column)),
    ),
  );
};

/**
 * An oracle that shares no step with Jacobi: the largest eigenvalue of MᵀM by power iteration, then the next after
 * the one found has been taken away.
 */
function byPowerIteration(matrix: Matrix, count: number): number[] {
  let square = multiply(transpose(matrix), matrix);
  return Array.from({ length: count }, (_, index) => {
    let vector = gaussian(square.rows, 1, 1000 + index);
    for (let step = 0; step < 4000; step += 1) {
      const next = multiply(square, vector);
      const length = frobenius(next);
      vector = matrixOf(next.rows, 1, (row) => entryOf(next, row, 0) / length);
    }
    const value = entryOf(multiply(transpose(vector), multiply(square, vector)), 0, 0);
    square = difference(
      square,
      matrixOf(
        square.rows,
        square.columns,
        (row, column) => value * entryOf(vector, row, 0) * entryOf(vector, column, 0),
      ),
    );
    return Math.sqrt(value);
  });
}

describe('the decomposition into singular values', () => {
  it.each(shapes)('of %i × %i multiplies out again', (rows, columns) => {
    const matrix = gaussian(rows, columns, rows * 100 + columns);
    const found = svd(matrix);
    expect(relativeError(matrix, truncated(found, Math.min(rows, columns)))).toBeLessThan(1e-13);
    expect(offOrthonormal(found.left)).toBeLessThan(1e-12);
    expect(offOrthonormal(found.right)).toBeLessThan(1e-12);
    expect([...found.singular]).toEqual([...found.singular].toSorted((a, b) => b - a));
  });

  it('has values that can be worked out by hand', () => {
    // [[3, 0], [4, 5]]: MᵀM has trace 50 and determinant 225, so σ² is 45 and 5.
    const [first, second] = svd(
      matrixOf(2, 2, (row, column) => [3, 0, 4, 5][row * 2 + column] ?? 0),
    ).singular;
    expect(first).toBeCloseTo(Math.sqrt(45), 12);
    expect(second).toBeCloseTo(Math.sqrt(5), 12);
  });

  it('agrees with power iteration', () => {
    const matrix = withSpectrum(12, 9, [9, 7, 5, 3, 2, 1], 5);
    const found = [...svd(matrix).singular.subarray(0, 4)];
    for (const [index, value] of byPowerIteration(matrix, 4).entries())
      expect(found[index]).toBeCloseTo(value, 6);
  });

  it('finds small values to full relative accuracy, and the zeros of a matrix without full rank', () => {
    const matrix = matrixOf(4, 3, (row, column) => (row === column ? ([1, 1e-9, 0][row] ?? 0) : 0));
    const [, small, none] = svd(matrix).singular;
    expect((small ?? 0) / 1e-9).toBeCloseTo(1, 12);
    expect(none).toBe(0);
  });
});

describe('approximations of low rank', () => {
  const matrix = samples.tuned();
  const found = svd(matrix);

  it.each([0, 1, 4, 12, 24])('reach the bound of Eckart and Young at rank %i', (rank) => {
    const error = frobenius(difference(matrix, truncated(found, rank)));
    expect(error).toBeCloseTo(eckartYoung(found.singular, rank), 10);
  });

  it('are beaten by none of two hundred others', () => {
    const rank = 3;
    const bound = eckartYoung(found.singular, rank);
    for (let seed = 0; seed < 200; seed += 1) {
      const rows = gaussian(rank, sampleSize.columns, seed);
      expect(frobenius(difference(matrix, projectedOn(matrix, rows)))).toBeGreaterThan(bound);
    }
  });

  it('are beaten by nothing near them either', () => {
    const rank = 2;
    const bound = eckartYoung(found.singular, rank);
    // B and A of the best approximation, shaken a little.
    for (let seed = 0; seed < 200; seed += 1) {
      const shakenLeft = gaussian(sampleSize.rows, rank, seed);
      const b = matrixOf(
        sampleSize.rows,
        rank,
        (row, at) =>
          entryOf(found.left, row, at) * (found.singular[at] ?? 0) + 0.01 * entryOf(shakenLeft, row, at),
      );
      const a = matrixOf(rank, sampleSize.columns, (at, column) => entryOf(found.right, column, at));
      expect(frobenius(difference(matrix, multiply(b, a)))).toBeGreaterThan(bound);
    }
  });

  it('of random rows keep r/k of noise on average', () => {
    const noise = samples.noise();
    const kept = Array.from({ length: 120 }, (_, seed) => {
      const error = relativeError(noise, projectedOn(noise, gaussian(6, sampleSize.columns, seed)));
      return 1 - error * error;
    });
    const mean = kept.reduce((total, value) => total + value, 0) / kept.length;
    // 6 of 24 directions; the standard error of the mean is below 0.003.
    expect(mean).toBeGreaterThan(0.24);
    expect(mean).toBeLessThan(0.26);
  });

  it('count their numbers as LoRA does', () => {
    expect(factorParameters(4096, 4096, 8)).toBe(65_536);
  });

  it('need a rank that the spectrum tells', () => {
    expect(rankFor(Float64Array.of(4, 3), 1)).toBe(0);
    expect(rankFor(Float64Array.of(4, 3), 0.6)).toBe(1);
    expect(rankFor(Float64Array.of(4, 3), 0.59)).toBe(2);
  });
});

describe('the samples', () => {
  it('differ in how fast their singular values fall', () => {
    const ranks = Object.fromEntries(
      Object.entries(samples).map(([name, make]) => [name, rankFor(svd(make()).singular, 0.3)]),
    );
    expect(ranks).toEqual({ tuned: 6, planted: 4, power: 5, noise: 15 });
  });

  it('lose at rank 4 what the article says: under half where a layer was tuned, seven to eight tenths of noise', () => {
    const lost = (name: keyof typeof samples): number => {
      const { singular } = svd(samples[name]());
      return eckartYoung(singular, 4) / eckartYoung(singular, 0);
    };
    expect(lost('tuned')).toBeLessThan(0.5);
    expect(lost('noise')).toBeGreaterThan(0.7);
    expect(lost('noise')).toBeLessThan(0.8);
  });

  it('fine-tune where the inputs are: the first third of the columns has nearly all of the update', () => {
    const update = samples.tuned();
    const firstColumns = matrixOf(update.rows, 8, (row, column) => entryOf(update, row, column));
    expect((frobenius(firstColumns) / frobenius(update)) ** 2).toBeGreaterThan(0.95);
  });
});
