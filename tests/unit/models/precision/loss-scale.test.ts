import { describe, expect, it } from 'vitest';
import { formats, round } from '../../../../src/models/precision/float-format.ts';
import {
  binadeCounts,
  gradScalerDefaults,
  largestScale,
  nextScale,
  quantilesOf,
  type ScalerState,
  sharesOf,
} from '../../../../src/models/precision/loss-scale.ts';
import { isSwallowed, swallowBounds } from '../../../../src/models/precision/swallowed-update.ts';
import { randomFrom } from '../../../../src/models/random.ts';

const { FP16, BF16 } = formats;

describe('shares', () => {
  it('put the borders of FP16 where they are', () => {
    const share = (value: number): string | undefined =>
      Object.entries(sharesOf([value], 1, FP16)).find(([, part]) => part === 1)?.[0];
    expect([0, 2 ** -25, 2 ** -25 * 1.01, 2 ** -14, 65_519, 65_520, -65_520].map(share)).toEqual([
      ...['alreadyZero', 'lost', 'subnormal', 'normal', 'normal', 'overflow', 'overflow'],
    ]);
  });

  it('of a scale that is a power of two are those of a shifted range', () => {
    const random = randomFrom(6);
    const gradients = Array.from({ length: 400 }, () => (random() - 0.5) * 2 ** (-40 * random()));
    expect(sharesOf(gradients, 1024, FP16)).toEqual(
      sharesOf(
        gradients.map((one) => one * 1024),
        1,
        FP16,
      ),
    );
    const parts = Object.values({ ...sharesOf(gradients, 1024, FP16) } as Record<string, number>).reduce(
      (sum, part) => sum + part,
      0,
    );
    expect(parts).toBeCloseTo(1, 12);
  });

  it('overflow just above the largest scale', () => {
    for (const top of [1, 3.3, 65_504, 1e-7, 70_000]) {
      const scale = largestScale([0, top, -top / 2], FP16);
      expect(sharesOf([top], scale, FP16).overflow).toBe(0);
      expect(sharesOf([top], 2 * scale, FP16).overflow).toBe(1);
    }
  });

  it('are those of a sample of quantiles, to its resolution', () => {
    const random = randomFrom(2);
    const gradients = Array.from({ length: 5000 }, () => (random() - 0.5) * 2 ** (-40 * random()));
    const sample = quantilesOf([0, ...gradients], 400);
    expect(sample).toHaveLength(400);
    for (const scale of [1, 2 ** 10]) {
      const [all, some] = [sharesOf(gradients, scale, FP16), sharesOf(sample, scale, FP16)];
      for (const key of ['lost', 'subnormal', 'normal', 'overflow'] as const)
        expect(Math.abs(all[key] - some[key])).toBeLessThanOrEqual(2 / 400);
    }
    expect(quantilesOf([0], 3)).toEqual([]);
  });

  it('count binades', () => {
    expect(binadeCounts([1, 1.9, -2, 0.5, 0, 64], -1, 2)).toEqual([1, 2, 1, 0]);
  });
});

describe('dynamic scaling', () => {
  const settings = { initial: 2 ** 44, growth: 2, backoff: 0.5, interval: 20 };

  it('comes down to the limit, then tries one step above it every N steps', () => {
    let state: ScalerState = { scale: settings.initial, good: 0 };
    let skipped = 0;
    const scales: number[] = [];
    for (let step = 0; step < 400; step += 1) {
      const isFinite = state.scale <= 2 ** 41;
      if (!isFinite) skipped += 1;
      state = nextScale(state, isFinite, settings);
      scales.push(Math.log2(state.scale));
    }
    expect(scales.slice(0, 3)).toEqual([43, 42, 41]);
    expect(new Set(scales.slice(3))).toEqual(new Set([41, 42]));
    expect(skipped).toBe(3 + Math.floor(397 / 21));
  });

  it('has the defaults of GradScaler', () => {
    let state: ScalerState = { scale: gradScalerDefaults.initial, good: 0 };
    for (let step = 0; step < 2000; step += 1) state = nextScale(state, true, gradScalerDefaults);
    expect(state).toEqual({ scale: 2 ** 17, good: 0 });
  });
});

describe('swallowed updates', () => {
  it('lie within their bounds for every normal number of FP16 in three binades', () => {
    const { surelyKept, surelySwallowed } = swallowBounds(FP16);
    expect([surelyKept, surelySwallowed]).toEqual([2048, 4096]);
    for (const power of [-3, 0, 5]) {
      for (let step = 0; step < 1024; step += 1) {
        const weight = 2 ** power * (1 + step / 1024);
        for (const sign of [1, -1]) {
          expect(isSwallowed(weight, (sign * weight) / (surelyKept * 0.999), FP16)).toBe(false);
          expect(isSwallowed(weight, (sign * weight) / surelySwallowed, FP16)).toBe(true);
        }
      }
    }
  });

  it('are decided between them by where the weight lies', () => {
    expect(isSwallowed(2 - 2 ** -9, (2 - 2 ** -9) / 3000, FP16)).toBe(false);
    expect(isSwallowed(1, 1 / 3000, FP16)).toBe(true);
    expect(isSwallowed(0.5, 1e-4, FP16)).toBe(true);
    expect(isSwallowed(0.5, 1e-4, BF16)).toBe(true);
    expect(swallowBounds(BF16).surelySwallowed).toBe(512);
    expect(round(1 + 2 ** -12, FP16)).toBe(1);
  });
});
