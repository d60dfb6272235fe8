import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { MathFaces } from '../../../src/renditions/math-faces.ts';
import { pruneMathStyles } from '../../../src/fonts/math-styles.ts';
import { renderFormula } from '../../../src/renditions/formula.ts';

const css = readFileSync(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'), 'utf8');

function facesOf(...formulas: string[]): MathFaces {
  const faces = new MathFaces(css);
  for (const tex of formulas)
    faces.add(faces.useOf([renderFormula({ tex, display: true, macros: {} }).html]));
  return faces;
}

/** `Math-Italic` → the characters it sets, sorted; blanks aside. */
const account = (faces: MathFaces): Record<string, string> =>
  Object.fromEntries(
    [...faces.characters].map(([{ url }, characters]) => [
      url.replace(/^fonts\/KaTeX_|\.woff2$/gu, ''),
      [...characters].join('').replace(/[\s\u200B]/gu, ''),
    ]),
  );

describe('MathFaces', () => {
  it('knows all of KaTeX’s faces', () => {
    expect(new MathFaces(css).faces).toHaveLength(20);
  });

  it.each([
    ['x + 1', { 'Math-Italic': 'x', 'Main-Regular': '+1' }],
    ['\\mathbf{W}', { 'Main-Bold': 'W' }],
    ['\\boldsymbol{w\\alpha}', { 'Math-BoldItalic': 'wα' }],
    [
      '\\mathbb{R}\\mathcal{L}\\mathfrak{g}',
      { 'AMS-Regular': 'R', 'Caligraphic-Regular': 'L', 'Fraktur-Regular': 'g' },
    ],
    [
      '\\mathsf{T}\\mathtt{x}\\mathscr{S}',
      { 'SansSerif-Regular': 'T', 'Typewriter-Regular': 'x', 'Script-Regular': 'S' },
    ],
    [
      '\\textit{ab}\\textbf{c}\\textbf{\\textit{d}}',
      { 'Main-Italic': 'ab', 'Main-Bold': 'c', 'Main-BoldItalic': 'd' },
    ],
    ['\\sum \\textstyle\\int', { 'Size2-Regular': '∑', 'Size1-Regular': '∫' }],
    ['\\Big( \\bigg[ \\Bigg\\{', { 'Size2-Regular': '(', 'Size3-Regular': '[', 'Size4-Regular': '{' }],
    ['a < b', { 'Math-Italic': 'ab', 'Main-Regular': '<' }],
  ])('finds the faces of %s', (tex, expected) => {
    expect(account(facesOf(tex))).toMatchObject(expected);
  });

  it('gives the same stylesheet in whatever order it hears of formulas', () => {
    const [one, other] = [facesOf('\\Big( x', '\\mathbb{R}'), facesOf('\\mathbb{R}', 'x \\Big(')];
    const print = ({ classes, characters }: MathFaces): string =>
      pruneMathStyles(css, classes, characters.keys());
    expect(print(other)).toBe(print(one));
  });

  it('takes the nearest face where a family has no such weight', () => {
    // Double-struck letters have one weight.
    expect(account(facesOf('\\textbf{$\\mathbb{R}$}'))).toMatchObject({ 'AMS-Regular': 'R' });
  });
});

describe('pruneMathStyles', () => {
  it('keeps the rules whose classes formulas bear, and the faces that they use', () => {
    const faces = facesOf('\\frac{a}{b}');
    const pruned = pruneMathStyles(css, faces.classes, faces.characters.keys());
    expect(pruned).toContain('.katex .mfrac');
    expect(pruned).toContain('.katex .mathnormal{');
    expect(pruned).not.toMatch(/\.sqrt|\.accent|KaTeX_AMS|mathbb|\.ttf|\.woff\b/u);
    expect(pruned.match(/@font-face/gu)).toHaveLength(2);
    expect(pruned.length).toBeLessThan(css.length / 3);
  });

  it('keeps a rule for elements that do not bear a class', () => {
    const faces = facesOf('\\hat{a}');
    expect(faces.classes).not.toContain('accent-full');
    expect(pruneMathStyles(css, faces.classes, [])).toContain('.accent-body:not(.accent-full){width:0}');
  });

  it('keeps all of the rules where all classes are borne', () => {
    const all = new Set([...css.matchAll(/\.([a-z_][\w-]*)/giu)].map(([, name = '']) => name));
    const faces = new MathFaces(css);
    const bodies = (text: string): string => text.replace(/@font-face\{[^}]*\}/gu, '');
    expect(bodies(pruneMathStyles(css, all, faces.faces))).toBe(bodies(css).trim());
  });
});
