import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { renderFormula } from '../../../src/renditions/formula.ts';

const require = createRequire(import.meta.url);
const styles = readFileSync(require.resolve('katex/dist/katex.css'), 'utf8');

/** Classes that KaTeX sets for its own bookkeeping and never styles. */
const unstyled = new Set([
  'mord',
  'mop',
  'mbin',
  'mrel',
  'mopen',
  'mclose',
  'mpunct',
  'minner',
  'textord',
  'mtight',
  'text',
  'cjk_fallback',
]);

describe('KaTeX', () => {
  it('has one version for markup and styles: every class that it sets is defined', () => {
    const samples = [
      '\\frac{a}{b}^2_1 + \\sqrt[3]{x} \\left( \\sum_{i=1}^n \\mathbf{x}_i \\right)',
      '\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}',
      '\\mathbb{R} \\mathcal{L} \\mathfrak{g} \\mathsf{T} \\mathtt{x} \\text{中文}',
      '\\overbrace{x}^{y} \\underline{z} \\hat{a} \\widetilde{abc} \\xrightarrow{f}',
      '\\Big| \\bigg\\{ \\binom{n}{k} \\tag{1}',
    ];
    const formulas = samples.map((tex) => renderFormula({ tex, display: true, macros: {} }));
    const generated = new Set(formulas.flatMap(({ styles: own }) => Object.keys(own)));
    const used = new Set(
      formulas.flatMap(({ html }) =>
        [...html.matchAll(/class="([^"]*)"/gu)].flatMap(([, names = '']) => names.split(' ')),
      ),
    );
    const missing = [...used].filter(
      (name) =>
        name !== '' &&
        !unstyled.has(name) &&
        !generated.has(name) &&
        !new RegExp(`\\.${name}(?![\\w-])`, 'u').test(styles),
    );
    expect(missing).toEqual([]);
  });
});
