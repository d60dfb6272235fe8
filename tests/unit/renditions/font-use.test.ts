import { expect, it } from 'vitest';
import { fontUseOf, readMathStyles } from '../../../src/renditions/font-use.ts';
import { renderFormula } from '../../../src/renditions/formula.ts';
import { MathFaces } from '../../../src/renditions/math-faces.ts';

it('finds the letters of texts, of code, and of formulas by their faces', () => {
  const formula = renderFormula({ tex: '\\mathbb{R} + \\beta', display: false, macros: {} });
  const code = { kind: 'code', html: '<code>λ</code>', text: 'λ' } as const;
  const { characters, math } = fontUseOf(['<p>甲 a</p>', '乙'], [formula, code]);
  expect([...characters]).toEqual(expect.arrayContaining(['甲', '乙', 'a', 'λ', 'ℝ', 'β']));
  expect(math.classes).toContain('mathbb');
  const faces = new MathFaces(readMathStyles());
  faces.add(math);
  const letters = [...faces.characters].map(([{ family }, set]) => [family, [...set].join('')]);
  expect(Object.fromEntries(letters)).toMatchObject({ KaTeX_AMS: 'R', KaTeX_Math: 'β' });
});
