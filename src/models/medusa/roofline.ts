/** What a processor can do at best. */
export interface Processor {
  /** Bytes a second from its memory. */
  readonly bandwidth: number;
  /** Floating-point operations a second. */
  readonly compute: number;
}

/** A100-80GB-PCIe (Cai et al. 2024, arXiv 2401.10774, figure 9). */
export const a100: Processor = { bandwidth: 1935e9, compute: 312e12 };

/**
 * Least time in seconds that linear layers take for some tokens at once: the longer of reading all weights once
 * and of two operations for each weight and token. Caches, activations and attention are left out.
 *
 * @param bytesPerWeight 2 for 16-bit weights.
 */
export const linearTime = (
  { bandwidth, compute }: Processor,
  weights: number,
  tokens: number,
  bytesPerWeight = 2,
): number => Math.max((weights * bytesPerWeight) / bandwidth, (2 * weights * tokens) / compute);

/** Tokens at which reading and computing take the same time. */
export const balancedTokens = ({ bandwidth, compute }: Processor, bytesPerWeight = 2): number =>
  (compute * bytesPerWeight) / (2 * bandwidth);
