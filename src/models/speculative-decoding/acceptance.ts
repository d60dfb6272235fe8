import { type Distribution, normalise } from './distribution.ts';

/** β = Σ min(p, q), the probability that a draft from q is accepted (Leviathan et al. 2022, 2211.17192, corollary 3.6). */
export const overlap = (p: Distribution, q: Distribution): number =>
  p.reduce((sum, probability, token) => sum + Math.min(probability, q[token] ?? 0), 0);

// #region rule
/** min(1, p / q): how likely a drafted token is accepted. A token with q = 0 is never drafted; 1 by convention. */
export function acceptance(p: number, q: number): number {
  return q <= p ? 1 : p / q;
}

/** norm(max(0, p − q)): where a token comes from after a rejection; p itself where p = q and none is ever rejected. */
export function residual(p: Distribution, q: Distribution): Distribution {
  const gaps = p.map((probability, token) => Math.max(0, probability - (q[token] ?? 0)));
  return gaps.some((gap) => gap > 0) ? normalise(gaps) : p;
}
// #endregion

/**
 * The distribution of what comes out: accepted drafts, and rejections drawn anew. Computed along both paths, not
 * by knowing that it is p.
 *
 * @param redraw where a token comes from after a rejection, {@link residual} for the rule.
 */
export function outputDistribution(
  p: Distribution,
  q: Distribution,
  redraw: Distribution = residual(p, q),
): Distribution {
  const accepted = q.map((probability, token) => probability * acceptance(p[token] ?? 0, probability));
  const rejected = 1 - accepted.reduce((sum, value) => sum + value, 0);
  return accepted.map((value, token) => value + rejected * (redraw[token] ?? 0));
}
