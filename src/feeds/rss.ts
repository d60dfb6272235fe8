import { escapeHtml } from '../escape-html.ts';
import { type Feed, type FeedItem, lastChange } from './feed.ts';

/** An element with nothing but text in it; none for an empty text. */
const element = (name: string, text: string): string =>
  text === '' ? '' : `<${name}>${escapeHtml(text)}</${name}>`;

function itemXml({ title, url, published, summary, authors, tags, html }: FeedItem): string {
  return [
    '<item>',
    element('title', title),
    element('link', url),
    `<guid isPermaLink="true">${escapeHtml(url)}</guid>`,
    element('pubDate', published.toUTCString()),
    element('description', summary),
    ...authors.map(({ name }) => element('dc:creator', name)),
    ...tags.map((tag) => element('category', tag)),
    element('content:encoded', html),
    '</item>',
  ].join('');
}

/**
 * A feed as RSS 2.0, with whole articles in `content:encoded`.
 *
 * @param self its own absolute address.
 */
export function rssFeed(feed: Feed, self: string): string {
  const { title, description, language, home, items } = feed;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"',
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    element('title', title),
    element('link', home),
    element('description', description),
    element('language', language),
    element('lastBuildDate', lastChange(feed).toUTCString()),
    `<atom:link href="${escapeHtml(self)}" rel="self" type="application/rss+xml"/>`,
    ...items.map(itemXml),
    '</channel></rss>\n',
  ].join('');
}
