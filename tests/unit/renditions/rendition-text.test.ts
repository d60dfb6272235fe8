import { expect, it } from 'vitest';
import { renderFormula } from '../../../src/renditions/formula.ts';
import { readRendition, textOfRendition } from '../../../src/renditions/rendition-text.ts';
import { generatedFormulas } from './formula-samples.ts';

it.each([
  ['quotes and letters', '<b class="x">甲 𝔄 é</b>'],
  ['lines', '<pre>a\n\nb\r\n\u2028c\n</pre>'],
  ['nothing', ''],
  ['signs that the text itself uses', 'a\u0000b\u0001c\nd'],
])('gives back %s, kept on one line', (_what, html) => {
  const rendition = { kind: 'code', html, text: 'a\n"b"\u0000\u0001' } as const;
  const text = textOfRendition(rendition);
  expect(text.includes('\n')).toBe(false);
  expect(readRendition(text)).toEqual(rendition);
});

it('gives back formulas', () => {
  const formulas = generatedFormulas(40).map((sample) => renderFormula({ ...sample, macros: {} }));
  expect(formulas.map((formula) => readRendition(textOfRendition(formula)))).toEqual(formulas);
});
