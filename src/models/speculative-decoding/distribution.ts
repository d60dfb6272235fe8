/** Probabilities of the tokens 0, 1, 2, … of a vocabulary; they add up to 1. */
export type Distribution = readonly number[];

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * Weights, none negative, as parts of their sum.
 *
 * @throws {RangeError} where all are 0.
 */
export function normalise(weights: readonly number[]): Distribution {
  const sum = sumOf(weights);
  if (!(sum > 0)) throw new RangeError('There is nothing to normalise.');
  return weights.map((weight) => weight / sum);
}

/** Draws a token; `uniform` is a number from 0 to 1, the latter left out. Never one of probability 0. */
export function drawWith(distribution: Distribution, uniform: number): number {
  let rest = uniform;
  for (const [token, probability] of distribution.entries()) {
    rest -= probability;
    if (rest < 0 && probability > 0) return token;
  }
  // Rounding may leave a rest of about 1e−16.
  return distribution.findLastIndex((probability) => probability > 0);
}

/** Σ |p − q| / 2. */
export const totalVariation = (p: Distribution, q: Distribution): number =>
  sumOf(p.map((value, token) => Math.abs(value - (q[token] ?? 0)))) / 2;

/** The distribution at another temperature: p^(1/T), normalised; the most likely token alone at T = 0. */
export function atTemperature(distribution: Distribution, temperature: number): Distribution {
  if (temperature === 0) {
    const top = distribution.indexOf(Math.max(...distribution));
    return distribution.map((_, token) => (token === top ? 1 : 0));
  }
  return normalise(distribution.map((probability) => probability ** (1 / temperature)));
}
