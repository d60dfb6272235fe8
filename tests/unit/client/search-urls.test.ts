import { describe, expect, it } from 'vitest';
import {
  filtersOf,
  noQuestion,
  questionOf,
  searchableText,
  searchPageUrl,
  wordsOfPath,
} from '../../../src/client/search-urls.ts';

describe('searchableText', () => {
  it.each([
    ['  低秩   适配\n', '低秩 适配'],
    ['a\u0000b\u0007\u0085c', 'a b c'],
    ['half \uD835', 'half'],
    ['', ''],
    ['\\frac{', '\\frac{'],
  ])('%j → %j', (typed, text) => {
    expect(searchableText(typed)).toBe(text);
  });

  it('takes 256 characters of a pasted book, none of them cut in two', () => {
    expect([...searchableText('秩'.repeat(10_000))]).toHaveLength(256);
    expect(searchableText('𝑊'.repeat(10_000))).toBe('𝑊'.repeat(256));
    expect(searchableText(' '.repeat(10_000))).toBe('');
  });
});

describe('the address of the search page', () => {
  it('holds the question', () => {
    const question = {
      text: 'W_0 + BA & "低秩"',
      tags: ['微调', 'C++'],
      series: '投机解码',
      year: '2026',
      sort: 'newest',
    } as const;
    const url = searchPageUrl(question, '/some/base/');
    expect(url).toMatch(/^\/some\/base\/search\/\?q=/u);
    expect(questionOf(url.slice(url.indexOf('?')))).toEqual(question);
  });

  it('is short when there is nothing to say', () => {
    expect(searchPageUrl(noQuestion, '/')).toBe('/search/');
    expect(questionOf('?sort=oldest&tag=&tag=a&tag=a&year=26&series=')).toEqual({
      ...noQuestion,
      tags: ['a'],
    });
  });

  it('takes halves of characters', () => {
    expect(searchPageUrl({ ...noQuestion, text: '\uD800' }, '/')).toBe('/search/?q=%EF%BF%BD');
  });
});

describe('filtersOf', () => {
  it('asks for what is chosen, and for nothing else', () => {
    expect(filtersOf(noQuestion)).toEqual({});
    expect(filtersOf(questionOf('?q=x&tag=a&tag=b&series=s&year=2026'))).toEqual({
      tag: ['a', 'b'],
      series: ['s'],
      year: ['2026'],
    });
  });
});

describe('wordsOfPath', () => {
  it.each([
    ['/posts/lora-paper.html', '/', 'lora paper'],
    ['/some/base/posts/2026/11/global_convolutional/', '/some/base/', 'global convolutional'],
    ['/posts/%E6%8A%95%E6%9C%BA-%E8%A7%A3%E7%A0%81/', '/', '投机 解码'],
    ['/%E6%8A%/x', '/', 'E6 8A x'],
    ['/index.html', '/', ''],
    ['/', '/', ''],
  ])('%s under %s → %s', (path, base, words) => {
    expect(wordsOfPath(path, base)).toBe(words);
  });
});
