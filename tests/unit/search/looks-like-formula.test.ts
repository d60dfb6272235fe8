import { expect, it } from 'vitest';
import { formulaPart, looksLikeFormula } from '../../../src/search/looks-like-formula.ts';

it.each([
  ['\\frac{\\alpha}{r}BAx', 'yes'],
  ['W_0+BA', 'yes'],
  ['W0+BA', 'perhaps'],
  ['(n+1)/2', 'perhaps'],
  ['H(Y|X)', 'perhaps'],
  ['FP16/BF16', 'perhaps'],
  ['s²AᵀA', 'yes'],
  ['−ln p', 'yes'],
  ['x_(<n+k)', 'yes'],
  ['H(Y ∣ X)', 'yes'],
  ['32 × 256 × 256', 'perhaps'],
  ['nk × Ck', 'perhaps'],
  ['0.10 + 0.25 × 0.2', 'perhaps'],
  ['A·B', 'perhaps'],
  ['RTX 3090', 'no'],
  ['softmax(QK^T/\\sqrt{d_k})V', 'yes'],
  ['α/r', 'yes'],
  ['min(1,p/q)', 'perhaps'],
  ['\\frac{', 'yes'],
  ['x = y', 'yes'],
  ['BAx', 'perhaps'],
  ['QK', 'perhaps'],
  ['W0', 'perhaps'],
  ['lora', 'no'],
  ['投机解码', 'no'],
  ['C++', 'no'],
  ['GPT-3', 'no'],
  ['A/B', 'no'],
  ['3×3', 'no'],
  ['k×k', 'no'],
  ['FP8', 'perhaps'],
  ['snake_case', 'no'],
  ['Qwen1.5-7B-Chat', 'no'],
  ['mixed-precision training', 'no'],
  ['', 'no'],
])('%s: %s', (text, expected) => {
  expect(looksLikeFormula(text)).toBe(expected);
});

it('leaves Chinese out of the formula', () => {
  expect(formulaPart('公式 W_0+BA 的意思')).toBe('W_0+BA');
});
