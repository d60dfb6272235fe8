import { normalFrom, randomFrom } from '../random.ts';
import { entryOf, type Matrix, matrixOf, multiply, svd, transpose } from './svd.ts';

/** Rows and columns of the matrices to explore; not the same, so that d and k stay apart. */
export const sampleSize = { rows: 32, columns: 24 } as const;

export function gaussian(rows: number, columns: number, seed: number): Matrix {
  const normal = normalFrom(randomFrom(seed));
  return matrixOf(rows, columns, () => normal());
}

/** A matrix with the singular values it is given, and random singular vectors. */
export function withSpectrum(
  rows: number,
  columns: number,
  spectrum: readonly number[],
  seed: number,
): Matrix {
  const { left, right } = svd(gaussian(rows, columns, seed));
  const scaled = matrixOf(rows, spectrum.length, (row, at) => entryOf(left, row, at) * (spectrum[at] ?? 0));
  return multiply(
    scaled,
    transpose(matrixOf(columns, spectrum.length, (row, at) => entryOf(right, row, at))),
  );
}

/** Four directions that matter, and noise of variance 0.005 in each entry. */
export function plantedRank(): Matrix {
  const { rows, columns } = sampleSize;
  const signal = withSpectrum(rows, columns, [6, 4.5, 3, 2], 11);
  const normal = normalFrom(randomFrom(12));
  return matrixOf(rows, columns, (row, column) => entryOf(signal, row, column) + Math.sqrt(0.005) * normal());
}

/** A fine-tuning step by step: what changed, and in how many steps. */
export interface FineTuning {
  /** `W_ft − W₀`, d × k. */
  readonly update: Matrix;
  readonly steps: number;
}

/** Inputs of the layer that is fine-tuned: their variance falls by half with every second coordinate. */
const inputSpread = (column: number): number => 2 ** (-column / 4);

/**
 * Fully fine-tunes one linear layer by gradient descent on 96 examples: from a random `W₀` to targets that another
 * `W` gives. Each step adds `−η G` with `G = 2/n · (W X − Y) Xᵀ`, so that the update lies where the inputs do.
 */
export function fineTuned(steps = 60): FineTuning {
  const { rows, columns } = sampleSize;
  const [examples, rate] = [96, 0.05];
  const normal = normalFrom(randomFrom(21));
  const inputs = matrixOf(columns, examples, (row) => normal() * inputSpread(row));
  const gap = gaussian(rows, columns, 22);
  const transposed = transpose(inputs);
  // Only W − W* enters the gradient: it starts at W₀ − W* = −gap, and the update is what has been added.
  let update = matrixOf(rows, columns, () => 0);
  for (let step = 0; step < steps; step += 1) {
    const current = update;
    const off = matrixOf(
      rows,
      columns,
      (row, column) => entryOf(current, row, column) - entryOf(gap, row, column),
    );
    const gradient = multiply(multiply(off, inputs), transposed);
    update = matrixOf(
      rows,
      columns,
      (row, column) =>
        entryOf(current, row, column) - ((2 * rate) / examples) * entryOf(gradient, row, column),
    );
  }
  return { update, steps };
}

/** Singular values that fall as 1/i. */
export const powerLaw = (): Matrix =>
  withSpectrum(
    sampleSize.rows,
    sampleSize.columns,
    Array.from({ length: sampleSize.columns }, (_, at) => 6 / (at + 1)),
    31,
  );

/** No structure at all. */
export const noise = (): Matrix => gaussian(sampleSize.rows, sampleSize.columns, 41);

/** Matrices to explore, each made when it is asked for. */
export const samples = {
  tuned: () => fineTuned().update,
  planted: plantedRank,
  power: powerLaw,
  noise,
} as const satisfies Record<string, () => Matrix>;
