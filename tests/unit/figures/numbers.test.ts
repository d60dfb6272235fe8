import { expect, it } from 'vitest';
import { bytes, percent, readable } from '../../../src/figures/shared/numbers.ts';

it.each([
  [0, '0'],
  [3.3616, '3.36'],
  [12345.6, '12,346'],
  [999, '999'],
  [0.00125, '0.00125'],
  [0.000061, '6.1×10⁻⁵'],
  [65504000, '6.55×10⁷'],
  [-2.5, '−2.5'],
  [Infinity, '∞'],
  [NaN, 'NaN'],
])('writes %d as %s', (value, text) => {
  expect(readable(value)).toBe(text);
});

it.each([
  [999, '999 B'],
  [1000, '1 kB'],
  [160e9, '160 GB'],
  [999_999, '1 MB'],
  [1.6e12, '1.6 TB'],
])('writes %d bytes as %s', (count, text) => {
  expect(bytes(count)).toBe(text);
});

it('writes shares', () => {
  expect(percent(0.1234)).toBe('12.3%');
  expect(percent(1, 0)).toBe('100%');
});
