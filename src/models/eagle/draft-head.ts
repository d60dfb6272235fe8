/** A dense target model, as far as its draft head depends on it. */
export interface Target {
  /** Width of features and embeddings. */
  readonly hidden: number;
  readonly heads: number;
  readonly keyValueHeads: number;
  /** Width inside the MLP of the one block. */
  readonly intermediate: number;
}

/**
 * Targets of the paper with the sizes of their draft heads: SafeAILab/EAGLE, eagle/train/*_config.json. The head of
 * the 33B model groups its queries although its target does not.
 */
export const targets = {
  '7B': { hidden: 4096, heads: 32, keyValueHeads: 32, intermediate: 11_008 },
  '13B': { hidden: 5120, heads: 40, keyValueHeads: 40, intermediate: 13_824 },
  '33B': { hidden: 6656, heads: 52, keyValueHeads: 13, intermediate: 17_920 },
  '70B': { hidden: 8192, heads: 64, keyValueHeads: 8, intermediate: 28_672 },
  'Mixtral 8x7B': { hidden: 4096, heads: 32, keyValueHeads: 32, intermediate: 14_336 },
} as const satisfies Record<string, Target>;

/** Numbers that are trained, by part. */
export interface DraftHead {
  /** `[f; e] → d`, with a bias: 2d² + d. */
  readonly fc: number;
  readonly attention: number;
  /** SwiGLU: three matrices. */
  readonly mlp: number;
  /** The one norm that is left, between attention and MLP. */
  readonly norm: number;
  readonly total: number;
}

/** The auto-regression head: a fully connected layer and one block (2401.15077, section 3.1). */
export function draftHead({ hidden, heads, keyValueHeads, intermediate }: Target): DraftHead {
  const keyValue = (hidden / heads) * keyValueHeads;
  const fc = 2 * hidden * hidden + hidden;
  const attention = 2 * hidden * hidden + 2 * hidden * keyValue;
  const mlp = 3 * hidden * intermediate;
  return { fc, attention, mlp, norm: hidden, total: fc + attention + mlp + hidden };
}
