import { describe, expect, it } from 'vitest';
import { addressOf, docsAddressOf } from '../../../src/loader/content-files.ts';

describe('addressOf', () => {
  it.each([
    ['lora/zh.md', 'lora', 'zh'],
    ['lora/zh.mdx', 'lora', 'zh'],
    ['lora/en.md', 'lora', 'en'],
    ['lora/index.md', 'lora', 'zh'],
    ['lora/README.md', 'lora', 'zh'],
    ['lora.md', 'lora', 'zh'],
    ['lora.en.md', 'lora', 'en'],
    ['lora/index.en.md', 'lora', 'en'],
    ['lora/zh.ipynb', 'lora', 'zh'],
    ['lora.fr.md', 'lorafr', 'zh'],
    ['.en.md', 'en', 'zh'],
    ['zh.md', 'zh', 'zh'],
    ['notes/Self Attention.md', 'notes/self-attention', 'zh'],
    ['笔记/注意力.md', '笔记/注意力', 'zh'],
    ['！！！.md', 'untitled', 'zh'],
  ])('%s → %s in %s', (path, slug, locale) => {
    expect(addressOf(path, ['zh', 'en'])).toEqual({ slug, locale });
  });
});

describe('docsAddressOf', () => {
  it.each([
    ['zh/math.md', 'math', 'zh'],
    ['en/writing/tables.md', 'writing/tables', 'en'],
    ['math.md', 'math', 'zh'],
  ])('%s → %s in %s', (path, slug, locale) => {
    expect(docsAddressOf(path, ['zh', 'en'])).toEqual({ slug, locale });
  });
});
