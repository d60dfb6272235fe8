import { describe, expect, it } from 'vitest';
import { mathmlOf } from '../../../src/renditions/formula-mathml.ts';
import { renderFormula } from '../../../src/renditions/formula.ts';

const render = (tex: string) => renderFormula({ tex, display: true, macros: {} });

describe('tags of rows', () => {
  it('are text in MathML, in their own rows', () => {
    const formula = render('\\begin{align*}a&=b\\tag{1}\\\\c&=d\\\\e&=f\\tag{$\\ast$}\\end{align*}');
    const mathml = mathmlOf(formula);
    const rows = [...mathml.matchAll(/<mtr>.*?<\/mtr>/gu)].map(([row]) =>
      [...row.matchAll(/<mtext>(.*?)<\/mtext>/gu)].map(([, tag]) => tag),
    );
    expect(rows).toEqual([['(1)'], [], ['(∗)']]);
    expect(mathml).not.toContain('mml-eqn-num');
    expect(formula.text).toBe('a = b (1); c = d; e = f (∗)');
  });

  it('are left alone where KaTeX counts by itself', () => {
    expect(mathmlOf(render('\\begin{align}a\\\\b\\end{align}'))).toContain('mml-eqn-num');
  });
});
