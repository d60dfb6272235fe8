import { describe, expect, it } from 'vitest';
import { withMathLetters } from '../../../src/renditions/math-letters.ts';

const mi = (variant: string, text: string): string => `<mi mathvariant="${variant}">${text}</mi>`;

describe('withMathLetters', () => {
  it.each([
    ['double-struck', 'RE1', 'ℝ𝔼𝟙'],
    ['script', 'LSRg', 'ℒ𝒮ℛℊ'],
    ['fraktur', 'gC', '𝔤ℭ'],
    ['bold', 'x2θΣ', '𝐱𝟐𝛉𝚺'],
    ['bold-italic', 'xω', '𝒙𝝎'],
    ['italic', 'h', 'ℎ'],
    ['monospace', 'a0', '𝚊𝟶'],
    ['sans-serif', 'T', '𝖳'],
  ])('writes %s %s as %s', (variant, text, letters) => {
    expect(withMathLetters(`<msup>${mi(variant, text)}<mi>n</mi></msup>`)).toBe(
      `<msup><mi>${letters}</mi><mi>n</mi></msup>`,
    );
    // What they are letters of stays.
    expect(letters.normalize('NFKC')).toBe(text);
  });

  it('leaves what is upright, has no such letter, or is no text', () => {
    for (const mathml of [
      mi('normal', 'Δ'),
      mi('nothing', 'R'),
      '<mi mathvariant="bold">&amp;</mi>',
      '<mi>R</mi>',
    ])
      expect(withMathLetters(mathml)).toBe(mathml);
    expect(withMathLetters(mi('script', '∥α'))).toBe('<mi>∥α</mi>');
  });
});
