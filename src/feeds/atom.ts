import { escapeHtml } from '../escape-html.ts';
import { type Feed, type FeedItem, lastChange } from './feed.ts';

const element = (name: string, text: string, type = ''): string =>
  `<${name}${type === '' ? '' : ` type="${type}"`}>${escapeHtml(text)}</${name}>`;

const link = (rel: string, type: string, href: string): string =>
  `<link rel="${rel}" type="${type}" href="${escapeHtml(href)}"/>`;

const person = ({ name, url }: FeedItem['authors'][number]): string =>
  `<author>${element('name', name)}${url === undefined ? '' : element('uri', url)}</author>`;

function entryXml({ title, url, published, updated, summary, authors, tags, html }: FeedItem): string {
  return [
    '<entry>',
    element('id', url),
    element('title', title, 'text'),
    link('alternate', 'text/html', url),
    element('published', published.toISOString()),
    element('updated', (updated ?? published).toISOString()),
    ...authors.map(person),
    ...tags.map((tag) => `<category term="${escapeHtml(tag)}"/>`),
    ...(summary === '' ? [] : [element('summary', summary, 'text')]),
    element('content', html, 'html'),
    '</entry>',
  ].join('');
}

/**
 * A feed as Atom 1.0 (RFC 4287). An article without an author has the feed's, which is the site.
 *
 * @param self its own absolute address.
 */
export function atomFeed(feed: Feed, self: string): string {
  const { title, description, language, home, icon, items } = feed;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeHtml(language)}">`,
    element('id', home),
    element('title', title, 'text'),
    element('subtitle', description, 'text'),
    element('updated', lastChange(feed).toISOString()),
    link('self', 'application/atom+xml', self),
    link('alternate', 'text/html', home),
    person({ name: title, url: home }),
    element('icon', icon),
    ...items.map(entryXml),
    '</feed>\n',
  ].join('');
}
