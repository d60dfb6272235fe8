/** Probabilities of tokens that sum to one. */
export type Distribution = readonly number[];

/** The softmax of logits at a temperature; a temperature of 0 leaves the largest alone (the first of several). */
export function softmax(logits: readonly number[], temperature = 1): number[] {
  const largest = Math.max(...logits);
  if (temperature === 0) {
    const winner = logits.indexOf(largest);
    return logits.map((_, index) => (index === winner ? 1 : 0));
  }
  const powers = logits.map((logit) => Math.exp((logit - largest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Entropy in nats. */
export const entropyOf = (distribution: Distribution): number =>
  distribution.reduce((sum, share) => sum - (share > 0 ? share * Math.log(share) : 0), 0);

/** What a token must exceed to be typical. */
export interface Thresholds {
  /** Hard threshold ε; 0.09 in the authors' program. */
  readonly epsilon: number;
  /** Factor δ of the threshold that falls with entropy; √ε = 0.3 in the authors' program. */
  readonly delta: number;
}

/** $\min(\epsilon,\delta e^{-H(p)})$ (Cai et al. 2024, arXiv 2401.10774, 2.3.1; H in nats). */
export const typicalThreshold = (distribution: Distribution, { epsilon, delta }: Thresholds): number =>
  Math.min(epsilon, delta * Math.exp(-entropyOf(distribution)));

/** Entropy in nats at which both thresholds agree: ln(δ/ε). Below it ε decides, above it the other. */
export const turningEntropy = ({ epsilon, delta }: Thresholds): number => Math.log(delta / epsilon);

/** Indices of the tokens that would be accepted, were they guessed. */
export function typicalTokens(distribution: Distribution, thresholds: Thresholds): number[] {
  const threshold = typicalThreshold(distribution, thresholds);
  return distribution.map((_, index) => index).filter((index) => (distribution[index] ?? 0) > threshold);
}
