import { describe, expect, it } from 'vitest';
import { type Relatable, relatedArticles, type Subject } from '../../../src/articles/related.ts';
import { randomFrom } from '../../../src/models/random.ts';

const subject = (text: string): Subject => {
  const [kind, id] = text.split(':') as ['tag' | 'term' | 'work', string];
  return { kind, id };
};

const article = (id: string, subjects: string, series?: string): Relatable<Subject> => ({
  id,
  series,
  subjects: subjects.split(' ').filter(Boolean).map(subject),
});

/** Articles about something else, so that what the others share is rare. */
const others = (count: number): Relatable<Subject>[] =>
  Array.from({ length: count }, (_, index) => article(`other${String(index)}`, `tag:o${String(index)}`));

const idsOf = (articles: readonly Relatable<Subject>[], id: string): string[] =>
  (relatedArticles(articles).get(id) ?? []).map((one) => one.id);

describe('relatedArticles', () => {
  it('prefers what few articles have to what many have', () => {
    const articles = [
      article('a', 'tag:llm tag:lora'),
      article('b', 'tag:llm'),
      article('c', 'tag:llm'),
      article('d', 'tag:lora'),
      ...others(6),
    ];
    expect(idsOf(articles, 'a')).toEqual(['d', 'b', 'c']);
  });

  it.each([
    ['a tag', 'tag:x', ['b']],
    ['a work', 'work:x', ['b']],
    ['three terms', 'term:x term:y term:z', ['b']],
    ['no fewer terms', 'term:x term:y', []],
    ['a tag beside a term', 'tag:x term:y', ['b']],
  ])('takes %s in common for enough', (_name, shared, near) => {
    expect(idsOf([article('a', shared), article('b', shared), ...others(3)], 'a')).toEqual(near);
  });

  it('counts several things in common for more than one', () => {
    const articles = [
      article('a', 'tag:x term:y work:z'),
      article('b', 'tag:x tag:p tag:q'),
      article('c', 'term:y work:z tag:r'),
      ...others(4),
    ];
    expect(idsOf(articles, 'a')).toEqual(['c', 'b']);
  });

  it('does not prefer an article for being about everything', () => {
    const everything = Array.from({ length: 30 }, (_, index) => `term:t${String(index)}`).join(' ');
    const articles = [
      article('a', 'tag:x'),
      article('broad', `tag:x ${everything}`),
      article('narrow', 'tag:x'),
      article('own', everything),
      ...others(5),
    ];
    expect(idsOf(articles, 'a')).toEqual(['narrow', 'broad']);
  });

  it('says what both have, the rarest first and once', () => {
    const articles = [
      article('a', 'tag:x work:y work:y term:own'),
      article('b', 'work:y tag:x'),
      article('c', 'tag:x'),
      ...others(4),
    ];
    expect(relatedArticles(articles).get('a')?.[0]).toEqual({
      id: 'b',
      shared: [subject('work:y'), subject('tag:x')],
    });
  });

  it('names three at most, and of those that are as near the earlier ones', () => {
    const articles = ['a', 'e', 'd', 'c', 'b'].map((id) => article(id, 'tag:x'));
    const all = [...articles, ...others(8)];
    expect(idsOf(all, 'a')).toEqual(['e', 'd', 'c']);
    expect(idsOf(all, 'c')).toEqual(['a', 'e', 'd']);
    expect(relatedArticles(all, 1).get('c')).toHaveLength(1);
  });

  it('leaves out the articles of the same series, and nothing else', () => {
    const articles = [
      article('a', 'tag:x', 's'),
      article('b', 'tag:x', 's'),
      article('c', 'tag:x', 't'),
      article('d', 'tag:x'),
      ...others(8),
    ];
    expect(idsOf(articles, 'a')).toEqual(['c', 'd']);
    expect(idsOf(articles, 'd')).toEqual(['a', 'b', 'c']);
  });

  it('has nothing where nothing, or only what most articles have, is in common', () => {
    const articles = Array.from({ length: 8 }, (_, index) => article(`a${String(index)}`, 'tag:llm'));
    expect(idsOf(articles, 'a0')).toEqual([]);
    expect(idsOf([article('a', ''), article('b', '')], 'a')).toEqual([]);
    expect(relatedArticles([])).toEqual(new Map());
  });

  it('does not depend on the order in which subjects are listed', () => {
    const next = randomFrom(7);
    const pick = (count: number): string[] =>
      Array.from({ length: count }, () => `term:t${String(Math.floor(next() * 40))}`);
    const articles = Array.from({ length: 60 }, (_, index) =>
      article(`a${String(index)}`, pick(9).join(' ')),
    );
    const turned = articles.map((one) => ({ ...one, subjects: one.subjects.toReversed() }));
    const ranks = (list: typeof articles) =>
      [...relatedArticles(list).values()].map((near) => near.map(({ id }) => id));
    expect(ranks(turned)).toEqual(ranks(articles));
  });
});
