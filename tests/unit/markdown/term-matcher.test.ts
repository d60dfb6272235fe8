import { describe, expect, it } from 'vitest';
import { parseGlossary } from '../../../src/loader/read-glossary.ts';
import { TermMatcher } from '../../../src/markdown/term-matcher.ts';
import { namesOf } from '../../../src/schemas/glossary.ts';

const glossary = parseGlossary(
  `
language-model: { zh: [语言模型], en: [language model], abbr: [LM] }
large-language-model: { zh: [大语言模型, 大模型], abbr: [LLM] }
kv-cache: { zh: [KV 缓存], en: [KV cache] }
cnn: { zh: [卷积网络], abbr: [CNN] }
lora-plus: { en: [LoRA+] }
eagle: { en: [EAGLE] }
eagle-2: { en: [EAGLE-2] }
flops: { en: [floating-point operations], abbr: [OPS] }
flop-rate: { en: [floating-point rate], abbr: [OPS] }
`,
  (finding) => {
    throw new Error(finding.message);
  },
);
const matcher = new TermMatcher(namesOf(glossary));

/** The text with its mentions in brackets. */
const marked = (text: string): string =>
  matcher
    .mentionsIn(text)
    .toReversed()
    .reduce(
      (rest, { id, start, end }) =>
        `${rest.slice(0, start)}[${rest.slice(start, end)}|${id}]${rest.slice(end)}`,
      text,
    );

describe('TermMatcher', () => {
  it.each([
    ['the longest name', '大语言模型', '[大语言模型|large-language-model]'],
    ['names side by side', '大模型语言模型', '[大模型|large-language-model][语言模型|language-model]'],
    ['any hyphenation and case', 'the kv-Cache', 'the [kv-Cache|kv-cache]'],
    ['full width where it stands', '用ｋｖ缓存①', '用[ｋｖ缓存|kv-cache]①'],
    ['places behind letters that grow in normal form', '㎏…½KV 缓存。', '㎏…½KV 缓存。'],
    ['places behind signs that grow in normal form', '㎏…，KV 缓存。', '㎏…，[KV 缓存|kv-cache]。'],
    ['plurals', 'Language models.', '[Language models|language-model].'],
    ['whole words alone', 'sublanguage modelling, LMs2, EAGLEs2', 'sublanguage modelling, LMs2, EAGLEs2'],
    ['abbreviations as written', 'LLM llm', '[LLM|large-language-model] llm'],
    ['no abbreviation of two terms', 'OPS', 'OPS'],
    ['no part of a hyphenated word', 'R-CNN 与 CNN-LSTM', 'R-CNN 与 [CNN|cnn]-LSTM'],
    ['no number cut at its point', 'EAGLE 2.10 倍，EAGLE 2。', '[EAGLE|eagle] 2.10 倍，[EAGLE 2|eagle-2]。'],
    ['the signs that a name has', 'LoRA+ 不是 LoRA，', '[LoRA+|lora-plus] 不是 LoRA，'],
    ['no name over another sign', '语言，模型；KV、cache', '语言，模型；KV、cache'],
  ])('finds %s', (_name, text, expected) => {
    expect(marked(text)).toBe(expected);
  });
});
