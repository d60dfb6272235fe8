import { describe, expect, it } from 'vitest';
import { linearScale, logScale } from '../../../src/figures/shared/scales.ts';

describe('a linear scale', () => {
  const scale = linearScale([0, 4], [100, 300]);

  it('takes values to places and back', () => {
    expect([0, 1, 4].map(scale)).toEqual([100, 150, 300]);
    expect(scale.invert(150)).toBe(1);
  });

  it('runs upwards as well', () => {
    expect(linearScale([0, 10], [200, 0])(5)).toBe(100);
  });

  it.each([
    [[0, 1], 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [[0, 0.7], 7, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]],
    [[1, 9], 8, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
    [[-30, 95], 3, [0, 50]],
    [[3, 3], 4, [3]],
  ] as const)('has round ticks in %j', (domain, count, ticks) => {
    expect(linearScale(domain, [0, 1]).ticks(count)).toEqual(ticks);
  });
});

describe('a logarithmic scale', () => {
  const scale = logScale([0.01, 100], [0, 400]);

  it('gives each power of ten as much room', () => {
    expect([0.01, 0.1, 1, 10, 100].map((value) => Math.round(scale(value)))).toEqual([0, 100, 200, 300, 400]);
    expect(scale.invert(200)).toBeCloseTo(1, 12);
  });

  it('has powers of ten as ticks, no more than there is room for', () => {
    expect(scale.ticks(5)).toEqual([0.01, 0.1, 1, 10, 100]);
    expect(scale.ticks(3)).toEqual([0.01, 1, 100]);
  });
});
