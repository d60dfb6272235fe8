import { hanRuns } from './han-text.ts';

/** TeX, scripts, Greek and signs that prose does not have. */
const certain =
  /\\[A-Za-z]|\$|[=^]|_[{(]|(?<![A-Za-z]{2})[A-Za-z]_[A-Za-z0-9]|[\p{Script=Greek}]|[₀-₉₊₋ₐ-ₜ⁰¹²³⁴-⁹⁺⁻ⁿᵀ]|(?![+<>|~×¬±])\p{Sm}|[‖∥…]/u;
/** Short names and numbers with signs between them: `W0+BA`, `(n+1)/2`, `H(Y|X)`, `64 × 32`. */
const plain =
  /^(?:[A-Za-z]{1,3}\d*|\d+(?:\.\d+)?|(?:log|ln|exp|min|max|softmax)\b|[-+*/×÷·()[\]|,!'<>.\s])+$/u;
const signs = /[\p{L}\p{N})\]]\s*[+*/×÷·|,(]|[([]\s*[\p{L}\p{N}]/u;
const letters = /^[A-Za-z]{1,5}\d?[A-Za-z]?$/u;
/** Names like `C++`, `A/B`, `GPT-3`, `3x3`, `k×k`. */
const names = /^(?:[A-Za-z]\+\+|[A-Z]\/[A-Z]|[A-Za-z]{1,4}-[\dA-Z.]+[A-Za-z]?|[\dk]\s*[x×]\s*[\dk])$/u;

/** The part of a query that can be a formula: all that is not Chinese. */
export const formulaPart = (text: string): string => text.replace(hanRuns, ' ').trim();

/** Whether something is a formula; perhaps, where it may as well be words. */
export type FormulaLikeness = 'yes' | 'perhaps' | 'no';

/** Whether a query is a formula: for certain, or perhaps, as `BAx`, `W0+BA` and `FP16/BF16` are. */
export function looksLikeFormula(text: string): FormulaLikeness {
  const part = formulaPart(text);
  if (part === '' || names.test(part)) return 'no';
  if (certain.test(part)) return 'yes';
  if (plain.test(part) && signs.test(part)) return 'perhaps';
  // A word in small letters is a word.
  if (part === text && letters.test(part) && /[A-Z\d]/u.test(part)) return 'perhaps';
  return 'no';
}
