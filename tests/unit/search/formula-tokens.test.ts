import { describe, expect, it } from 'vitest';
import { formulaTokens } from '../../../src/search/formula-tokens.ts';
import { renderFormula } from '../../../src/renditions/formula.ts';
import { articleFormulas, generatedFormulas } from '../renditions/formula-samples.ts';

const tokens = (formula: string): string => formulaTokens(formula).join(' ');

describe('formulaTokens', () => {
  it.each([
    ['\\frac{\\alpha}{r}BAx', 'alpha slash r B A x'],
    ['\\frac12', '1 slash 2'],
    ['\\frac {a} b', 'a slash b'],
    ['x_{12}', 'x 12'],
    ['x^2_1', 'x 1 2'],
    ['x_1^2', 'x 1 2'],
    ['\\operatorname*{arg\\,max}_\\theta', 'a r g m a x theta'],
    ['\\argmax_\\theta', 'a r g m a x theta'],
    ['\\mathbf{W}\\hat{y}\\text{ 若 }\\bm{z}', 'W y 若 z'],
    ['\\left\\lVert x \\right\\rVert_2^2', 'x 2 2'],
    ['\\begin{array}{c|c} a & b \\\\[2pt] c \\end{array}', 'a b c'],
    ['\\begin{alignedat}{2} a &= b \\end{alignedat}', 'a equals b'],
    ['\\color{red}x \\textcolor{blue}{y} \\label{eq-a} \\tag{1}', 'x y'],
    ['\\sqrt[3]{x}', '3 sqrt x'],
    ['\\overset{a}{=}', 'equals a'],
    ['\\not\\in \\not= \\not<', 'notin neq not lt'],
    ['100\\%', '100 percent'],
    ['\\alpha*x', 'alpha ast x'],
    ['\\unheardof{x}', 'unheardof x'],
    ['a \\over b', 'a slash b'],
    ['', ''],
    ['{', ''],
    ['x^', 'x'],
  ])('%s → %s', (tex, expected) => {
    expect(tokens(tex)).toBe(expected);
  });

  it.each([
    ['\\alpha/r', 'α/r'],
    ['\\frac{\\alpha}{r}', 'α/r'],
    ['K^\\top', 'K^T'],
    ['K^{\\mathsf T}', 'Kᵀ'],
    ['W_0+BA', 'W₀ + BA'],
    ['W_{0}+BA', 'W_0+BA'],
    ['\\operatorname{softmax}\\left(\\frac{QK^\\top}{\\sqrt{d_k}}\\right)V', 'softmax(QK^T/\\sqrt{d_k})V'],
    ['\\operatorname{softmax}\\left(\\frac{QK^\\top}{\\sqrt{d_k}}\\right)V', 'softmax(QKᵀ/√dₖ)V'],
    ['\\mathbb{E}_{x\\sim p}[f(x)]', '𝔼_(x∼p)[f(x)]'],
    ['\\mathbb{R}^{d\\times k}', 'ℝ^(d×k)'],
    ['p(x\\mid y)', 'p(x|y)'],
    ['a\\le b\\ge c\\ne d\\to e', 'a<=b>=c≠d->e'],
    ['\\varepsilon\\varphi', 'εϕ'],
    ['x_1,\\dots,x_n', 'x₁, ..., xₙ'],
    ['2^{-24}', '2⁻²⁴'],
    ['\\log p', 'log p'],
    ['\\not\\le', '≰'],
    ['（Ｗ）', '(W)'],
  ])('%s and %s are one formula', (one, other) => {
    expect(tokens(one)).toBe(tokens(other));
    expect(tokens(one)).not.toBe('');
  });

  it('tells apart what is not the same', () => {
    const formulas = ['W_0', 'W_1', 'w_0', 'a/b', 'ab', 'a+b', 'a-b', '\\Sigma', '\\sum', 'x^{12}', 'x_1^2'];
    expect(new Set(formulas.map(tokens)).size).toBe(formulas.length);
  });

  it('finds in the readable text of a formula what it finds in its TeX', () => {
    const differing = articleFormulas().filter(({ tex, display }) => {
      const { text } = renderFormula({ tex, display, macros: {} });
      return tokens(text) !== tokens(tex);
    });
    expect(differing).toEqual([]);
  }, 60_000);

  it('reads anything to its end, however deep or long', () => {
    expect(formulaTokens(`${'{'.repeat(50_000)}x`)).toEqual(['x']);
    expect(formulaTokens(`${'^'.repeat(50_000)}x`)).toContain('x');
    expect(formulaTokens('\\frac12'.repeat(50_000))).toHaveLength(150_000);
    for (const { tex } of generatedFormulas(300)) {
      for (const cut of [1, 3, 7])
        expect(formulaTokens(tex.slice(cut)).every((token) => token !== '')).toBe(true);
    }
  });
});
