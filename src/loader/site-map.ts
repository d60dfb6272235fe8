import { feedFormats } from '../feed-formats.ts';
import { emptyLists, optionalLists } from '../site-sections.ts';
import { localePrefix, pagePath, seriesPath, tagPath } from '../urls.ts';
import { sectionFolders } from './content-files.ts';
import type { ContentSettings } from './content-settings.ts';
import type { SiteMap } from './link-resolver.ts';
import type { SourceArticle } from './read-articles.ts';

/** Pages that are not articles, in every site. */
export const fixedPages: readonly string[] = [
  ...['/', '/archive/', '/about/', '/search/'],
  ...feedFormats.map(({ path }) => path),
  '/llms.txt',
];

/** Pages of the tags and series of the articles that a locale shows: its own, and others in the original. */
function listsIn(locale: string, locales: readonly string[], published: readonly SourceArticle[]): string[] {
  const articles = Map.groupBy(published, ({ file, slug }) => pagePath(file.section, slug));
  return [...articles.values()].flatMap((versions) => {
    const shown = [locale, ...locales]
      .map((id) => versions.find(({ file }) => file.locale === id))
      .find((version) => version !== undefined);
    const { tags = [], series } = shown?.frontMatter ?? {};
    const isArticle = shown?.file.section === 'posts';
    return isArticle ? [...tags.map(tagPath), ...(series ? [seriesPath(series.id)] : [])] : [];
  });
}

/** What links may lead to. */
export function mapSite(
  { site, contentFolder, publicFolder }: ContentSettings,
  published: readonly SourceArticle[],
): SiteMap {
  const locales = site.locales.map(({ id }) => id);
  const empty = emptyLists(published.map(({ file, frontMatter }) => ({ ...frontMatter, ...file })));
  const ofLists = optionalLists.filter((list) => !empty.has(list));
  const pages = locales.flatMap((locale) => {
    const lists = listsIn(locale, locales, published);
    return [...fixedPages, ...ofLists, ...lists].map((page) => localePrefix(locale, locales) + page);
  });
  return {
    base: site.base,
    publicFolder,
    sections: sectionFolders(contentFolder),
    prefixes: site.locales.map(({ prefix }) => prefix),
    pages: new Set(pages),
    articles: new Map(published.map(({ file, path }) => [file.absolutePath, path])),
  };
}
