import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formats, limitsOf } from '../../../../src/models/precision/float-format.ts';

const article = readFileSync(
  new URL('../../../../content/posts/mixed-precision/zh.mdx', import.meta.url),
  'utf8',
);

/** The numbers of a cell and how many digits each is printed with: `$2^{-14}\approx6.10\times10^{-5}$`. */
function numbersOf(cell: string): { value: number; digits: number | undefined }[] {
  return cell
    .replaceAll('$', '')
    .split(/\\approx|=/u)
    .map((text) => {
      const [, power] = /^2\^\{(-?\d+)\}$/u.exec(text) ?? [];
      if (power !== undefined) return { value: 2 ** Number(power), digits: undefined };
      const [, significand = text, exponent = '0'] = /^([\d.]+)\\times10\^\{(-?\d+)\}$/u.exec(text) ?? [];
      const value = Number(`${significand}e${exponent}`);
      return { value, digits: exponent === '0' ? undefined : significand.replace('.', '').length };
    });
}

const rows = article
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, name = '']) => Object.hasOwn(formats, name));

describe('the table of formats in the article on mixed precision', () => {
  it('has a row for every format but FP64', () => {
    expect(rows.map(([, name]) => name).toSorted()).toEqual(
      Object.keys(formats)
        .filter((name) => name !== 'FP64')
        .toSorted(),
    );
  });

  it.each(rows.map(([, name = '', ...cells]) => [name, cells] as const))('%s', (name, [bits, ...cells]) => {
    const format = formats[name as keyof typeof formats];
    expect(bits).toBe(`${String(format.exponentBits)} / ${String(format.mantissaBits)}`);
    const { largest, smallestNormal, smallestSubnormal, unitRoundoff } = limitsOf(format);
    for (const [place, expected] of [largest, smallestNormal, smallestSubnormal, unitRoundoff].entries()) {
      for (const { value, digits } of numbersOf(cells[place] ?? '')) {
        expect(value).toBe(digits === undefined ? expected : Number(expected.toPrecision(digits)));
      }
    }
  });
});
