import type { APIRoute } from 'astro';
import { paginate } from '../articles/pagination.ts';
import { allArticles, allDocs, allSeries, allTags, isWrittenIn } from '../articles/query.ts';
import { escapeHtml } from '../escape-html.ts';
import { type Locale, locales } from '../locales.ts';
import { site } from '../site.config.ts';
import { href, listPagePath, seriesPath, tagPath } from '../urls.ts';

/** Pages of a locale; articles and pages of the manual that are shown in the original are not among them. */
async function entriesOf(locale: Locale): Promise<{ path: string; changed: Date | undefined }[]> {
  const articles = await allArticles(locale);
  const docs = await allDocs(locale);
  const series = await allSeries(locale);
  const lists = [
    ...paginate(articles, site.pageSize).map(({ number }) => listPagePath('/', number)),
    ...(await allTags(locale)).flatMap((tag) =>
      paginate(tag.articles, site.pageSize).map(({ number }) => listPagePath(tagPath(tag.name), number)),
    ),
    ...series.flatMap(({ id, articles: parts }) =>
      paginate(parts, site.pageSize).map(({ number }) => listPagePath(seriesPath(id), number)),
    ),
    ...(series.length > 0 ? ['/series/'] : []),
    ...(docs.length > 0 ? ['/docs/'] : []),
    '/tags/',
    '/archive/',
    '/about/',
  ];
  return [
    ...lists.map((path) => ({ path: locale.prefix + path, changed: undefined })),
    ...docs.filter(isWrittenIn(locale)).map(({ data }) => ({ path: data.path, changed: undefined })),
    ...articles
      .filter(isWrittenIn(locale))
      .map(({ data }) => ({ path: data.path, changed: data.updated ?? data.date })),
  ];
}

/** Addresses of every page, articles with the day of their last change. */
export const GET: APIRoute = async () => {
  const entries = (await Promise.all(locales.map(entriesOf))).flat();
  const urls = entries.map(({ path, changed }) => {
    const location = escapeHtml(site.url + href(site.base, path));
    const lastModified = changed ? `<lastmod>${changed.toISOString().slice(0, 10)}</lastmod>` : '';
    return `<url><loc>${location}</loc>${lastModified}</url>`;
  });
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
