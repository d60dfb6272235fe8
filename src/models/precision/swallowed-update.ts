import { type FloatFormat, round } from './float-format.ts';

/** Whether a weight stays what it was when an update is added in a format. */
export const isSwallowed = (weight: number, update: number, format: FloatFormat): boolean =>
  round(weight + update, format) === weight;

/**
 * Bounds on |weight| / |update| for a normal weight away from the ends of the format: below `surelyKept` the weight always changes,
 * from `surelySwallowed` on never; between them it depends on where in its binade the weight lies.
 *
 * A weight in [2^k, 2^(k+1)) lies 2^(k−m) from its neighbours (half of that, below, at 2^k itself), and an
 * update is swallowed if it is smaller than half of the distance.
 */
export const swallowBounds = ({
  mantissaBits,
}: FloatFormat): { surelyKept: number; surelySwallowed: number } => ({
  surelyKept: 2 ** (mantissaBits + 1),
  surelySwallowed: 2 ** (mantissaBits + 2),
});
