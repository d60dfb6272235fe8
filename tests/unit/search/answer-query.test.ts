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
