import type { ArticleCard } from '../article-card.ts';
import type { Locale } from '../locales.ts';
import type { ArticleEntry } from './query.ts';
import { summarise } from './view.ts';

/**
 * What a card over a link to an article shows.
 *
 * @param setDate how the locale writes a day.
 */
export function cardOf(entry: ArticleEntry, locale: Locale, setDate: (day: string) => string): ArticleCard {
  const { title, date, description, foreign } = summarise(entry, locale);
  const sections = Object.fromEntries(entry.data.headings.map(({ id, text }) => [id, text]));
  return {
    title,
    date: setDate(date),
    description,
    ...(foreign && { lang: foreign.tag }),
    sections,
  };
}
