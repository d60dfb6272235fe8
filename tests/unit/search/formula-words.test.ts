import { describe, expect, it } from 'vitest';
import { formulaWords, tokensOfFormula, wholeWord } from '../../../src/search/formula-words.ts';

describe('formulaWords', () => {
  const all = ['w', 'W', '0', '10', 'alpha', 'Alpha', 'a', 'al', '若', '⊙'];

  it('are letters alone, and none is the beginning of another', () => {
    const words = formulaWords(all);
    for (const word of words) {
      expect(word).toMatch(/^[a-z]+$/u);
      expect(words.filter((other) => other.startsWith(word))).toEqual([word]);
    }
  });

  it('are the same for TeX and for what a reader can type', () => {
    const words = formulaWords(tokensOfFormula('W_0+\\frac{\\alpha}{r}BA'));
    expect(formulaWords(tokensOfFormula('W0+α/r BA'))).toEqual(words);
    expect(formulaWords(tokensOfFormula('W₀ + (α/r)BA'))).toEqual(words);
  });
});

describe('wholeWord', () => {
  it('is one word, of no token, for a short formula in any spelling', () => {
    const word = wholeWord(tokensOfFormula('\\frac{\\alpha}{r}'));
    expect(word).toMatch(/^q[a-p]{6}z$/u);
    expect(wholeWord(tokensOfFormula('α/r'))).toBe(word);
    expect(wholeWord(tokensOfFormula('r/α'))).not.toBe(word);
  });

  it('is nothing for a long one, and for none', () => {
    expect(wholeWord([])).toBeUndefined();
    expect(wholeWord(tokensOfFormula('a+b+c+d+e'))).toBeUndefined();
  });
});
