import type { Feed } from './feed.ts';

/**
 * A feed as JSON Feed 1.1.
 *
 * @param self its own absolute address.
 */
export function jsonFeed({ title, description, language, home, icon, items }: Feed, self: string): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    description,
    icon,
    authors: [{ name: title, url: home }],
    language,
    items: items.map((item) => ({
      id: item.url,
      url: item.url,
      title: item.title,
      content_html: item.html,
      summary: item.summary || undefined,
      date_published: item.published.toISOString(),
      date_modified: item.updated?.toISOString(),
      authors: item.authors.length > 0 ? item.authors : undefined,
      tags: item.tags.length > 0 ? item.tags : undefined,
      language,
    })),
  };
  return `${JSON.stringify(feed)}\n`;
}
