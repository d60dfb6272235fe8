import { expect, it } from 'vitest';
import { emptyLists } from '../../src/site-sections.ts';

const post = { section: 'posts' };

it.each([
  ['nothing', [], ['/docs/', '/series/', '/tags/']],
  ['a bare article', [post], ['/docs/', '/series/', '/tags/']],
  ['a tag', [post, { ...post, tags: ['甲'] }], ['/docs/', '/series/']],
  ['a part of a series', [{ ...post, tags: [], series: { id: 'a' } }], ['/docs/', '/tags/']],
  ['a page of the manual', [{ section: 'docs', tags: ['甲'], series: { id: 'a' } }], ['/series/', '/tags/']],
])('of %s are these', (_what, articles, empty) => {
  expect([...emptyLists(articles)]).toEqual(empty);
});
