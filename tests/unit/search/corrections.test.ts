import { describe, expect, it } from 'vitest';
import { articlePage, codeWeight } from '../../../src/search-index/article-page.ts';
import { countWords } from '../../../src/search-index/count-words.ts';
import { scanWords } from '../../../src/search-index/scan-words.ts';
import { hanTables, pinyinOf, searchTerms } from '../../../src/search-index/search-terms.ts';
import { TokenLog, Tokens } from '../../../src/search-index/token-log.ts';
import { glossaryEntrySchema } from '../../../src/schemas/glossary.ts';
import { correct, nameFromPinyin, nearestWord, toSimplified } from '../../../src/search/corrections.ts';
import { readQuery } from '../../../src/search/read-query.ts';
import type { ArticleRecord } from '../../../src/search/records.ts';
import { isKnownName, variantsOf } from '../../../src/search/synonyms.ts';

const article: ArticleRecord = {
  url: '/posts/a/',
  title: '投机解码与低秩适配',
  aliases: ['Speculative Decoding'],
  date: '2026-01-01',
  tags: ['大模型'],
  kind: 'article',
  sections: [
    {
      id: 'a',
      title: '策略与率失真',
      text: [
        'A transformer with quantization. 投机采样也叫投机解码，低秩适配要显存带宽。spec decode, KV cache.',
      ],
      code: ['const unseen = 1'],
    },
  ],
};

const entry = (names: object) => glossaryEntrySchema.parse(names);
const glossary = new Map([
  ['spec', entry({ zh: ['投机解码', '投机采样', '推测解码'], en: ['speculative decoding', 'spec decode'] })],
  ['kv', entry({ en: ['KV cache'], abbr: ['KV'] })],
  ['lora', entry({ zh: ['低秩适配'], abbr: ['LoRA'] })],
  ['unused', entry({ zh: ['图卷积'] })],
]);
function vocabularyOf(records: readonly ArticleRecord[]) {
  const tokens = new Tokens();
  const log = new TokenLog(tokens, scanWords);
  for (const record of records) log.add(articlePage(record, []).text);
  return countWords(log, tokens.all, codeWeight);
}
const vocabulary = vocabularyOf([article]);
const terms = { ...searchTerms([article], glossary, vocabulary), hasFormulas: false };
const tables = hanTables(vocabulary, terms);

describe('searchTerms', () => {
  it('holds names that the articles use, those first', () => {
    expect(terms.synonyms).toEqual([
      ['投机解码', '投机采样', 'speculative decoding', 'spec decode', '推测解码'],
      ['KV cache', 'KV'],
      ['低秩适配', 'LoRA'],
    ]);
    expect(terms.names.map(([name]) => name)).toEqual([
      '投机解码',
      '投机采样',
      '低秩适配',
      '投机解码与低秩适配',
      '大模型',
      '策略与率失真',
    ]);
  });

  it('stays small where there are many articles, with the names of more articles first', () => {
    const han = (number: number): string =>
      String.fromCodePoint(0x4e00 + (number % 5000), 0x4e00 + Math.floor(number / 5000));
    const many = Array.from({ length: 3000 }, (_, number) => ({
      ...article,
      title: han(2 * number),
      aliases: number < 2 ? ['别名'] : [],
      tags: [],
      sections: [{ id: 'a', title: han(2 * number + 1), text: [], code: [] }],
    }));
    const names = searchTerms(many, new Map(), vocabularyOf(many)).names.map(([name]) => name);
    expect(names).toHaveLength(2000);
    expect(names.slice(0, 2)).toEqual(['别名', han(0)]);
  });

  it('holds the words of the text, and after them those of the code', () => {
    expect(terms.words.indexOf('transformer')).toBeGreaterThanOrEqual(0);
    expect(terms.words.indexOf('unseen')).toBeGreaterThan(terms.words.indexOf('transformer'));
  });

  it('reads the terms of the field as they are read', () => {
    expect(['结构重参数化', '权重参数', '激活重计算', '并行', '行空间', '长度'].map(pinyinOf)).toEqual([
      'jie gou chong can shu hua',
      'quan zhong can shu',
      'ji huo chong ji suan',
      'bing xing',
      'hang kong jian',
      'chang du',
    ]);
  });
});

describe('corrections', () => {
  it.each([
    ['toujijiema', '投机解码'],
    ['tou ji jie ma', '投机解码'],
    ["tou'ji", '投机解码'],
    ['tjjm', '投机解码'],
    ['dizhishipei', '低秩适配'],
    ['toujijema', '投机解码'],
    ['celueyulvshizhen', '策略与率失真'],
    ['xyzxyz', undefined],
    ['ab', undefined],
  ])('pinyin %s: %s', (typed, name) => {
    expect(nameFromPinyin(typed, terms)).toBe(name);
  });

  it.each([
    ['transfomrer', 'transformer'],
    ['transformr', 'transformer'],
    ['quantisation', 'quantization'],
    ['cahce', 'cache'],
    ['abc', undefined],
    ['zzzzzzz', undefined],
  ])('word %s: %s', (typed, word) => {
    expect(nearestWord(typed, terms)).toBe(word);
  });

  it.each([
    ['投机结码', '投机解码'],
    ['头鸡解码的加速', '投机解码的加速'],
    ['低秩适佩', '低秩适配'],
    ['低质适配', '低秩适配'],
    ['transformr 投机结码', 'transformer 投机解码'],
    ['投机解码', undefined],
    ['"投机结码"', undefined],
    ['甲乙丙丁', undefined],
  ])('query %s: %s', (typed, corrected) => {
    expect(correct(readQuery(typed), terms, tables)).toBe(corrected);
  });

  it('turns traditional characters into simplified ones', () => {
    expect(toSimplified('投機解碼與低秩適配', tables)).toBe('投机解码与低秩适配');
  });
});

describe('other names', () => {
  it.each([
    ['投机解码', ['投机采样', 'speculative decoding']],
    ['Speculative-Decoding 加速', ['投机解码 加速', '投机采样 加速']],
    ['speculativedecoding', ['投机解码', '投机采样']],
    ['kv', ['KV cache']],
    ['kvx', []],
    ['explora', []],
  ])('of %s: %j', (query, texts) => {
    expect(variantsOf(query, terms).map(({ text }) => text)).toEqual(texts);
  });

  it('knows a name however it is spelt', () => {
    expect(isKnownName('KV-Cache', terms)).toBe(true);
    expect(isKnownName('图卷积', terms)).toBe(false);
  });
});
