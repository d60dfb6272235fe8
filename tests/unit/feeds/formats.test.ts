import { describe, expect, it } from 'vitest';
import { atomFeed } from '../../../src/feeds/atom.ts';
import { type Feed, lastChange } from '../../../src/feeds/feed.ts';
import { jsonFeed } from '../../../src/feeds/json-feed.ts';
import { rssFeed } from '../../../src/feeds/rss.ts';

const feed: Feed = {
  title: 'A & B',
  description: '讲解 <论文>',
  language: 'zh-CN',
  home: 'https://example.org/',
  icon: 'https://example.org/favicon.svg',
  items: [
    {
      url: 'https://example.org/posts/b/',
      title: 'B < C',
      summary: '',
      html: '<p>x &lt; y</p>',
      published: new Date('2026-02-01T00:00:00Z'),
      updated: undefined,
      authors: [],
      tags: [],
    },
    {
      url: 'https://example.org/posts/a/',
      title: 'A',
      summary: '一句。',
      html: '<p>甲</p>',
      published: new Date('2026-01-01T00:00:00Z'),
      updated: new Date('2026-03-01T12:00:00Z'),
      authors: [{ name: '李华', url: 'https://example.org/li' }, { name: 'R&D' }],
      tags: ['C++ & <T>'],
    },
  ],
};
const self = 'https://example.org/feed?a=1&b=2';

describe('a feed', () => {
  it('changed when its youngest part did; an empty one never', () => {
    expect(lastChange(feed).toISOString()).toBe('2026-03-01T12:00:00.000Z');
    expect(lastChange({ ...feed, items: [] }).getTime()).toBe(0);
  });

  it('is RSS, escaped once around HTML', () => {
    const xml = rssFeed(feed, self);
    expect(xml).toContain('<title>B &lt; C</title><link>https://example.org/posts/b/</link>');
    expect(xml).toContain('<content:encoded>&lt;p&gt;x &amp;lt; y&lt;/p&gt;</content:encoded>');
    expect(xml).toContain('<pubDate>Sun, 01 Feb 2026 00:00:00 GMT</pubDate>');
    expect(xml).toContain('<lastBuildDate>Sun, 01 Mar 2026 12:00:00 GMT</lastBuildDate>');
    expect(xml).toContain('<dc:creator>R&amp;D</dc:creator><category>C++ &amp; &lt;T&gt;</category>');
    expect(xml).toContain('href="https://example.org/feed?a=1&amp;b=2" rel="self"');
    expect(xml).not.toContain('<description></description>');
  });

  it('is Atom with a name, a date and an author for each entry', () => {
    const xml = atomFeed(feed, self);
    expect(xml).toContain('xml:lang="zh-CN"><id>https://example.org/</id>');
    expect(xml).toContain('<id>https://example.org/posts/a/</id><title type="text">A</title>');
    expect(xml).toContain(
      '<published>2026-01-01T00:00:00.000Z</published><updated>2026-03-01T12:00:00.000Z</updated>',
    );
    expect(xml).toContain('<author><name>李华</name><uri>https://example.org/li</uri></author>');
    expect(xml).toContain('<content type="html">&lt;p&gt;甲&lt;/p&gt;</content>');
  });

  it('is JSON Feed without what is not known', () => {
    const { items, ...rest } = JSON.parse(jsonFeed(feed, self)) as { items: object[] };
    expect(rest).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: self,
      language: 'zh-CN',
    });
    expect(items[0]).toEqual({
      id: 'https://example.org/posts/b/',
      url: 'https://example.org/posts/b/',
      title: 'B < C',
      content_html: '<p>x &lt; y</p>',
      date_published: '2026-02-01T00:00:00.000Z',
      language: 'zh-CN',
    });
    expect(items[1]).toMatchObject({
      summary: '一句。',
      date_modified: '2026-03-01T12:00:00.000Z',
      tags: ['C++ & <T>'],
      authors: [{ name: '李华', url: 'https://example.org/li' }, { name: 'R&D' }],
    });
  });
});
