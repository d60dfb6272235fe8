import { describe, expect, it } from 'vitest';
import { answerQuery, type SearchSource } from '../../../src/search/answer-query.ts';
import type { SearchIndex } from '../../../src/search/search-index.ts';

/** Indexes that find nothing, and what they are asked; `formulas` alone until the articles are opened. */
function sourceThatLogs() {
  const opened: string[] = [];
  const asked: string[] = [];
  const open = (name: string) => (): Promise<SearchIndex> => {
    opened.push(name);
    const search: SearchIndex['search'] = (terms) => {
      if (name === 'articles') asked.push(terms);
      return Promise.resolve({ results: [], filters: {} });
    };
    return Promise.resolve({ search });
  };
  const source: SearchSource = {
    articles: open('articles'),
    formulas: open('formulas'),
    terms: { synonyms: [], names: [], words: [], hasFormulas: true },
    han: () => Promise.resolve({ simplified: '', syllables: {} }),
    base: '/',
  };
  return { source, opened, asked };
}

describe('what a question opens', () => {
  it.each([
    ['lora', ['articles']],
    ['W_0+BA', ['formulas']],
    ['公式 W_0+BA', ['formulas', 'articles']],
    ['BAx', ['formulas', 'articles']],
    ['"BAx"', ['articles']],
    ['', []],
    ['+', []],
  ])('%s: %j', async (text, expected) => {
    const { source, opened } = sourceThatLogs();
    await answerQuery({ text }, source);
    expect(opened).toEqual(expected);
  });
});

describe('what articles are asked for a formula', () => {
  it.each([
    // Letters and numbers are everywhere: only as they stand.
    ['1/(O + 1)', ['"1 O 1"']],
    ['32 × 256 × 256', ['"32 256 256"']],
    ['FP16/BF16', ['FP16 BF16', '"FP16 BF16"', 'FP16', 'BF16']],
    ['K V 缓存', ['K V 缓存', '"K V 缓存"', '缓存', 'K', 'V']],
  ])('%s: %j', async (text, expected) => {
    const { source, asked } = sourceThatLogs();
    await answerQuery({ text }, source);
    expect(asked).toEqual(expected);
  });
});

describe('other names', () => {
  const asked = async (text: string, found: Readonly<Record<string, number>>): Promise<string[]> => {
    const questions: string[] = [];
    const record = { url: '/', title: '', aliases: [], date: '', tags: [], kind: 'article', sections: [] };
    const search: SearchIndex['search'] = (terms) => {
      questions.push(terms);
      const results = Array.from({ length: found[terms] ?? 0 }, (_, number) => ({
        id: String(number),
        score: 1,
        data: <Data>() => Promise.resolve(record as Data),
      }));
      return Promise.resolve({ results, filters: {} });
    };
    const { source } = sourceThatLogs();
    const terms = { ...source.terms, synonyms: [['低秩', 'low rank']] };
    await answerQuery({ text }, { ...source, articles: () => Promise.resolve({ search }), terms });
    return questions;
  };

  it.each([
    ['低秩', { 低秩: 63 }, true],
    ['低秩', { 低秩: 64 }, false],
    // All words apart from one another say little.
    ['低秩 矩阵', { '低秩 矩阵': 500, '"低秩 矩阵"': 63 }, true],
    ['低秩 矩阵', { '低秩 矩阵': 500, '"低秩 矩阵"': 64 }, false],
  ])('of %s are asked for unless many articles have it: %j, %j', async (text, found, isAsked) => {
    expect((await asked(text, found)).some((terms) => terms.startsWith('low rank'))).toBe(isAsked);
  });
});
