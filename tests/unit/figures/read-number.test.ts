import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../src/figures/float-bits/read-number.ts';

describe('a number as typed', () => {
  it.each([
    ['0.1', 0.1],
    [' -1e-8 ', -1e-8],
    ['2^-24', 2 ** -24],
    ['-2**10', -1024],
    ['1.5*2^3', 12],
    ['−3', -3],
    ['inf', Infinity],
    ['-Infinity', -Infinity],
    ['NaN', NaN],
  ])('%s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(['', ' ', 'x', '2^', '1e', '--1'])('%s is none', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });
});
