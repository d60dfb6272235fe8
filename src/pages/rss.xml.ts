import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { allArticles } from '../articles/query.ts';
import { site } from '../site.config.ts';
import { articlePath, href } from '../urls.ts';

/** The feed: every article with its excerpt, newest first. */
export const GET: APIRoute = async () =>
  rss({
    title: site.name,
    description: site.description,
    site: site.url + site.base,
    trailingSlash: true,
    items: (await allArticles()).map(({ data }) => ({
      title: data.title,
      link: site.url + href(site.base, articlePath(data.slug)),
      pubDate: data.date,
      description: data.excerpt,
      categories: data.tags,
    })),
    customData: `<language>${site.locales[0]?.tag ?? 'zh-CN'}</language>`,
  });
