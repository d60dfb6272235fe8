import { describe, expect, it } from 'vitest';
import { renderFormula } from '../../../src/renditions/formula.ts';

const render = (tex: string) => renderFormula({ tex, display: true, macros: {} });

describe('tags of rows', () => {
  it('are text in MathML, in their own rows', () => {
    const { mathml, text } = render('\\begin{align*}a&=b\\tag{1}\\\\c&=d\\\\e&=f\\tag{$\\ast$}\\end{align*}');
    const rows = [...mathml.matchAll(/<mtr>.*?<\/mtr>/gu)].map(([row]) =>
      [...row.matchAll(/<mtext>(.*?)<\/mtext>/gu)].map(([, tag]) => tag),
    );
    expect(rows).toEqual([['(1)'], [], ['(∗)']]);
    expect(mathml).not.toContain('mml-eqn-num');
    expect(text).toBe('a = b (1); c = d; e = f (∗)');
  });

  it('are left alone where KaTeX counts by itself', () => {
    expect(render('\\begin{align}a\\\\b\\end{align}').mathml).toContain('mml-eqn-num');
  });
});
