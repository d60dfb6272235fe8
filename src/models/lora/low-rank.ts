import { entryOf, frobenius, type Matrix, matrixOf, multiply, type Svd, svd } from './svd.ts';

/** The first `rank` terms of a decomposition, multiplied out. */
export const truncated = ({ left, singular, right }: Svd, rank: number): Matrix =>
  matrixOf(left.rows, right.rows, (row, column) => {
    let total = 0;
    for (const [at, value] of singular.subarray(0, rank).entries()) {
      total += entryOf(left, row, at) * value * entryOf(right, column, at);
    }
    return total;
  });

/**
 * The least error, in the Frobenius norm, of any matrix of a rank: `√(σ²ᵣ₊₁ + σ²ᵣ₊₂ + …)` (Eckart and Young 1936;
 * Mirsky 1960).
 */
export const eckartYoung = (singular: Float64Array, rank: number): number =>
  Math.sqrt(singular.subarray(rank).reduce((total, value) => total + value * value, 0));

export const difference = (first: Matrix, second: Matrix): Matrix =>
  matrixOf(
    first.rows,
    first.columns,
    (row, column) => entryOf(first, row, column) - entryOf(second, row, column),
  );

/** How far an approximation is from a matrix, as a part of the length of the matrix. */
export const relativeError = (matrix: Matrix, approximation: Matrix): number =>
  frobenius(difference(matrix, approximation)) / frobenius(matrix);

/** Numbers in `B` (d × r) and `A` (r × k). */
export const factorParameters = (d: number, k: number, rank: number): number => rank * (d + k);

/** The rank from which two factors hold at least as many numbers as the matrix itself. */
export const breakEvenRank = (d: number, k: number): number => (d * k) / (d + k);

/**
 * The best `B` for an `A` that is given and not trained: the matrix, projected on the rows of `A`. What is lost is
 * what lies outside of them, so that a random `A` does worse than the bound.
 */
export function projectedOn(matrix: Matrix, rows: Matrix): Matrix {
  const { right } = svd(rows);
  const kept = multiply(matrix, right);
  return multiply(
    kept,
    matrixOf(right.columns, right.rows, (row, column) => entryOf(right, column, row)),
  );
}

/** The least rank whose best approximation is within a relative error. */
export function rankFor(singular: Float64Array, error: number): number {
  const whole = eckartYoung(singular, 0);
  const ranks = Array.from({ length: singular.length + 1 }, (_, rank) => rank);
  return ranks.find((rank) => eckartYoung(singular, rank) <= error * whole) ?? singular.length;
}
