import { expect, it } from 'vitest';
import { areaPath, linePath } from '../../../src/figures/shared/paths.ts';

it('breaks a line where there is no value', () => {
  const points = [
    [0, 0],
    [1.23, 4.56],
    [NaN, 1],
    [3, 3],
  ] as const;
  expect(linePath(points)).toBe('M0 0L1.2 4.6M3 3');
});

it('closes an area at its level', () => {
  expect(
    areaPath(
      [
        [0, 1],
        [2, 3],
      ],
      10,
    ),
  ).toBe('M0 1L2 3L2 10L0 10Z');
  expect(areaPath([], 10)).toBe('');
});
