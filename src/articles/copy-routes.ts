import { localeParams, locales } from '../locales.ts';
import type { Section } from '../urls.ts';
import { markdownCopy } from './markdown-copy.ts';
import { allArticles, allDocs, type ArticleEntry, isWrittenIn } from './query.ts';

/** Parameters of the copies in Markdown: one for each article, in the language that it is written in. */
export async function copyRoutes(section: Section) {
  const all = section === 'posts' ? allArticles : allDocs;
  const routes = locales.map(async (locale) =>
    (await all(locale)).filter(isWrittenIn(locale)).map((entry) => ({
      params: { ...localeParams(locale), slug: entry.data.slug },
      props: { entry },
    })),
  );
  return (await Promise.all(routes)).flat();
}

/** A copy as a file. */
export const markdownResponse = async (entry: ArticleEntry): Promise<Response> =>
  new Response(await markdownCopy(entry), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
