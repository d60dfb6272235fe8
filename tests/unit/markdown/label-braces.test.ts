import { describe, expect, it } from 'vitest';
import { shieldLabelBraces, unshieldLabelBraces } from '../../../src/markdown/label-braces.ts';

const hasBrace = (text: string): boolean => /[{}]/u.test(text);

describe('shieldLabelBraces', () => {
  it.each([
    '## 方法 {#sec-method}',
    '## 方法{#sec-method} ##',
    '> ### 方法 {#sec-method}\r\n',
    '方法 {#sec-method}\n---',
    '见 \\eqref{eq-lora} 与 \\ref{eq:b}',
    '表：对比 {#tbl-a}',
    'Table: a {#tbl-a}\r\n',
    '> : 对比 {#tbl-a}',
    '表：对比\n两行 {#tbl-a}',
    '| 1 |\n: 对比 {#tbl-a}',
    '![图](a.png){#fig-a}',
    '![图](a(1).png "题") {#fig-a}',
    '![图](a.png)\n{#fig-a}',
  ])('hides %j and keeps every place', (source) => {
    const shielded = shieldLabelBraces(source);
    expect(hasBrace(shielded)).toBe(false);
    expect(shielded).toHaveLength(source.length);
    expect(unshieldLabelBraces(shielded)).toBe(source);
  });

  it.each([
    '文字 {#sec-method}',
    '## {title}',
    '## 方法 {#a} 之后',
    '表：对比 {a}',
    '表：对比 {#tbl-a} 之后',
    '表：对比\n\n文字 {#tbl-a}',
    '列表 a: b {#tbl-a}',
    ':::theorem{#thm-x}\n---',
    '<A b={c} />',
    'export const a = {b: 1}',
  ])('leaves %j to MDX', (source) => {
    expect(shieldLabelBraces(source)).toBe(source);
  });
});
