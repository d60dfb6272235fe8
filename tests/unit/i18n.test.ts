import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { searchWords as searchEn } from '../../src/i18n/search-en.ts';
import { searchWords as searchZh } from '../../src/i18n/search-zh.ts';
import { languageOf, wordsOf } from '../../src/i18n/words.ts';
import { zh } from '../../src/i18n/zh.ts';

type Keyed = Readonly<Record<string, unknown>>;

/** Keys of words, those inside of others too: `theme.auto`. */
const keysOf = (words: object, before = ''): string[] =>
  Object.entries(words as Keyed).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? keysOf(value, `${before}${key}.`)
      : [before + key],
  );

const plain = (words: object): string[] =>
  Object.values(words as Keyed).flatMap((value) =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? plain(value) : [],
  );

describe('words of the interface', () => {
  it.each([
    ['pages', zh, en],
    ['the search', searchZh, searchEn],
  ])('are all there in both languages: %s', (_name, chinese, english) => {
    expect(keysOf(english).toSorted()).toEqual(keysOf(chinese).toSorted());
    expect(plain(english).filter((text) => text.trim() === '')).toEqual([]);
  });

  it('are in English without Chinese, but for an example of a search', () => {
    const found = [...plain(en), ...plain(searchEn)].filter((text) => /\p{Script=Han}/u.test(text));
    expect(found).toEqual(['投机解码']);
  });

  it.each([
    ['zh-CN', 'zh'],
    ['zh', 'zh'],
    ['ZH-Hant', 'zh'],
    ['en', 'en'],
    ['fr', 'en'],
    ['zhx', 'en'],
  ])('%s is read in %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language);
    expect(wordsOf(tag)).toBe(language === 'zh' ? zh : en);
  });

  it('have plurals in English', () => {
    expect(en.articles(1)).toBe('1 article');
    expect(en.articles(0)).toBe('0 articles');
    expect(en.articles(1200)).toBe('1,200 articles');
    expect(en.length(0, 1)).toBe('1 word');
    expect(en.length(1000, 2)).toBe('1,000 characters + 2 words');
    expect(en.wholeSeries(2)).toBe('All 2 parts');
    expect(JSON.stringify(en.aboutText(1, 1))).toContain('There is 1 article so far",", under 1 ');
    expect(JSON.stringify(en.aboutText(2, 3))).toContain('There are 2 articles so far');
    expect(searchEn.found(1, 2)).toBe('1 article, 2 formulas');
  });

  it('have dates and numbers of their readers', () => {
    expect(en.date('2026-01-03')).toBe('Jan 3, 2026');
    expect(en.dayOfYear('2026-01-03')).toBe('Jan 03');
    expect(zh.date('2026-01-03')).toBe('2026-01-03');
    expect(zh.length(12345, 6)).toBe('12,345 字 + 6 词');
    expect(zh.length(0, 1635)).toBe('1,635 词');
    expect(zh.placeInSeries(2, 4)).toBe('第 2 篇，共 4 篇');
    expect(en.placeInSeries(2, 4)).toBe('Part 2 of 4');
  });
});
