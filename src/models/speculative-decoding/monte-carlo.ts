import { acceptance, residual } from './acceptance.ts';
import { type Distribution, drawWith } from './distribution.ts';

/** How often each token came out. */
export interface Tally {
  readonly counts: readonly number[];
  readonly samples: number;
  readonly accepted: number;
}

export const emptyTally = (tokens: number): Tally => ({
  counts: Array.from({ length: tokens }, () => 0),
  samples: 0,
  accepted: 0,
});

/**
 * Draws more samples of one position by the rule and adds them up.
 *
 * @param redraw where a token comes from after a rejection, {@link residual} for the rule.
 */
export function sampleMore(
  tally: Tally,
  { p, q }: { p: Distribution; q: Distribution },
  samples: number,
  random: () => number,
  redraw: Distribution = residual(p, q),
): Tally {
  const counts = [...tally.counts];
  let { accepted } = tally;
  for (let sample = 0; sample < samples; sample += 1) {
    const drafted = drawWith(q, random());
    const isAccepted = random() < acceptance(p[drafted] ?? 0, q[drafted] ?? 0);
    const token = isAccepted ? drafted : drawWith(redraw, random());
    if (isAccepted) accepted += 1;
    counts[token] = (counts[token] ?? 0) + 1;
  }
  return { counts, samples: tally.samples + samples, accepted };
}

/** Shares of the tokens; all 0 before the first sample. */
export const sharesOf = ({ counts, samples }: Tally): Distribution =>
  counts.map((count) => (samples === 0 ? 0 : count / samples));

/**
 * What the total variation between p and the shares of n samples of it exceeds with probability 1 − `confidence` at most:
 * the mean is at most Σ √(p(1 − p)/n) / 2 (Jensen's inequality), and one sample moves it by at most 1/n (McDiarmid 1989,
 * 10.1017/CBO9781107359949.008).
 */
export function variationBound(p: Distribution, samples: number, confidence = 0.999): number {
  const mean =
    p.reduce((sum, probability) => sum + Math.sqrt((probability * (1 - probability)) / samples), 0) / 2;
  return mean + Math.sqrt(Math.log(1 / (1 - confidence)) / (2 * samples));
}
