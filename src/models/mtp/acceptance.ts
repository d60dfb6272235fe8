/**
 * Tokens that one forward pass of the main model yields on average, its own among them:
 * $1+\sum_j\prod_{l\le j}a_l$.
 *
 * @param rates `rates[j]` is how often draft j+1 is accepted where all before it were, 0 to 1.
 * @returns 1 to `rates.length` + 1.
 */
export function expectedTokens(rates: readonly number[]): number {
  return keptShares(rates).reduce((sum, share) => sum + share, 1);
}

/** How often the first 1, 2, … drafts are all accepted. */
export function keptShares(rates: readonly number[]): number[] {
  let kept = 1;
  return rates.map((rate) => (kept *= rate));
}

/**
 * Gain over writing token by token.
 *
 * @param cost time of a pass with drafts, in passes without them.
 */
export const speedup = (rates: readonly number[], cost: number): number => expectedTokens(rates) / cost;

/**
 * Acceptance rates from the tokens per pass with 0, 1, 2, … drafts, as long as a rate does not depend on how
 * many drafts follow.
 *
 * `[1, 1.88, 2.57] → [0.88, 0.784…]`
 */
export function ratesFrom(tokensPerPass: readonly number[]): number[] {
  const gains = tokensPerPass.slice(1).map((tokens, index) => tokens - (tokensPerPass[index] ?? 0));
  return gains.map((gain, index) => gain / (index === 0 ? 1 : (gains[index - 1] ?? 1)));
}
