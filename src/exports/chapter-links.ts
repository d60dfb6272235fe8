import { visit } from '../visit-tree.ts';
import type { Chapter } from './chapter.ts';

/** Path of a page, to compare; the host is that of the site for all of them. */
const pathOf = (url: URL): string => decodeURIComponent(url.pathname).replace(/\/$/u, '');

const fragmentOf = (url: URL): string => {
  try {
    return decodeURIComponent(url.hash.slice(1));
  } catch {
    return url.hash.slice(1);
  }
};

/** Where a link of a chapter leads in a book. */
function hrefInBook(href: string, own: Chapter, chapters: ReadonlyMap<string, Chapter>): string {
  const page = new URL(own.article.url);
  const url = URL.parse(href, page);
  if (!url) return href;
  const chapter = url.origin === page.origin ? chapters.get(pathOf(url)) : undefined;
  if (!chapter) return url.href;
  const fragment = fragmentOf(url);
  const anchor = chapter.ids.has(fragment) ? `#${encodeURIComponent(fragment)}` : '';
  return chapter === own ? anchor || '#title-of-chapter' : chapter.file + anchor;
}

/**
 * Lets links lead to chapters of the book where they lead to articles that are in it, and all others to the web.
 * A link to the web page of the chapter itself, such as that in its head, stays as it is.
 */
export function linkChapters(chapters: readonly Chapter[]): void {
  const byPath = new Map(chapters.map((chapter) => [pathOf(new URL(chapter.article.url)), chapter]));
  for (const chapter of chapters) {
    visit(chapter.body, 'element', ({ tagName, properties }) => {
      const { href } = properties;
      if (tagName !== 'a' || typeof href !== 'string' || href.startsWith(chapter.article.url)) return;
      properties.href = hrefInBook(href, chapter, byPath);
    });
  }
}
