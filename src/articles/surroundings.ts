import type { Locale } from '../locales.ts';
import { seriesSlug } from '../urls.ts';
import { allArticles, localesBySlug, seriesOf } from './query.ts';
import { relatedArticles } from './related.ts';
import { relatable } from './subjects.ts';
import type { ViewSurroundings } from './view.ts';

/** What the pages of all articles of a locale need to know of one another. */
export async function articleSurroundings(locale: Locale): Promise<ViewSurroundings> {
  const all = await allArticles(locale);
  const language = /^zh\b/iu.test(locale.tag) ? 'zh' : 'en';
  const related = relatedArticles(all.map(({ data }) => relatable(data, language)));
  const bySlug = Map.groupBy(all, ({ data }) => data.slug);
  return {
    locale,
    all,
    localesBySlug: await localesBySlug('posts'),
    series: new Map(seriesOf(all, locale).map((one) => [seriesSlug(one.id), one])),
    related: new Map(
      [...related].map(([slug, near]) => [
        slug,
        near.flatMap(({ id, shared }) => (bySlug.get(id) ?? []).map((entry) => ({ entry, shared }))),
      ]),
    ),
  };
}
