import rss from '@astrojs/rss';
import type { APIRoute, GetStaticPaths } from 'astro';
import { allArticles, isWrittenIn } from '../../articles/query.ts';
import { feedHtml } from '../../feeds/article-html.ts';
import { feedText } from '../../feeds/feed-text.ts';
import { localeParams, locales, localHref } from '../../locales.ts';
import { site } from '../../site.config.ts';
import { href } from '../../urls.ts';

export const getStaticPaths = (() =>
  locales.map((locale) => ({ params: localeParams(locale) }))) satisfies GetStaticPaths;

/** The feed of a locale: every article in its language in full, newest first. */
export const GET: APIRoute = async ({ locals: { locale } }) => {
  const articles = (await allArticles(locale)).filter(isWrittenIn(locale));
  return rss({
    title: site.name,
    description: locale.description,
    site: site.url + localHref(locale, '/'),
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
      `<language>${locale.tag}</language>`,
      `<atom:link href="${site.url}${localHref(locale, '/rss.xml')}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
  });
};
