/** A point of feature space. */
export type Feature = readonly number[];

/** A feature that may come next, and how likely it is. */
export interface Candidate {
  readonly feature: Feature;
  readonly probability: number;
}

/** `softmax(z)`, computed without overflow. */
export function softmax(logits: readonly number[]): number[] {
  const largest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - largest));
  const total = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => value / total);
}

/** Bits of uncertainty of a distribution. */
export const entropy = (probabilities: readonly number[]): number =>
  probabilities.reduce((total, p) => (p > 0 ? total - p * Math.log2(p) : total), 0);

/** Puts candidates that are the same point together. */
export function merged(candidates: readonly Candidate[]): Candidate[] {
  const byPoint = new Map<string, Candidate>();
  for (const { feature, probability } of candidates) {
    const key = feature.join(' ');
    const before = byPoint.get(key)?.probability ?? 0;
    byPoint.set(key, { feature, probability: before + probability });
  }
  return [...byPoint.values()];
}

/** The guess with the least mean squared error: the mean, which need not be any of the candidates. */
export function bestGuess(candidates: readonly Candidate[]): Feature {
  const width = candidates[0]?.feature.length ?? 0;
  return Array.from({ length: width }, (_, axis) =>
    candidates.reduce((total, { feature, probability }) => total + probability * (feature[axis] ?? 0), 0),
  );
}

export const squaredDistance = (a: Feature, b: Feature): number =>
  a.reduce((total, value, axis) => total + (value - (b[axis] ?? 0)) ** 2, 0);

/** The mean squared error of a guess: no training brings it below that of the best guess. */
export const meanSquaredError = (candidates: readonly Candidate[], guess: Feature): number =>
  candidates.reduce(
    (total, { feature, probability }) => total + probability * squaredDistance(feature, guess),
    0,
  );

/** How often a token drawn from q is accepted for p: `Σ min(p, q)` (2211.17192, corollary 3.6). */
export const overlap = (p: readonly number[], q: readonly number[]): number =>
  p.reduce((total, value, index) => total + Math.min(value, q[index] ?? 0), 0);
