import { describe, expect, it } from 'vitest';
import { renderFormula } from '../../../src/renditions/formula.ts';

const textOf = (tex: string, macros = {}): string => renderFormula({ tex, display: false, macros }).text;

describe('formulas as text', () => {
  it.each([
    ['h = W_0x + \\frac{\\alpha}{r}BAx', 'h = W₀x + (α/r)BAx'],
    ['\\alpha/r', 'α/r'],
    ['\\min\\left(1,\\frac{p(x)}{q(x)}\\right)', 'min(1, p(x)/q(x))'],
    ['\\mathbb{E}[\\tau]=\\frac{1-\\alpha^{\\gamma+1}}{1-\\alpha}', '𝔼[τ] = (1 − α^(γ+1))/(1 − α)'],
    ['\\operatorname{softmax}(QK^\\top/\\sqrt{d_k})V', 'softmax(QKᵀ/√dₖ)V'],
    ['W_0\\in\\mathbb{R}^{d\\times k}', 'W₀ ∈ ℝ^(d×k)'],
    ['\\hat{y}_{t+1}', 'ŷₜ₊₁'],
    ['\\log p_\\theta(x\\mid y)', 'log p_θ(x ∣ y)'],
    ['\\|x\\|_2^2', '∥x∥₂²'],
    ['2^{-24}', '2⁻²⁴'],
    ['-x+y', '−x + y'],
    ['\\begin{aligned}a&=b\\\\c&=d\\end{aligned}', 'a = b; c = d'],
    ['16\\,\\text{字节}', '16 字节'],
    ['\\binom{n}{k}', 'C(n, k)'],
    ['\\sqrt[3]{x+1}', '³√(x + 1)'],
  ])('%s → %s', (tex, text) => {
    expect(textOf(tex)).toBe(text);
  });
});
