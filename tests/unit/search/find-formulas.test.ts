import { describe, expect, it } from 'vitest';
import { formulaWords, tokensOfFormula, wholeWord } from '../../../src/search/formula-words.ts';
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

describe('the stages of a search for a formula', () => {
  const tokens = tokensOfFormula('pqrs');
  const words = formulaWords(tokens);
  const phrase = (from: number, to: number): string => `"${words.slice(from, to).join(' ')}"`;
  const all = words.join(' ');
  const [first, ...rest] = [wholeWord(tokens) ?? '', phrase(0, 4), all, phrase(0, 3), phrase(1, 4)];
  const [one, two, three] = words as [string, string, string, string];

  /** What an index is asked that has so many groups for some terms. */
  async function askedOf(found: Readonly<Record<string, number>>): Promise<string[]> {
    const asked: string[] = [];
    const search: SearchIndex['search'] = (terms) => {
      asked.push(terms);
      const groups = Array.from({ length: found[terms] ?? 0 }, (_, place) =>
        group(`${terms} ${String(place)}`, 'pqrs'),
      );
      return indexOf(groups).search(terms);
    };
    await findFormulas('pqrs', { search }, '/', 0.22);
    return asked;
  }

  it.each([
    ['nothing is found: all of them, telling words one at a time', {}, [first, ...rest, one, two, three]],
    ['the formula is found by itself', { [first]: 24 }, [first]],
    ['a few groups hold it', { [first]: 2, [phrase(0, 4)]: 2 }, [first, phrase(0, 4)]],
    ['too few hold it, enough its tokens', { [phrase(0, 4)]: 3, [all]: 5 }, [first, phrase(0, 4), all]],
    ['too few have its tokens', { [all]: 7, [phrase(1, 4)]: 1 }, [first, ...rest]],
    ['a telling word makes it enough', { [all]: 6, [one]: 1, [two]: 1 }, [first, ...rest, one, two]],
  ])('when %s', async (_, found, asked) => {
    expect(await askedOf(found)).toEqual(asked);
  });

  it('asks for no sign that every formula has', async () => {
    const asked: string[] = [];
    const search: SearchIndex['search'] = (terms) => {
      asked.push(terms);
      return Promise.resolve({ results: [], filters: {} });
    };
    await findFormulas('p = q', { search }, '/', 0.22);
    expect(asked).not.toContain(formulaWords(['equals'])[0]);
    expect(asked.slice(-2)).toEqual(formulaWords(['p', 'q']));
  });
});
