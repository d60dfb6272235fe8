import { expectedTokens } from './expected-tokens.ts';

/** What decides how much speculative decoding gains. */
export interface Setting {
  /** Mean probability that a drafted token is accepted, 0 to 1. */
  readonly alpha: number;
  /** Time of one step of the draft in units of one step of the target. */
  readonly c: number;
}

/** S = E[τ] / (γc + 1): the gain in time where verifying γ + 1 tokens takes as long as one (theorem 3.8 there). */
export const speedUp = ({ alpha, c }: Setting, gamma: number): number =>
  expectedTokens(alpha, gamma) / (gamma * c + 1);

/** The γ with the largest gain, the smaller one of two; 0 where drafting does not pay, that is for α ≤ c. */
export function bestGamma(setting: Setting, most = 64): number {
  let best = 0;
  for (let gamma = 1; gamma <= most; gamma += 1) {
    if (speedUp(setting, gamma) > speedUp(setting, best)) best = gamma;
  }
  return best;
}

/** Operations of a round for each token it yields, in units of the target's without drafts: (γĉ + γ + 1) / E[τ] (theorem 3.11 there). */
export const operationsFactor = (alpha: number, gamma: number, draftCost: number): number =>
  (gamma * draftCost + gamma + 1) / expectedTokens(alpha, gamma);

/** Time of a forward pass over `tokens` tokens in units of one that is bound by memory: max(1, n / n*). */
export const passTime = (tokens: number, balance: number): number => Math.max(1, tokens / balance);

/**
 * The gain for a batch: E[τ] / (t(B(γ+1)) / t(B) + γc). It leaves out attention and overheads.
 *
 * @param balance tokens from which on a pass is bound by arithmetic: operations per second over bytes per second, for 16-bit weights.
 */
export const batchSpeedUp = ({ alpha, c }: Setting, gamma: number, batch: number, balance: number): number =>
  expectedTokens(alpha, gamma) /
  (passTime(batch * (gamma + 1), balance) / passTime(batch, balance) + gamma * c);

/** Tokens of a round over long stretches of several kinds, each of a share of the text and with an α of its own: the harmonic mean. */
export const mixedTokens = (
  kinds: readonly { readonly share: number; readonly alpha: number }[],
  gamma: number,
): number => 1 / kinds.reduce((sum, { share, alpha }) => sum + share / expectedTokens(alpha, gamma), 0);

/**
 * The cost up to which a gain is reached: S ≥ s just where c ≤ (E[τ]/s − 1) / γ. Negative where no draft, however cheap, reaches it.
 *
 * @param gamma the best one of each place where it is left out.
 */
export function levelCost(alpha: number, level: number, gamma?: number, most = 64): number {
  if (gamma !== undefined) return (expectedTokens(alpha, gamma) / level - 1) / gamma;
  let cost = -Infinity;
  for (let one = 1; one <= most; one += 1)
    cost = Math.max(cost, (expectedTokens(alpha, one) / level - 1) / one);
  return cost;
}
