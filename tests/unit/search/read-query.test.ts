import { describe, expect, it } from 'vitest';
import { readQuery, termsOf } from '../../../src/search/read-query.ts';

const terms = (text: string): string => termsOf(readQuery(text).words);

describe('readQuery', () => {
  it.each([
    ['低秩适配', '低秩 秩适 适配'],
    ['LoRA 初始化', 'LoRA 初始 始化'],
    ['用LoRA微调', '用 LoRA 微调'],
    ['GPT-3.5、C++', 'GPT 3.5 C++'],
    ['“拒绝采样”', '拒绝 绝采 采样'],
    ['  ', ''],
    ['()[]{}"', ''],
    ['\u0000\u0007', ''],
  ])('cuts %j into %j', (text, expected) => {
    expect(terms(text)).toBe(expected);
  });

  it('takes quotes for "just so"', () => {
    expect(readQuery('"mixed precision"')).toMatchObject({ text: 'mixed precision', isLiteral: true });
    expect(readQuery('"').isLiteral).toBe(false);
    expect(readQuery('say "no"').isLiteral).toBe(false);
  });

  it('cuts what is too long, and never in the middle of a character', () => {
    expect([...readQuery('𠮷'.repeat(10_000)).text]).toHaveLength(256);
  });
});
