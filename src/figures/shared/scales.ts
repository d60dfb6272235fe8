/** A scale takes a value to a place in a picture, in pixels, and knows where to put its ticks. */
export interface Scale {
  (value: number): number;
  /** The value at a place. */
  readonly invert: (place: number) => number;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  /** Round values for about `count` ticks, in the domain. */
  readonly ticks: (count: number) => number[];
}

type Interval = readonly [from: number, to: number];

/** Steps of 1, 2 or 5 times a power of ten. */
function niceStep(span: number, count: number): number {
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough * 0.999_999) ?? 10;
  return factor * power;
}

function linearTicks([from, to]: Interval, count: number): number[] {
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  if (!(high > low)) return [low];
  const step = niceStep(high - low, count);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Multiples, not sums: a sum of tenths gathers errors.
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Powers of ten, thinned to about `count`. */
function logTicks([from, to]: Interval, count: number): number[] {
  const first = Math.ceil(Math.log10(Math.min(from, to)) - 1e-9);
  const last = Math.floor(Math.log10(Math.max(from, to)) + 1e-9);
  const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, count)));
  const ticks: number[] = [];
  for (let power = first; power <= last; power += every) ticks.push(10 ** power);
  return ticks;
}

/** @param domain values at both ends. @param range their places, in pixels. */
export function linearScale(domain: Interval, range: Interval): Scale {
  const slope = (range[1] - range[0]) / (domain[1] - domain[0] || 1);
  return Object.assign((value: number) => range[0] + (value - domain[0]) * slope, {
    invert: (place: number) => domain[0] + (place - range[0]) / slope,
    domain,
    range,
    ticks: (count: number) => linearTicks(domain, count),
  });
}

/** Like {@link linearScale} for positive values, with equal room for each power of ten. */
export function logScale(domain: Interval, range: Interval): Scale {
  const inner = linearScale([Math.log10(domain[0]), Math.log10(domain[1])], range);
  return Object.assign((value: number) => inner(Math.log10(value)), {
    invert: (place: number) => 10 ** inner.invert(place),
    domain,
    range,
    ticks: (count: number) => logTicks(domain, count),
  });
}
