import { describe, expect, it } from 'vitest';
import { numberEquation } from '../../../src/markdown/equation-numbers.ts';
import { applyEdits } from '../../../src/renditions/tex-edits.ts';

const number = (tex: string, outerLabel?: string) => {
  let count = 2;
  const { edits, labels, misplaced } = numberEquation(
    tex,
    () => String((count += 1)),
    (tag) => tag,
    outerLabel,
  );
  return {
    tex: applyEdits(tex, edits).tex,
    labels: labels.map((label) => `${label.written}=${label.number}`),
    misplaced: misplaced.map(({ reason }) => reason),
  };
};

describe('numberEquation', () => {
  it.each([
    ['x', 'x', []],
    ['x \\label{eq-a}', 'x \\tag{3}', ['eq-a=3']],
    ['x \\label{eq-a} % c', 'x \\tag{3} % c', ['eq-a=3']],
    ['x % \\label{eq-a}', 'x % \\label{eq-a}', []],
    ['x \\tag{A} \\label{eq-a}', 'x \\tag{A} ', ['eq-a=A']],
    [
      '\\begin{align} a \\\\ b \\label{eq-b} \\\\ c \\end{align}',
      '\\begin{align*} a \\\\ b \\tag{3} \\\\ c \\end{align*}',
      ['eq-b=3'],
    ],
    [
      '\\begin{gather} a \\label{x} \\\\ b \\tag{B} \\label{y} \\\\ c \\label{z}\\end{gather}',
      '\\begin{gather*} a \\tag{3} \\\\ b \\tag{B}  \\\\ c \\tag{4}\\end{gather*}',
      ['x=3', 'y=B', 'z=4'],
    ],
    ['\\begin{alignat}{2} a \\end{alignat}.', '\\begin{alignat*}{2} a \\end{alignat*}.', []],
    // A block is numbered by rows only where it is the whole formula.
    [
      '\\begin{aligned} a \\label{x} \\\\ b \\label{y} \\end{aligned}',
      '\\begin{align*} a \\tag{3} \\\\ b \\tag{4} \\end{align*}',
      ['x=3', 'y=4'],
    ],
    [
      '\\begin{aligned} a \\\\ b \\end{aligned} \\label{x}',
      '\\begin{aligned} a \\\\ b \\end{aligned} \\tag{3}',
      ['x=3'],
    ],
    [
      'f = \\begin{aligned} a \\label{x} \\\\ b \\end{aligned}',
      'f = \\begin{aligned} a \\tag{3} \\\\ b \\end{aligned}',
      ['x=3'],
    ],
    // One label outside of the rows numbers all of them at once.
    [
      '\\begin{align} a \\\\ b \\end{align} \\label{x}',
      '\\begin{aligned} a \\\\ b \\end{aligned} \\tag{3}',
      ['x=3'],
    ],
    [
      '\\begin{equation}\\label{x}\\begin{split} a \\\\ b \\end{split}\\end{equation}',
      '\\tag{3}\\begin{split} a \\\\ b \\end{split}',
      ['x=3'],
    ],
    [
      '\\begin{multline} a \\\\ b \\label{x} \\end{multline}',
      '\\begin{gathered} a \\\\ b \\tag{3} \\end{gathered}',
      ['x=3'],
    ],
    [
      '\\begin{eqnarray} a &=& \\frac{b}{c} \\\\ && \\begin{matrix} 1 & 2 & 3 \\end{matrix} \\label{x}\\end{eqnarray}',
      '\\begin{align*} a &= \\frac{b}{c} \\\\ & \\begin{matrix} 1 & 2 & 3 \\end{matrix} \\tag{3}\\end{align*}',
      ['x=3'],
    ],
    // Rows of what stands inside of a row are none of its rows.
    [
      '\\begin{align} \\begin{cases} a \\\\ b \\end{cases} \\label{x} \\\\ \\substack{c \\\\ d} \\label{y} \\end{align}',
      '\\begin{align*} \\begin{cases} a \\\\ b \\end{cases} \\tag{3} \\\\ \\substack{c \\\\ d} \\tag{4} \\end{align*}',
      ['x=3', 'y=4'],
    ],
  ])('%s', (tex, numbered, labels) => {
    expect(number(tex)).toEqual({ tex: numbered, labels, misplaced: [] });
  });

  it.each([
    ['x \\label{a} \\label{b}', 'x \\tag{3} ', ['second']],
    ['\\begin{align} a \\label{a} \\notag \\\\ b \\end{align}', undefined, ['unnumbered']],
    ['f \\begin{aligned} a \\label{x} \\\\ b \\label{y} \\end{aligned}', undefined, ['second']],
    ['\\begin{align} a \\label{x} \\end{align} \\label{y}', undefined, ['second']],
  ])('finds labels without a number: %s', (tex, numbered, misplaced) => {
    const found = number(tex);
    expect(found.misplaced).toEqual(misplaced);
    expect(found.tex).not.toContain('\\label');
    if (numbered !== undefined) expect(found.tex).toBe(numbered);
  });

  it('takes a label that stands beside the formula', () => {
    expect(number('x % c', 'eq-a')).toMatchObject({ tex: 'x % c\n\\tag{3}', labels: ['eq-a=3'] });
    expect(number('\\begin{align} a \\\\ b \\end{align}', 'eq-a')).toMatchObject({
      tex: '\\begin{aligned} a \\\\ b \\end{aligned}\n\\tag{3}',
      labels: ['eq-a=3'],
    });
  });
});
