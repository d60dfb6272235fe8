import { allArticles, type ArticleEntry, isWrittenIn } from '../articles/query.ts';
import { type Locale, localHref } from '../locales.ts';
import { site } from '../site.config.ts';
import { href } from '../urls.ts';
import { feedHtml } from './article-html.ts';
import type { Feed, FeedItem } from './feed.ts';
import { feedText } from './feed-text.ts';

/** Articles in full that the feeds of a build share, by id. */
const htmlOf = new Map<string, Promise<string>>();

/** In a build nothing changes, and three feeds print the same articles. */
function sharedHtml(entry: ArticleEntry): Promise<string> {
  const known = import.meta.env.PROD ? htmlOf.get(entry.id) : undefined;
  if (known) return known;
  const html = feedHtml(entry, site);
  htmlOf.set(entry.id, html);
  return html;
}

async function itemOf(entry: ArticleEntry): Promise<FeedItem> {
  const { data } = entry;
  return {
    url: site.url + href(site.base, data.path),
    title: feedText(data.title),
    summary: feedText(data.excerpt),
    html: await sharedHtml(entry),
    published: data.date,
    updated: data.updated,
    authors: data.authors.map(({ name, url }) => ({ name: feedText(name), url })),
    tags: data.tags.map(feedText),
  };
}

/** The newest articles in the language of a locale, in full. */
export async function localeFeed(locale: Locale): Promise<Feed> {
  const articles = (await allArticles(locale)).filter(isWrittenIn(locale)).slice(0, site.feedSize);
  return {
    title: feedText(site.name),
    description: feedText(locale.description),
    language: locale.tag,
    home: site.url + localHref(locale, '/'),
    icon: site.url + href(site.base, '/favicon.svg'),
    items: await Promise.all(articles.map(itemOf)),
  };
}
