import { describe, expect, it } from 'vitest';
import { formulaTail, withPunctuation } from '../../../src/markdown/math-ending.ts';

describe('what follows the closing sign', () => {
  it.each([
    [' {#eq-x}', { length: 8, label: 'eq-x', punctuation: '' }],
    ['。{#eq-x .big}  ', { length: 15, label: 'eq-x', punctuation: '。' }],
    [', \\', { length: 3, label: undefined, punctuation: ',' }],
    ['', { length: 0, label: undefined, punctuation: '' }],
    [' 其中', undefined],
    ['，其中', undefined],
  ])('%j', (text, tail) => {
    expect(formulaTail(text)).toEqual(tail);
  });
});

describe('punctuation after a formula', () => {
  it.each([
    ['x', '.', 'x.'],
    ['x', '，', 'x\\text{，}'],
    ['\\begin{aligned}a\\\\b\\end{aligned}', '.', '\\begin{aligned}a\\\\b.\\end{aligned}'],
    ['\\begin{align}a\\\\\n\\end{align}', '。', '\\begin{align}a\\text{。}\\\\\n\\end{align}'],
    ['\\begin{bmatrix}a\\end{bmatrix}', ',', '\\begin{bmatrix}a\\end{bmatrix},'],
    ['x \\tag{1}', ',', 'x, \\tag{1}'],
    ['x % 注', '.', 'x % 注\n.'],
  ])('%j and %j', (tex, punctuation, expected) => {
    expect(withPunctuation(tex, punctuation)).toBe(expected);
  });
});
