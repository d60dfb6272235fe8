import { describe, expect, it } from 'vitest';
import { mathmlOf } from '../../../src/renditions/formula-mathml.ts';
import { renderFormula } from '../../../src/renditions/formula.ts';

const render = (tex: string, macros: Record<string, string> = {}) =>
  renderFormula({ tex, display: false, macros });

describe('renderFormula', () => {
  it('gives HTML with MathML, MathML alone, and text', () => {
    const formula = render('W_0');
    expect(formula.html).toContain('class="katex"');
    expect(formula.html).toContain('<annotation encoding="application/x-tex">W_0</annotation>');
    expect(mathmlOf(formula)).toBe(
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><mrow><msub><mi>W</mi><mn>0</mn></msub></mrow></math>',
    );
    expect(formula.text).toBe('W₀');
    expect(formula.problems).toEqual([]);
  });

  it('points at an undefined command', () => {
    expect(render('a + \\foo{x}').problems).toMatchObject([
      { kind: 'undefined-command', offset: 4, length: 4 },
    ]);
  });

  it('points at a syntax error', () => {
    const [problem] = render('x^{2').problems;
    expect(problem).toMatchObject({ kind: 'syntax' });
    expect(problem?.offset).toBe(4);
  });

  it('warns of a per cent sign that hides the rest', () => {
    expect(render('100% x').problems).toMatchObject([{ kind: 'strict', code: 'commentAtEnd' }]);
  });

  it('uses macros, and lets none of a formula’s own definitions leak', () => {
    const macros = { '\\R': '\\mathbb{R}' };
    expect(render('\\R', macros).text).toBe('ℝ');
    expect(render('\\gdef\\leak{1}\\leak', macros).problems).toEqual([]);
    expect(macros).toEqual({ '\\R': '\\mathbb{R}' });
    expect(render('\\leak', macros).problems).toMatchObject([{ kind: 'undefined-command' }]);
  });
});
