import { describe, expect, it } from 'vitest';
import { sketchOf } from './math-read.ts';

const row = (markdown: string): string =>
  sketchOf(`| a | b |\n| - | - |\n${markdown}`)
    .replace(/^.*tableRow\(/u, '')
    .slice(0, -2);

describe('a bar in a formula in a cell', () => {
  it.each([
    ['| $p(x|y)$ | 1 |', 'tableCell(«p(x|y)») tableCell(1)'],
    ['| $P(A | B)$ | 1 |', 'tableCell(«P(A | B)») tableCell(1)'],
    ['| $|x|$ | $a|b$ |', 'tableCell(«|x|») tableCell(«a|b»)'],
    ['| $\\|x\\|$ | $D_{KL}(p\\|q)$ |', 'tableCell(«\\|x\\|») tableCell(«D_{KL}(p\\|q)»)'],
    ['| $p(x\\|y)$ | \\(p(x|y)\\) |', 'tableCell(«p(x|y)») tableCell(«p(x|y)»)'],
    ['| $$p(x|y)$$ | 1 |', 'tableCell(«p(x|y)») tableCell(1)'],
  ])('%s divides nothing', (markdown, expected) => {
    expect(row(markdown)).toBe(expected);
  });

  it('divides nothing in the head of a table', () => {
    expect(sketchOf('| $p(x|y)$ | b |\n| - | - |')).toBe('table(tableRow(tableCell(«p(x|y)») tableCell(b)))');
  });

  it.each([
    ['| $5 | $10 |', 'tableCell($5) tableCell($10)'],
    ['| $x | y$ |', 'tableCell($x) tableCell(y$)'],
    ['| a \\| b | `c` |', 'tableCell(a | b) tableCell(`c`)'],
  ])('divides where no formula is: %s', (markdown, expected) => {
    expect(row(markdown)).toBe(expected);
  });
});
