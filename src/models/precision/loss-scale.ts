import { type FloatFormat, limitsOf, round } from './float-format.ts';

/** What becomes of gradients that are multiplied by a scale and rounded to a format; parts of one. */
export interface Shares {
  /** Zero from the start. */
  readonly alreadyZero: number;
  /** Rounded to zero. */
  readonly lost: number;
  readonly subnormal: number;
  readonly normal: number;
  readonly overflow: number;
}

/** The shares of gradients after scaling; `scale` is a power of two in practice. */
export function sharesOf(gradients: readonly number[], scale: number, format: FloatFormat): Shares {
  const { smallestNormal, largest } = limitsOf(format);
  const counts = { alreadyZero: 0, lost: 0, subnormal: 0, normal: 0, overflow: 0 };
  for (const gradient of gradients) {
    const size = Math.abs(round(gradient * scale, format));
    if (gradient === 0) counts.alreadyZero += 1;
    else if (size === 0) counts.lost += 1;
    else if (!(size <= largest)) counts.overflow += 1;
    else if (size < smallestNormal) counts.subnormal += 1;
    else counts.normal += 1;
  }
  const part = (count: number): number => (gradients.length === 0 ? 0 : count / gradients.length);
  return {
    alreadyZero: part(counts.alreadyZero),
    lost: part(counts.lost),
    subnormal: part(counts.subnormal),
    normal: part(counts.normal),
    overflow: part(counts.overflow),
  };
}

/** How many gradients have each exponent, floor(log2 |g|), from `from` to `to`; what lies outside is left out. */
export function binadeCounts(gradients: readonly number[], from: number, to: number): number[] {
  const counts = Array.from({ length: to - from + 1 }, () => 0);
  for (const gradient of gradients) {
    const place = Math.floor(Math.log2(Math.abs(gradient))) - from;
    if (place >= 0 && place < counts.length) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** Sizes of the gradients that are not zero at `count` places, evenly from the smallest to the largest. */
export function quantilesOf(gradients: readonly number[], count: number): number[] {
  const sizes = gradients
    .filter((gradient) => gradient !== 0)
    .map(Math.abs)
    .toSorted((a, b) => a - b);
  if (sizes.length === 0) return [];
  return Array.from({ length: count }, (_, place) => {
    const at = Math.floor(((place + 0.5) / count) * sizes.length);
    return sizes[at] ?? 0;
  });
}

/** The largest power of two by which gradients can be multiplied without overflow; 1 where all are zero. */
export function largestScale(gradients: readonly number[], format: FloatFormat): number {
  const top = gradients.reduce((most, gradient) => Math.max(most, Math.abs(gradient)), 0);
  if (top === 0) return 1;
  let scale = 2 ** Math.floor(Math.log2(limitsOf(format).largest / top));
  while (!(Math.abs(round(top * scale, format)) <= limitsOf(format).largest)) scale /= 2;
  return scale;
}

// #region dynamic
/** Settings of dynamic loss scaling; those of PyTorch's `GradScaler` are {@link gradScalerDefaults}. */
export interface ScalerSettings {
  readonly initial: number;
  readonly growth: number;
  readonly backoff: number;
  /** Steps without overflow after which the scale grows. */
  readonly interval: number;
}

export const gradScalerDefaults: ScalerSettings = {
  initial: 2 ** 16,
  growth: 2,
  backoff: 0.5,
  interval: 2000,
};

export interface ScalerState {
  readonly scale: number;
  /** Steps without overflow since the scale last changed. */
  readonly good: number;
}

/** The state after one step. A step that overflowed also skips its update. */
export function nextScale(
  { scale, good }: ScalerState,
  isFinite: boolean,
  settings: ScalerSettings,
): ScalerState {
  if (!isFinite) return { scale: scale * settings.backoff, good: 0 };
  if (good + 1 === settings.interval) return { scale: scale * settings.growth, good: 0 };
  return { scale, good: good + 1 };
}
// #endregion
