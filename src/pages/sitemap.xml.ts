import type { APIRoute } from 'astro';
import { paginate } from '../articles/pagination.ts';
import { allArticles, allDocs, allTags } from '../articles/query.ts';
import { escapeHtml } from '../escape-html.ts';
import { site } from '../site.config.ts';
import { href, listPagePath, tagPath } from '../urls.ts';

/** Addresses of every page, articles with the day of their last change. */
export const GET: APIRoute = async () => {
  const articles = await allArticles();
  const tags = await allTags();
  const docs = await allDocs();
  const lists = [
    ...paginate(articles, site.pageSize).map(({ number }) => listPagePath('/', number)),
    ...tags.flatMap((tag) =>
      paginate(tag.articles, site.pageSize).map(({ number }) => listPagePath(tagPath(tag.name), number)),
    ),
    ...(docs.length > 0 ? ['/docs/', ...docs.map(({ data }) => data.path)] : []),
    '/tags/',
    '/archive/',
    '/about/',
  ];
  const entries = [
    ...lists.map((path) => ({ path, changed: undefined })),
    ...articles.map(({ data }) => ({ path: data.path, changed: data.updated ?? data.date })),
  ];
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
