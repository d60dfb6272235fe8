import { type Locale, localeParams, locales } from '../locales.ts';
import type { Section } from '../urls.ts';
import { pageKey } from './page-key.ts';
import { allArticles, allDocs, type ArticleEntry } from './query.ts';

interface EntryRoute {
  readonly params: { readonly locale: string | undefined; readonly slug: string };
  readonly props: { readonly entry: ArticleEntry };
  readonly cacheKey?: string;
}

/**
 * Where files beside the pages of a section's articles are, for `getStaticPaths`: one for each article that a
 * locale shows.
 *
 * @param isWanted which articles of a locale have one; all without it.
 */
export async function entryRoutes(
  section: Section,
  isWanted: (locale: Locale) => (entry: ArticleEntry) => boolean = () => () => true,
): Promise<EntryRoute[]> {
  const all = section === 'posts' ? allArticles : allDocs;
  const routes = locales.map(async (locale) =>
    (await all(locale)).filter(isWanted(locale)).map((entry) => ({
      params: { ...localeParams(locale), slug: entry.data.slug },
      props: { entry },
      ...pageKey([entry.data.digest]),
    })),
  );
  return (await Promise.all(routes)).flat();
}
