import { expect, it } from 'vitest';
import { citeThisArticle } from '../../../src/citations/cite-this-article.ts';
import { parseBibtex } from '../../../src/citations/parse-bibtex.ts';

const site = { name: 'Downlink', url: 'https://example.org', base: '/base/' };
const article = {
  slug: 'notes/自注意力-100',
  path: '/posts/notes/自注意力-100/',
  title: '低秩适配 {LoRA} 100% & $x_1$ ~^\\',
  date: new Date('2026-11-20T08:00:00Z'),
  authors: [
    { id: 'a', name: '王小明' },
    { id: 'b', name: 'Ada B. Lovelace' },
  ],
};

it('is BibTeX that reads back as it was', () => {
  const bibtex = citeThisArticle(article, site);
  expect(bibtex.split('\n', 1)).toEqual(['@misc{downlink2026notes-100,']);
  expect(bibtex).toContain('  date         = {2026-11-20},');
  const { bibliography, findings } = parseBibtex(bibtex, () => undefined);
  expect(findings).toEqual([]);
  expect(bibliography.works.get('downlink2026notes-100')?.reference).toEqual({
    key: 'downlink2026notes-100',
    title: article.title,
    authors: ['王小明', 'Ada B. Lovelace'],
    year: 2026,
    url: `https://example.org/base/posts/notes/${encodeURIComponent('自注意力-100')}/`,
  });
});

it('names the site where an article has no author', () => {
  expect(citeThisArticle({ ...article, authors: [] }, site)).toContain('{{Downlink}},');
});
