import { hanRuns } from './han-text.ts';

/** TeX, scripts, relations and signs that prose does not have. */
const certain =
  /\\[A-Za-z]|\$|[\^=≤≥≈≠∈∉∑∏∫√∂∇·×⋅∘⊙⊕⊗‖→←∞]|[_^]\{|(?<![A-Za-z]{2})[A-Za-z]_[A-Za-z0-9]|[\p{Script=Greek}]|[₀-₉₊₋ₐ-ₜ⁰¹²³⁴-⁹⁺⁻ⁿᵀ]/u;
/** `BA/r`, `W0+BA`, `(a+b)x`: short names with signs between them. */
const plain = /^[A-Za-z]{1,3}\d?(?:\s*[-+*/()[\]|,!']\s*[A-Za-z0-9.]{0,4})+$/u;
const signs = /[-+*/()[\]|]/u;
/** Names like `C++`, `A/B`, `GPT-3`, `FP8-E4M3`, `3x3`, `k×k`. */
const names = /^(?:[A-Za-z]\+\+|[A-Z]\/[A-Z]|[A-Za-z]{1,4}-[\dA-Z.]+[A-Za-z]?|[\dk]\s*[x×]\s*[\dk])$/u;

const letters = /^[A-Za-z]{1,5}\d?[A-Za-z]?$/u;

/** The part of a query that can be a formula: all that is not Chinese. */
export const formulaPart = (text: string): string => text.replace(hanRuns, ' ').trim();

/** Whether a query is a formula: for certain, perhaps (`BAx`, `QK`, `W0`: letters in a row), or not. */
export function looksLikeFormula(text: string): 'yes' | 'perhaps' | 'no' {
  const part = formulaPart(text);
  if (part === '' || names.test(part)) return 'no';
  if (certain.test(part)) return 'yes';
  if (plain.test(part) && signs.test(part) && !/[A-Za-z]{4}/u.test(part)) return 'yes';
  if (part === text && letters.test(part) && /[A-Z\d]/u.test(part)) return 'perhaps';
  return 'no';
}
