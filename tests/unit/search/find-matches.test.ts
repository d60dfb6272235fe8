import { describe, expect, it } from 'vitest';
import { blockGap, findMatches } from '../../../src/search/find-matches.ts';

const found = (text: string, query: string): string[] =>
  findMatches(text, query).map(({ start, end }) => text.slice(start, end));

describe('findMatches', () => {
  it('finds runs of Han as they are written', () => {
    expect(findMatches('投机解码与投机采样', '投机解码')).toEqual([{ start: 0, end: 4 }]);
  });

  it('falls back to pairs of characters where the run is never written so', () => {
    expect(found('自注意力与机制', '自注意力机制')).toEqual(['自注意力', '机制']);
    expect(found('低秩', '低秩矩阵')).toEqual(['低秩']);
    expect(found('只有矩形', '低阵')).toEqual([]);
  });

  it.each([
    ['LoRA and QLoRA, Loras', 'lora', ['LoRA', 'Lora']],
    ['decoding decodes undecoded', 'decod', ['decod', 'decod']],
    ['用LoRA微调', 'lora', ['LoRA']],
    ['Qwen2.5-7B 与 7B', 'qwen2.5-7b', ['Qwen2.5-7B']],
    ['Qwen2 有 5 个，7B', 'qwen2.5-7b', ['Qwen2', '7B']],
    ['r 是秩，rank 与 $r$', 'r', ['r', 'r']],
    ['W0 + BA，a 与 b', 'W_0+BA', ['BA']],
    ['r 与 alpha', '\\alpha/r', []],
    ['alpha = 16，softmax', '\\alpha \\mathrm{softmax}', ['softmax']],
  ])('matches Latin words from their start: %s ← %s', (text, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });

  it('matches phrases in quotes as a whole, over any white space', () => {
    expect(found('speculative\n  decoding, decoding', '"speculative decoding"')).toEqual([
      'speculative\n  decoding',
    ]);
    expect(found('投机的解码，投机解码', '“投机解码”')).toEqual(['投机解码']);
  });

  it('sees through letter case and compatibility forms, and gives places in the text itself', () => {
    expect(found('ＬｏＲＡ ﬁne-tuning', 'lora FINE')).toEqual(['ＬｏＲＡ', 'ﬁne']);
    expect(found('cafe\u0301 au lait', 'caf\u00E9')).toEqual(['cafe\u0301']);
    expect(found('İstanbul 低秩', '低秩')).toEqual(['低秩']);
    expect(found('𝐋𝐨𝐑𝐀 𠮷野', 'lora 𠮷野')).toEqual(['𝐋𝐨𝐑𝐀', '𠮷野']);
  });

  it('makes one of matches that overlap, and keeps their order', () => {
    expect(found('低秩适配', '低秩 秩适')).toEqual(['低秩适']);
    expect(found('b 乙 a 甲', '甲 乙')).toEqual(['乙', '甲']);
  });

  it('does not reach over the end of a block', () => {
    expect(found(`注意${blockGap}力`, '注意力')).toEqual(['注意']);
    expect(found(`fine${blockGap}tuning`, '"fine tuning"')).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['a space', ' '],
    ['control characters', '\u0000\u0007'],
    ['a lone quote', '"'],
    ['empty quotes', '""'],
    ['unbalanced TeX', '\\frac{'],
    ['brackets', '((((['],
    ['half a class', '[a-'],
    ['many stars', '*'.repeat(10_000)],
    ['half a character', '\uD800'],
    ['a very long run', '低'.repeat(9000)],
  ])('takes %s', (_name, query) => {
    expect(() => findMatches('低秩 $W_0$ ( [ \\frac', query)).not.toThrow();
  });
});
