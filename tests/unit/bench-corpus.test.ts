import { expect, it } from 'vitest';
import { corpus } from '../../bench/corpus.ts';

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

it('makes the same articles for the same options, with as many formulas and blocks as it says', () => {
  const options = { articles: 40, mdx: 0.5, english: 0.5 };
  const articles = [...corpus(options)];
  expect([...corpus(options)]).toEqual(articles);
  expect([...corpus({ ...options, seed: 2 })]).not.toEqual(articles);
  expect(new Set(articles.map(({ title }) => title)).size).toBe(40);
  const mdx = articles.filter(({ isMdx }) => isMdx).length;
  expect(mdx).toBeGreaterThan(10);
  expect(mdx).toBeLessThan(30);
  for (const { text } of articles) {
    expect(count(text, /(?<!\$)\$(?!\$)[^$\n]+\$(?!\$)/gu) + count(text, /^\$\$$/gmu) / 2).toBe(25);
    expect(count(text, /^```\w+$/gmu)).toBe(4);
  }
});
