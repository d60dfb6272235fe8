import { describe, expect, it } from 'vitest';
import type { BuiltArticle } from '../../../src/exports/built-articles.ts';
import { pageMargins } from '../../../src/exports/print-sheet.ts';
import { printablePage } from '../../../src/exports/printable-page.ts';

const page = (prose: string): BuiltArticle => ({
  name: 'a',
  locale: 'en',
  title: 'A & "B"',
  description: '',
  url: 'https://example.org/base/posts/a/',
  language: 'en',
  published: new Date(0),
  updated: new Date(0),
  authors: ['Ada'],
  tags: [],
  html: `<!doctype html><html><head><title>A · Site</title></head><body><div data-article="">${prose}</div></body></html>`,
});

const printed = (prose: string): string =>
  printablePage(page(prose), { sheets: ['/base/.print/print.css'], linksTitle: 'Links' });

describe('the page of an article as it is printed', () => {
  it('bears the title of the article alone, and its sheets last', () => {
    expect(printed('')).toContain(
      '<title>A &#x26; "B"</title><link rel="stylesheet" href="/base/.print/print.css"></head>',
    );
  });

  it('numbers links that leave it, and says at its end where they lead', () => {
    const html = printed(
      '<p><a href="../b/">B</a>, <a href="https://c.example/%E6%A0%87">C</a>, <a href="/base/posts/b/">B</a></p>',
    );
    const mark = (number: number): string =>
      `<sup class="printed-link"><a href="#printed-link-${String(number)}">↗${String(number)}</a></sup>`;
    expect(html).toContain(`>B</a>${mark(1)}, `);
    expect(html).toContain(`>C</a>${mark(2)}, <a href="/base/posts/b/">B</a>${mark(1)}</p>`);
    expect(html).toContain(
      '<h2>Links</h2><ol><li id="printed-link-1"><a href="https://example.org/base/posts/b/">https://example.org/base/posts/b/</a></li>' +
        '<li id="printed-link-2"><a href="https://c.example/%E6%A0%87">https://c.example/标</a></li></ol>',
    );
  });

  it.each([
    ['a link into the page', '<a href="#b">B</a>'],
    ['an address that says where it leads', '<a href="https://b.example/">b.example</a>'],
    ['a work that is cited', '<ol class="references"><li><a href="https://b.example/b">B</a></li></ol>'],
    ['an address for letters', '<a href="mailto:a@b.example">B</a>'],
  ])('leaves %s as it is', (_what, prose) => {
    expect(printed(prose)).toContain(`<div data-article="">${prose}</div>`);
  });

  it('loads its images at once', () => {
    expect(printed('<img src="a.png" alt="" loading="lazy">')).toContain('<img src="a.png" alt="">');
  });
});

describe('running heads', () => {
  it('hold any title and nothing but it', () => {
    const css = pageMargins({ title: 'A "B" \\ 标', url: 'https://example.org/a/' }, 'S');
    expect(css).toContain('content: "A \\22 B\\22  \\5c  标";');
    expect(css).toContain('content: counter(page) " / " counter(pages);');
    expect(css).toContain('"S \\b7  https\\3a \\2f \\2f example\\2e org\\2f a\\2f "');
  });
});
