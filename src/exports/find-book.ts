import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { localePrefix, seriesSlug } from '../urls.ts';
import {
  type BuiltArticle,
  type BuiltSite,
  ExportError,
  findArticle,
  meant,
  namesIn,
  readIn,
} from './built-articles.ts';

/** Articles that are bound into one. */
export interface Book {
  /** Name of its file, without the end: `speculative-decoding`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Absolute address of the page that it is made of, and its name among books. */
  readonly url: string;
  /** Language tag. */
  readonly language: string;
  readonly locale: string;
  /** In reading order. */
  readonly articles: readonly BuiltArticle[];
}

/** What the page of a series says of it in a sentence. */
function descriptionOf({ out }: BuiltSite, folder: string): string {
  const file = path.join(out, folder, 'index.html');
  if (!existsSync(file)) return '';
  const written = /<meta name="description" content="([^"]*)"/u.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  return written
    .replace(/&quot;/gu, '"')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&');
}

const slugOf = ({ series }: BuiltArticle): string =>
  decodeURIComponent(new URL(series?.url ?? 'https://none/none/').pathname.split('/').at(-2) ?? '');

const inReadingOrder = (a: BuiltArticle, b: BuiltArticle): number =>
  (a.series?.order ?? 0) - (b.series?.order ?? 0) ||
  a.published.getTime() - b.published.getTime() ||
  (a.name < b.name ? -1 : 1);

/** The articles of a locale that are of any series. */
function membersIn(site: BuiltSite, locale: string): BuiltArticle[] {
  const names = namesIn(site, localePrefix(locale, site.locales)).filter((name) => !name.startsWith('docs/'));
  return names
    .flatMap((name) => readIn(site, name, locale) ?? [])
    .filter(({ series }) => series !== undefined);
}

const bookOf = (article: BuiltArticle): Book => ({
  ...article,
  name: article.name.replaceAll('/', '-'),
  articles: [article],
});

/**
 * Finds a series, or else an article, by its name; an article with the name of a series is `posts/` and that.
 *
 * @param locale without one, the first that has it.
 * @throws {ExportError} where the site has none of the two.
 */
export function findBook(site: BuiltSite, name: string, locale?: string): Book {
  const asked = locale === undefined ? site.locales : [locale];
  const known = new Set<string>();
  for (const one of asked) {
    const members = membersIn(site, one);
    const slug = seriesSlug(name);
    const articles = members.filter((article) => slugOf(article) === slug).toSorted(inReadingOrder);
    const [first] = articles;
    if (first?.series) {
      const { title, url } = first.series;
      const folder = path.join(localePrefix(one, site.locales), 'series', slug);
      const description = descriptionOf(site, folder);
      return { name: slug, title, description, url, language: first.language, locale: one, articles };
    }
    for (const article of members) known.add(slugOf(article));
  }
  const isWritten = site.locales.some((one) => readIn(site, name, one) !== undefined);
  if (isWritten) return bookOf(findArticle(site, name, locale));
  const names = [...known, ...namesIn(site)];
  throw new ExportError(`There is no series and no article \`${name}\`${meant(name, names)}`);
}
