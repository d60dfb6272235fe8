import { describe, expect, it } from 'vitest';
import { formula } from '../../../bench/corpus-text.ts';
import { randomFrom } from '../../../src/models/random.ts';
import { renderFormula, renderFormulaInTree } from '../../../src/renditions/formula.ts';
import { renderKatex } from '../../../src/renditions/katex-tree.ts';
import { articleFormulas } from './formula-samples.ts';

const random = randomFrom(3);

const samples = [
  ...articleFormulas(),
  ...Array.from({ length: 200 }, (_, index) => {
    const display = index % 2 === 0;
    return { tex: formula(random, index, display ? 'display' : 'inline'), display };
  }),
  ...[
    String.raw`a<b>c \& d \text{“‘"'&amp;<br>} \text{中文 é}`,
    String.raw`\text{\textbf{粗} \textit{斜}} \textcolor{red}{x} \color{blue} y`,
    String.raw`\begin{aligned}a&=1\\[2ex]b&=2\end{aligned}`,
    String.raw`\begin{align}a&=1\tag{1}\\b&=2\tag{2}\end{align}`,
    String.raw`\sqrt[3]{\frac{1}{1+\frac{2}{x}}} \overbrace{a+b}^{n} \xrightarrow[下]{上} \cancel{x}`,
    String.raw`\boxed{E=mc^2} \fbox{字} \phantom{x} \smash{y} \rule{1em}{2em} \kern1em \colorbox{aqua}{z}`,
    String.raw`\left\{\begin{matrix}1\\2\\3\\4\\5\\6\end{matrix}\right. \tag*{星}`,
    String.raw`\mathcal{L}\,\mathfrak{g}\,\mathscr{F}\,\Bigg(\Bigg)\ \vec{x}\ \widehat{abc}\ \utilde{x}`,
    String.raw`\href{https://example.org/?a=1&b=2}{x} \htmlClass{c}{y} \url{x}`,
    String.raw`x % 注`,
    String.raw`\unknown{x}`,
    String.raw`\frac{1}{`,
    '',
  ].flatMap((tex) => [
    { tex, display: true },
    { tex, display: false },
  ]),
].map((sample) => ({ ...sample, macros: { '\\R': '\\mathbb{R}' } }));

describe('a formula printed from what KaTeX builds', () => {
  it('comes to the same as one of rehype-katex', () => {
    for (const sample of samples)
      expect(renderFormula(sample), sample.tex).toEqual(renderFormulaInTree(sample));
  });

  it('is one that articles are full of, without tags beside rows', () => {
    const plain = articleFormulas().filter(({ tex }) => !tex.includes('\\begin{align}'));
    expect(plain.length).toBeGreaterThan(500);
    for (const { tex, display } of plain) {
      expect(renderKatex(tex, { displayMode: display, strict: 'ignore' }), tex).toBeDefined();
    }
    expect(renderKatex('\\begin{align}a\\\\b\\end{align}', { displayMode: true })).toBeUndefined();
  });
});
