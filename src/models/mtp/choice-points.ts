/** One term of the loss: standing at one token of a sequence, the model is to predict a later one. */
export interface LossTerm {
  /** 0-based. */
  readonly from: number;
  readonly to: number;
  /** Whether the choice lies between both, so that the target cannot be known. */
  readonly isHard: boolean;
}

/**
 * Terms of the loss of n-token prediction over a sequence in which one transition is a choice and every other
 * follows of itself (Gloeckle et al. 2024, arXiv 2404.19737, figure 9).
 *
 * @param length tokens of the sequence.
 * @param choice index of the first token after the choice.
 */
export const lossTerms = (length: number, heads: number, choice: number): LossTerm[] =>
  Array.from({ length }, (_, from) => from).flatMap((from) =>
    Array.from({ length: heads }, (_, index) => from + index + 1)
      .filter((to) => to < length)
      .map((to) => ({ from, to, isHard: from < choice && to >= choice })),
  );

/** Terms that hang on a choice far from both ends: n(n+1)/2 (5.1 and L.3). */
export const choiceWeight = (heads: number): number => (heads * (heads + 1)) / 2;

/** Terms that have an inconsequential token for their target: n (5.1). */
export const plainWeight = (heads: number): number => heads;
