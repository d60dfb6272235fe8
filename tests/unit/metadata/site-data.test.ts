import { describe, expect, it } from 'vitest';
import { openGraphLocale } from '../../../src/metadata/language-tags.ts';
import { llmsText } from '../../../src/metadata/llms-text.ts';
import { breadcrumbData, websiteData } from '../../../src/metadata/site-data.ts';

describe('the site in metadata', () => {
  it('can be searched by the address of its search page', () => {
    const data = websiteData({
      name: 'Downlink',
      description: '讲解',
      language: 'zh-CN',
      home: 'https://example.org/',
      search: 'https://example.org/search/',
    });
    expect(data).toMatchObject({
      '@type': 'WebSite',
      potentialAction: {
        target: { urlTemplate: 'https://example.org/search/?q={search_term_string}' },
        'query-input': 'required name=search_term_string',
      },
    });
  });

  it('has a way to each page, counted from 1', () => {
    const crumbs = [
      { name: 'Downlink', url: 'https://example.org/' },
      { name: '关于', url: 'https://example.org/about/' },
    ];
    expect(breadcrumbData(crumbs).itemListElement).toMatchObject([
      { position: 1, name: 'Downlink' },
      { position: 2, item: 'https://example.org/about/' },
    ]);
  });

  it.each([
    ['zh-CN', 'zh_CN'],
    ['en', 'en_US'],
    ['zh-TW', 'zh_TW'],
  ])('names the language %s for Open Graph %s', (tag, name) => {
    expect(openGraphLocale(tag)).toBe(name);
  });
});

describe('llms.txt', () => {
  it('is a title, a quotation and lists of links; what is empty is left out', () => {
    const text = llmsText({
      name: 'Downlink',
      description: '讲解\n论文',
      sections: [
        { title: '文章', links: [{ title: 'A [b]', url: 'https://example.org/a/index.md', note: '一\n二' }] },
        { title: '手册', links: [] },
        { title: 'Optional', links: [{ title: 'RSS', url: 'https://example.org/rss.xml', note: '' }] },
      ],
    });
    expect(text).toBe(
      '# Downlink\n\n> 讲解 论文\n\n## 文章\n\n- [A \\[b\\]](https://example.org/a/index.md): 一 二\n\n## Optional\n\n- [RSS](https://example.org/rss.xml)\n',
    );
  });
});
