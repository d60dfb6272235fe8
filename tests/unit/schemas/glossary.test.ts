import { describe, expect, it } from 'vitest';
import { nameKey } from '../../../src/schemas/glossary.ts';

describe('nameKey', () => {
  it.each([
    ['Fine-Tuning', 'finetuning'],
    ['fine tuning', 'finetuning'],
    ['ＫＶ　缓存', 'kv缓存'],
    ['Kullback–Leibler', 'kullbackleibler'],
    ['LoRA+', 'lora+'],
  ])('%j is %j', (text, key) => {
    expect(nameKey(text)).toBe(key);
  });
});
