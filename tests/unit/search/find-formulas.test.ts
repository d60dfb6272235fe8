import { describe, expect, it } from 'vitest';
import { findFormulas } from '../../../src/search/find-formulas.ts';
import type { FormulaGroup } from '../../../src/search/records.ts';
import type { SearchIndex } from '../../../src/search/search-index.ts';

/** An index that finds all its groups, whatever is asked. */
const indexOf = (groups: readonly FormulaGroup[]): SearchIndex => ({
  search: () =>
    Promise.resolve({
      results: groups.map((group) => ({
        id: group.url,
        score: 1,
        data: <Data>() => Promise.resolve(group as Data),
      })),
      filters: {},
    }),
});

const group = (article: string, ...texts: string[]): FormulaGroup => ({
  url: `/posts/${article}/#m1`,
  article,
  formulas: texts.map((text, place) => ({
    id: `m${String(place + 1)}`,
    mathml: '<math></math>',
    text,
    section: '节',
  })),
});

const find = async (formula: string, ...groups: FormulaGroup[]) =>
  (await findFormulas(formula, indexOf(groups), '/base/', 0.22)).map(({ text, url }) => `${text} ${url}`);

describe('findFormulas', () => {
  it('takes the formulas out of their groups, each with its own address', async () => {
    expect(await find('W_0+BA', group('a', 'x = 1', 'W₀ + BA'), group('b', 'W = W₀ + BA'))).toEqual([
      'W₀ + BA /base/posts/a/#m2',
      'W = W₀ + BA /base/posts/b/#m1',
    ]);
  });

  it('shows two places of a formula, then other formulas, then more places', async () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => group(name, 'W₀ + BA'));
    expect(await find('W_0+BA', ...many, group('h', 'W = W₀ + BA'))).toEqual([
      'W₀ + BA /base/posts/a/#m1',
      'W₀ + BA /base/posts/b/#m1',
      'W = W₀ + BA /base/posts/h/#m1',
      'W₀ + BA /base/posts/c/#m1',
      'W₀ + BA /base/posts/d/#m1',
      'W₀ + BA /base/posts/e/#m1',
    ]);
  });

  it('finds nothing in what is nothing', async () => {
    expect(await find('{}', group('a', 'x'))).toEqual([]);
  });
});
