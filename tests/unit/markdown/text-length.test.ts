import { describe, expect, it } from 'vitest';
import { textLength } from '../../../src/markdown/text-length.ts';

describe('textLength', () => {
  it('counts Chinese characters and other words apart', () => {
    expect(textLength('用 LoRA 微调 Qwen1.5-7B-Chat，秩取 8。')).toEqual({ han: 5, words: 3 });
  });
  it('counts nothing in nothing', () => {
    expect(textLength('')).toEqual({ han: 0, words: 0 });
  });
});
