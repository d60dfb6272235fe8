/** Rows of a matrix. */
export type Matrix = readonly (readonly number[])[];

/** A Medusa head of hidden size d and vocabulary V. */
export interface MedusaHead {
  /** Of the residual block, d × d. */
  readonly residual: Matrix;
  /** Output layer, V × d. */
  readonly output: Matrix;
}

const apply = (matrix: Matrix, vector: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, weight, index) => sum + weight * (vector[index] ?? 0), 0));

/** x·sigmoid(x) */
export const silu = (x: number): number => x / (1 + Math.exp(-x));

/** Logits $W_2(\operatorname{SiLU}(W_1h)+h)$, V of them (Cai et al. 2024, arXiv 2401.10774, 2.1.1). */
export function headLogits({ residual, output }: MedusaHead, hidden: readonly number[]): number[] {
  const activated = apply(residual, hidden).map(silu);
  return apply(
    output,
    hidden.map((value, index) => value + (activated[index] ?? 0)),
  );
}

/** A head as training starts: $W_1=0$, $W_2$ that of the language model head (2.1.1). */
export const initialHead = (languageModelHead: Matrix, hiddenSize: number): MedusaHead => ({
  residual: Array.from({ length: hiddenSize }, () => Array.from({ length: hiddenSize }, () => 0)),
  output: languageModelHead,
});

/** Parameters of one head: d² + dV. */
export const headParameters = (hiddenSize: number, vocabulary: number): number =>
  hiddenSize ** 2 + hiddenSize * vocabulary;
