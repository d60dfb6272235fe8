import type { APIRoute } from 'astro';
import { alternatesOf } from '../alternates.ts';
import { paginate } from '../articles/pagination.ts';
import {
  allArticles,
  allDocs,
  allSeries,
  allTags,
  type ArticleEntry,
  isWrittenIn,
  localesBySlug,
  tagPages,
} from '../articles/query.ts';
import { escapeHtml } from '../escape-html.ts';
import { type Locale, locales, localHref } from '../locales.ts';
import { site } from '../site.config.ts';
import { hasList, optionalLists } from '../site-sections.ts';
import { listPagePath, pagePath, seriesPath, tagPath, tagSlug } from '../urls.ts';

interface SitemapEntry {
  /** Path without base path and locale. */
  readonly path: string;
  /** Ids of the locales that have the page in their own language; all without it. */
  readonly writtenIn?: readonly string[] | undefined;
  readonly changed?: Date | undefined;
}

/** Lists of a locale, and pages that there is one of. */
async function listsOf(locale: Locale): Promise<SitemapEntry[]> {
  const articles = await allArticles(locale);
  const series = await allSeries(locale);
  const localesOf = await tagPages(site.pageSize);
  return [
    ...paginate(articles, site.pageSize).map(({ number }) => ({ path: listPagePath('/', number) })),
    ...(await allTags(locale)).flatMap((tag) =>
      paginate(tag.articles, site.pageSize).map(({ number }) => ({
        path: listPagePath(tagPath(tag.name), number),
        writtenIn: localesOf(tagSlug(tag.name), number),
      })),
    ),
    ...series.flatMap(({ id, articles: parts }) =>
      paginate(parts, site.pageSize).map(({ number }) => ({ path: listPagePath(seriesPath(id), number) })),
    ),
    ...optionalLists.filter(hasList).map((path) => ({ path })),
    ...['/archive/', '/search/', '/about/'].map((path) => ({ path })),
  ];
}

/** Articles in the language of a locale; those that it shows in the original are listed with that. */
async function articlesOf(
  locale: Locale,
  section: 'posts' | 'docs',
  all: readonly ArticleEntry[],
): Promise<SitemapEntry[]> {
  const versions = await localesBySlug(section);
  return all.filter(isWrittenIn(locale)).map(({ data }) => ({
    path: pagePath(section, data.slug),
    writtenIn: versions.get(data.slug),
    changed: section === 'posts' ? (data.updated ?? data.date) : undefined,
  }));
}

async function entriesOf(locale: Locale): Promise<string[]> {
  const entries = [
    ...(await listsOf(locale)),
    ...(await articlesOf(locale, 'docs', await allDocs(locale))),
    ...(await articlesOf(locale, 'posts', await allArticles(locale))),
  ];
  return entries.map(({ path, writtenIn, changed }) => {
    const { canonical, links } = alternatesOf(localHref(locale, path), locale, writtenIn);
    const alternates = links.map(
      ({ hreflang, href }) =>
        `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${escapeHtml(href)}"/>`,
    );
    const lastModified = changed ? `<lastmod>${changed.toISOString().slice(0, 10)}</lastmod>` : '';
    return `<url><loc>${escapeHtml(canonical)}</loc>${lastModified}${alternates.join('')}</url>`;
  });
}

/** Addresses of every page with those of its translations; articles with the day of their last change. */
export const GET: APIRoute = async () => {
  const urls = (await Promise.all(locales.map(entriesOf))).flat();
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
