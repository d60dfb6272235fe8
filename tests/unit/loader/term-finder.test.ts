import { describe, expect, it } from 'vitest';
import { parseGlossary } from '../../../src/loader/read-glossary.ts';
import { TermFinder, termUses } from '../../../src/loader/term-finder.ts';
import type { Section } from '../../../src/markdown/sections.ts';

const glossary = parseGlossary(
  `
language-model: { zh: [语言模型], en: [language model], abbr: [LM] }
large-language-model: { zh: [大语言模型, 大模型], en: [large language model], abbr: [LLM] }
kv-cache: { zh: [KV 缓存], en: [KV cache] }
flops: { en: [floating-point operations], abbr: [OPS] }
flop-rate: { en: [floating-point rate], abbr: [OPS] }
adapter: { en: [adapter] }
`,
  (finding) => {
    throw new Error(finding.message);
  },
);

const section = (text: string, kind: 'text' | 'code' = 'text', title = ''): Section => ({
  ...{ id: '', title, depth: 2, formulas: [] },
  blocks: [{ kind, text }],
});

const find = (title: string, ...sections: Section[]): string[] =>
  new TermFinder(glossary).termsOf(title, sections).map(({ id }) => id);

describe('TermFinder', () => {
  it.each([
    ['Chinese names', '语言模型和语言模型', ['language-model']],
    ['names inside no longer one', '大语言模型和大语言模型', ['large-language-model']],
    ['different names of one term', '大模型，即大语言模型', ['large-language-model']],
    ['names in any case, width and hyphenation', 'KV-Cache 与 ｋｖ缓存', ['kv-cache']],
    ['plurals', 'Adapters and language models, adapters, language models', ['adapter', 'language-model']],
    ['abbreviations', 'LLM 与 LLM', ['large-language-model']],
    ['a name and an abbreviation', 'LLM（大模型）', ['large-language-model']],
    ['no abbreviation in another case', 'lm lm llm llm', []],
    ['no parts of words', 'adaptersk LLMs2 adaptersk LLMs2', []],
    ['no abbreviation of two terms', 'OPS OPS', []],
    ['no mention', '语言模型，adapter', []],
    ['no name over the end of a sentence', '语言。模型，语言。模型', []],
  ])('finds %s', (_name, text, ids) => {
    expect(find('', section(text))).toEqual(ids);
  });

  it('counts over sections and their titles, but not in code', () => {
    expect(find('', section('adapter'), section('adapter'))).toEqual(['adapter']);
    expect(find('', section('adapter', 'text', 'Adapter'))).toEqual(['adapter']);
    expect(find('', section('adapter adapter adapter', 'code'))).toEqual([]);
  });

  it('takes the title at its word', () => {
    expect(find('KV 缓存', section('正文'))).toEqual(['kv-cache']);
  });

  it('says where an article explains a term: all of it what its title begins with, a section what it is about', () => {
    const explained = (title: string, ...headings: string[]) =>
      new TermFinder(glossary)
        .termsOf(
          title,
          headings.map((heading) => ({ ...section('adapter，KV 缓存，LLM', 'text', heading), id: heading })),
        )
        .map(({ id, explained: where }) => [id, where?.section]);
    expect(explained('KV 缓存：省时间', '2.1 给 LLM 的 Adapter', '3 Adapter')).toEqual([
      ['adapter', '3 Adapter'],
      ['kv-cache', ''],
      ['large-language-model', undefined],
    ]);
    expect(explained('快一点的 KV 缓存', '省下的 LLM', '四处可见、到处都有的 LLM 与其他')).toEqual([
      ['adapter', undefined],
      ['kv-cache', undefined],
      ['large-language-model', '省下的 LLM'],
    ]);
  });

  it('gives names in both languages, those of the other where there is none', () => {
    expect(new TermFinder(glossary).termsOf('用 LLM adapter', [])).toEqual([
      { id: 'adapter', zh: 'adapter', en: 'adapter' },
      { id: 'large-language-model', zh: '大语言模型', en: 'large language model' },
    ]);
  });

  it('takes what was found in the same sections, as long as the names are the same', () => {
    const finder = new TermFinder(glossary);
    const sections = [section('adapter adapter', 'text', 'KV 缓存')];
    const known = termUses(finder.names, sections);
    expect(finder.termsOf('LLM', [], known)).toEqual(finder.termsOf('LLM', sections));
    expect(finder.termsOf('LLM', sections, { ...known, names: '' })).toEqual(finder.termsOf('LLM', sections));
    expect(finder.termsOf('LLM', [], { ...known, names: '' }).map(({ id }) => id)).toEqual([
      'large-language-model',
    ]);
  });
});
