import { describe, expect, it } from 'vitest';
import { findingsOf, sketchOf } from './math-read.ts';

describe('fences of a display formula', () => {
  it.each([
    ['on lines of their own', '文\n$$\nx\n$$\n后', 'p(文) ⟦x⟧ p(后)'],
    [
      'with TeX beside both',
      '$$\\begin{aligned}\na &= b \\\\\n- c\n\\end{aligned}$$\n后',
      '⟦\\begin{aligned}\na &= b \\\\\n- c\n\\end{aligned}⟧ p(后)',
    ],
    ['with TeX beside one', '$$ x = 1\n+ 2 $$', '⟦x = 1\n+ 2⟧'],
    ['on one line', '$$E = mc^2$$', '⟦E = mc^2⟧'],
    ['on a line within text', '由\n$$x$$\n知', 'p(由) ⟦x⟧ p(知)'],
    ['with blank lines between', '$$\n\nx\n\n+ y\n\n$$\n\n后', '⟦\nx\n\n+ y⟧ p(后)'],
    ['before a label', '$$\nx\n$$ {#eq-x}', '⟦x⟧#eq-x'],
    ['on one line, before a label', '$$x$$ {#eq:x}', '⟦x⟧#eq:x'],
    ['before punctuation', '$$\nx\n$$。', '⟦x\\text{。}⟧'],
    ['before text', '$$\nx\n$$ 其中 $y$ 是\n续行', '⟦x⟧ p(其中 «y» 是\n续行)'],
    ['with `\\$` inside', '$$\n\\$x\n$$', '⟦\\$x⟧'],
    [
      'with `$` inside of text',
      '$$\na \\text{ 若 $x>0$ } \\tag{$\\ast$}\n$$',
      '⟦a \\text{ 若 $x>0$ } \\tag{$\\ast$}⟧',
    ],
    ['two on a line', '$$a$$ $$b$$', '⟦a⟧ ⟦b⟧'],
    ['indented like code', '    $$\n    x\n    $$', '⟦x⟧'],
    ['as a fence', '```math #eq-m\nx\n```', '⟦x⟧#eq-m'],
    ['Windows line ends', '$$\r\nx\r\n$$\r\n后', '⟦x⟧ p(后)'],
  ])('%s', (_name, markdown, expected) => {
    expect(sketchOf(markdown)).toBe(expected);
    expect(findingsOf(markdown)).toEqual([]);
  });

  it.each([
    ['a block quote', '> $$\n> - x\n> $$\n> 后', 'quote(⟦- x⟧ p(后))'],
    ['a block quote, lazily', '> $$\n> x\n+ y\n> $$\n> 后', 'quote(⟦x\n+ y⟧ p(后))'],
    [
      'a list',
      '1. 一\n\n   $$\\begin{gathered}\n   a\n   \\end{gathered}$$\n2. 二',
      'list(item(p(一) ⟦\\begin{gathered}\na\n\\end{gathered}⟧) item(p(二)))',
    ],
    ['a list, without indentation', '- 项\n  $$\nx\n- y\n$$\n- 二', 'list(item(p(项) ⟦x\n- y⟧) item(p(二)))'],
  ])('in %s', (_name, markdown, expected) => {
    expect(sketchOf(markdown)).toBe(expected);
    expect(findingsOf(markdown)).toEqual([]);
  });
});

describe('a paragraph with a formula of several lines', () => {
  it('is parted around what was meant as a display formula', () => {
    expect(sketchOf('第一行\n因此 $$\n\\alpha\n- b\n=\n+ c\n$$ 成立，**好**\n下一行 $y$')).toBe(
      'p(第一行\n因此) ⟦\\alpha\n- b\n=\n+ c⟧ p(成立，strong(好)\n下一行 «y»)',
    );
  });

  it('keeps a formula within text that goes over a line, whatever sign the line begins with', () => {
    expect(sketchOf('由 $a\n+ b$ 得')).toBe('p(由 «a\n+ b» 得)');
  });

  it('lets lists begin where no formula is open', () => {
    expect(sketchOf('花 $5\n- 项\n- 又 $6')).toBe('p(花 $5) list(item(p(项)) item(p(又 $6)))');
  });

  it('keeps a formula within a line as part of it, as in kramdown', () => {
    expect(sketchOf('公式 $$x$$ 在行内')).toBe('p(公式 «x» 在行内)');
  });

  it.each(['\\tag{1}', '\\begin{align}a\\end{align}'])(
    'takes out what only a display formula can have: %s',
    (tex) => {
      expect(sketchOf(`由 $$x ${tex}$$ 知`)).toBe(`p(由) ⟦x ${tex}⟧ p(知)`);
    },
  );
});

describe('a display formula that is never closed', () => {
  it.each([
    ['at the end', '一\n\n$$\nx', ['math/unclosed 3:1'], 'p(一) p($$\nx)'],
    ['before text', '$$\nx\n\n后文 $y$', ['math/unclosed 1:1'], 'p($$\nx) p(后文 «y»)'],
    [
      'before other formulas',
      '$$\nx\n\n正文在这里，有 $$y$$ 与 $z$。\n\n$$\nw\n$$',
      ['math/unclosed 1:1'],
      'p($$\nx) p(正文在这里，有 «y» 与 «z»。) ⟦w⟧',
    ],
    [
      'before a heading and a list',
      '$$\nx\n\n# 题\n\n- 甲\n\n$$\ny\n$$',
      ['math/unclosed 1:1'],
      'p($$\nx) heading(题) list(item(p(甲))) ⟦y⟧',
    ],
    ['in a block quote', '> $$\n> x\n\n后\n\n$$\ny\n$$', ['math/unclosed 1:3'], 'quote(p($$\nx)) p(后) ⟦y⟧'],
    ['as an environment', '\\begin{align}\nx\n\n后', ['math/unclosed 1:1'], 'p(\\begin{align}\nx) p(后)'],
    [
      'cut by a block quote',
      '- $$\n  x\n> y\n  $$',
      ['math/unclosed 1:3'],
      'list(item(p($$\nx))) quote(p(y)) p($$)',
    ],
    [
      'within text',
      '文 $$ x 与 $\\alpha 是',
      ['math/unclosed 1:3', 'math/unclosed 1:10'],
      'p(文 $$ x 与 $\\alpha 是)',
    ],
  ])('%s is one error, and text after it is text', (_name, markdown, findings, expected) => {
    expect(findingsOf(markdown)).toEqual(findings);
    expect(sketchOf(markdown)).toBe(expected);
  });

  it('is reported where a `$` closes nothing', () => {
    expect(findingsOf('误差 \\frac{1}{2}$；后')).toEqual(['math/unclosed 1:15']);
  });
});

describe('environments and brackets on lines of their own', () => {
  it.each([
    ['\\begin{align}\na &= b \\\\\n\nc\n\\end{align}', '⟦\\begin{align}\na &= b \\\\\n\nc\n\\end{align}⟧'],
    ['文\n\\begin{equation}\nx\n\\end{equation}\n后', 'p(文) ⟦\\begin{equation}\nx\n\\end{equation}⟧ p(后)'],
    ['\\[\nx\n- y\n\\]', '⟦x\n- y⟧'],
    ['\\[ E = mc^2 \\]', '⟦E = mc^2⟧'],
    ['\\\\[ a \\\\\\\\ \\\\{ c\\_d \\\\} \\\\]', '⟦a \\\\ \\{ c_d \\}⟧'],
    ['\\begin{figure}\nx\n\\end{figure}', 'p(\\begin{figure}\nx\n\\end{figure})'],
  ])('%j', (markdown, expected) => {
    expect(sketchOf(markdown)).toBe(expected);
  });
});
