import { describe, expect, it } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { contentsPage, packageDocument } from '../../../src/exports/book-files.ts';
import type { Chapter } from '../../../src/exports/chapter.ts';
import type { Book } from '../../../src/exports/find-book.ts';

const article = (name: string, updated: string) => ({
  name,
  locale: 'zh',
  title: `${name} & "其他"`,
  description: '',
  url: `https://example.org/posts/${name}/`,
  language: 'zh-CN',
  published: new Date('2026-11-01T08:00:00Z'),
  updated: new Date(updated),
  authors: ['Ada', name],
  tags: ['x', name],
  html: '',
});

const book: Book = {
  name: 's',
  title: '<系列>',
  description: '',
  url: 'https://example.org/series/s/',
  language: 'zh-CN',
  locale: 'zh',
  articles: [article('a', '2026-11-20T08:30:15.250Z'), article('b', '2026-11-10T00:00:00Z')],
};

describe('the package of a book', () => {
  const opf = packageDocument(
    book,
    [
      { name: 'contents.xhtml', properties: ['nav'] },
      { name: 'chapter-1.xhtml', properties: ['mathml', 'svg'] },
      { name: 'images/图 1.svg' },
    ],
    'Site',
  );

  it('says what it is, always the same', () => {
    expect(() => fromXml(opf)).not.toThrow();
    expect(opf).toContain('<dc:identifier id="book">https://example.org/series/s/</dc:identifier>');
    expect(opf).toContain('<dc:title>&lt;系列&gt;</dc:title>\n<dc:language>zh-CN</dc:language>');
    expect(opf.match(/<dc:creator [^>]*>[^<]*/gu)?.map((one) => one.replace(/.*>/u, ''))).toEqual([
      'Ada',
      'a',
      'b',
    ]);
    expect(opf.match(/<dc:subject>[^<]*/gu)).toEqual(['<dc:subject>x', '<dc:subject>a', '<dc:subject>b']);
    expect(opf).toContain('<meta property="dcterms:modified">2026-11-20T08:30:15Z</meta>');
    expect(opf).toContain('<dc:date>2026-11-01</dc:date>');
    expect(opf).toContain('<meta property="schema:accessibilityFeature">MathML</meta>');
    expect(opf).not.toContain('dc:description');
  });

  it('lists its files, and its pages in their order', () => {
    expect(opf).toContain(
      '<item id="chapter-1-xhtml" href="chapter-1.xhtml" media-type="application/xhtml+xml" properties="mathml svg"/>',
    );
    expect(opf).toContain('href="images/%E5%9B%BE%201.svg" media-type="image/svg+xml"/>');
    expect(opf).toContain(
      '<spine>\n<itemref idref="contents-xhtml"/>\n<itemref idref="chapter-1-xhtml"/>\n</spine>',
    );
  });
});

it('has a table of contents of chapters, sections and what is below them', () => {
  const chapters = [
    {
      file: 'chapter-1.xhtml',
      article: article('a', '2026-11-20'),
      headings: [
        { id: 'm', depth: 2, text: '1 m' },
        { id: '节', depth: 3, text: '1.1 节' },
        { id: 'o', depth: 2, text: '2 o' },
      ],
    },
    { file: 'chapter-2.xhtml', article: article('b', '2026-11-20'), headings: [] },
  ] as unknown as Chapter[];
  const page = contentsPage(book, chapters);
  expect(() => fromXml(page)).not.toThrow();
  expect(page).toContain(
    '<li><a href="chapter-1.xhtml">a &amp; &quot;其他&quot;</a><ol><li><a href="chapter-1.xhtml#m">1 m</a>' +
      '<ol><li><a href="chapter-1.xhtml#%E8%8A%82">1.1 节</a></li></ol></li><li><a href="chapter-1.xhtml#o">2 o</a></li></ol></li>' +
      '<li><a href="chapter-2.xhtml">b &amp; &quot;其他&quot;</a></li>',
  );
});
