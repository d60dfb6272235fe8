import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { allArticles } from '../articles/query.ts';
import { feedHtml } from '../feeds/article-html.ts';
import { feedText } from '../feeds/feed-text.ts';
import { site } from '../site.config.ts';
import { href } from '../urls.ts';

/** The feed: every article in full, newest first. */
export const GET: APIRoute = async () => {
  const articles = await allArticles();
  return rss({
    title: site.name,
    description: site.description,
    site: site.url + site.base,
    trailingSlash: true,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    items: await Promise.all(
      articles.map(async (entry) => ({
        title: feedText(entry.data.title),
        link: site.url + href(site.base, entry.data.path),
        pubDate: entry.data.date,
        description: feedText(entry.data.excerpt),
        categories: entry.data.tags.map(feedText),
        content: await feedHtml(entry, site),
      })),
    ),
    customData: [
      `<language>${site.locales[0]?.tag ?? 'zh-CN'}</language>`,
      `<atom:link href="${site.url}${href(site.base, '/rss.xml')}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
  });
};
