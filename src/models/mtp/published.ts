/** What drafts of the first heads yield: greedy self-speculative decoding with heads 1 to 4. */
export interface HeadsUsed {
  /** Tokens of one forward pass with 1, 2, 3, 4 heads in use. */
  readonly tokensPerPass: readonly [number, number, number, number];
  /** Speed relative to one head. */
  readonly speedups: readonly [number, number, number, number];
}

/** Models of 7B parameters trained on four tokens ahead (Gloeckle et al. 2024, arXiv 2404.19737, table S2). */
export const selfSpeculation = {
  Wikipedia: { tokensPerPass: [1, 1.88, 2.57, 3.12], speedups: [1, 1.79, 2.35, 2.74] },
  Books: { tokensPerPass: [1, 1.87, 2.56, 3.09], speedups: [1, 1.77, 2.32, 2.67] },
  Code: { tokensPerPass: [1, 1.94, 2.78, 3.5], speedups: [1, 1.85, 2.54, 3.05] },
} as const satisfies Record<string, HeadsUsed>;

/** How often the draft of DeepSeek-V3's module is accepted, and its gain in tokens a second (2412.19437, 5.4.3). */
export const deepSeekV3 = { acceptance: [0.85, 0.9], speedup: 1.8 } as const;
