import { describe, expect, it } from 'vitest';
import { bigrams, indexText, isHan, plainForm } from '../../../src/search/han-text.ts';

describe('bigrams', () => {
  it.each([
    ['低秩适配', ['低秩', '秩适', '适配']],
    ['秩', ['秩']],
    ['𠮷野家', ['𠮷野', '野家']],
    ['', []],
  ])('of %s', (run, expected) => {
    expect(bigrams(run)).toEqual(expected);
  });
});

describe('indexText', () => {
  it.each([
    ['用LoRA微调', '用 LoRA 微调'],
    ['ＬｏＲＡ（低秩）', 'LoRA 低秩'],
    ['W₀ + BA', 'W0 BA'],
    ['a\u0000b\tc', 'a b c'],
    ['键 a、b；c', '键 a b c'],
    ['Qwen1.5-7B v2.0.', 'Qwen1.5 7B v2.0'],
    ['C++、C#、#1', 'C++ C# 1'],
    ['f(x)=y_t', 'f x y t'],
    ['', ''],
  ])('of %j is %j', (text, expected) => {
    expect(indexText(text)).toBe(expected);
  });
});

it('isHan and plainForm', () => {
  expect([isHan('低秩々'), isHan('低秩 a'), isHan('')]).toEqual([true, false, false]);
  expect(plainForm('ﬁ\u3000①')).toBe('fi 1');
});
