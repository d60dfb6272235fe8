import { expect, it } from 'vitest';
import { cleanTex, withoutDoubling, withTableBars } from '../../../src/markdown/math-clean.ts';

it('takes blanks and characters without width off', () => {
  expect(cleanTex(' \u200Bx\u2061(y)\uFEFF ')).toBe('x(y)');
  expect(cleanTex('x\\ ')).toBe('x\\ ');
});

it('undoes the backslashes of other pipelines', () => {
  expect(withoutDoubling('\\\\{x\\_i\\\\} \\\\\\\\ \\alpha\\\\,b')).toBe('\\{x_i\\} \\\\ \\alpha\\,b');
});

it.each([
  ['p(x\\|y)', 'p(x|y)'],
  ['\\|x\\|', '\\|x\\|'],
  ['D_{KL}(p\\|q)', 'D_{KL}(p\\|q)'],
  ['\\mathbb{D}(p\\|q)', '\\mathbb{D}(p\\|q)'],
])('reads the bars of %s in a table', (tex, expected) => {
  expect(withTableBars(tex)).toBe(expected);
});
