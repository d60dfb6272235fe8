import { describe, expect, it } from 'vitest';
import { renderFormula } from '../../../src/renditions/formula.ts';
import { definitionsIn } from '../../../src/renditions/tex-definitions.ts';

const expansions = (tex: string) => definitionsIn(tex).map(({ name, expansion }) => [name, expansion]);

describe('definitionsIn', () => {
  it.each([
    ['\\newcommand{\\E}[1]{\\mathbb{E}[#1]}', [['\\E', '\\mathbb{E}[#1]']]],
    ['\\renewcommand*\\R{\\mathbb{R}} \\R', [['\\R', '\\mathbb{R}']]],
    ['\\DeclareMathOperator{\\KL}{KL}', [['\\KL', '\\operatorname{KL}']]],
    ['\\DeclareMathOperator*{\\mx}{max}', [['\\mx', '\\operatorname*{max}']]],
    [
      '\\def\\a#1#2{#2#1}\\gdef\\b{x}',
      [
        ['\\a', '#2#1'],
        ['\\b', 'x'],
      ],
    ],
    ['\\let\\E=\\mathbb', [['\\E', '\\mathbb']]],
    // Only here, not for the formulas that follow:
    ['{\\def\\a{x}\\a}', []],
    ['% \\newcommand{\\a}{x}', []],
    // What KaTeX cannot do is left to it:
    ['\\newcommand{\\a}[1][x]{#1}', []],
    ['\\def\\a#1.{#1}', []],
    ['\\newcommand{\\a}{x', []],
    ['\\let\\a\\a', []],
  ])('%s', (tex, found) => {
    expect(expansions(tex)).toEqual(found);
  });

  it('says where a definition stands, and whether it yields to another', () => {
    expect(definitionsIn('x \\providecommand{\\a}{b} y')).toMatchObject([
      { start: 2, end: 24, provides: true },
    ]);
  });

  it('swallows arguments that are not used', () => {
    const [definition] = definitionsIn('\\newcommand{\\keep}[2]{<#1>}');
    const macros = { '\\keep': definition?.expansion ?? '' };
    expect(renderFormula({ tex: '\\keep{a}{b}c', display: false, macros }).text).toBe('< a > c');
  });
});
