import { type CollectionEntry, getCollection } from 'astro:content';
import { type Locale, locales } from '../locales.ts';
import { noteLook } from '../page-notes.ts';
import { type Section, seriesSlug, tagSlug } from '../urls.ts';

export type ArticleEntry = CollectionEntry<'articles'>;

/** All versions of what is in a section, by slug; those in the locales named first come first. */
async function versionsBySlug(section: Section): Promise<ArticleEntry[][]> {
  noteLook();
  const entries = await getCollection('articles', ({ data }) => data.section === section);
  const versions = locales.flatMap(({ id }) => entries.filter(({ data }) => data.locale === id));
  return [...Map.groupBy(versions, ({ data }) => data.slug).values()];
}

/** What a locale shows: its own version of everything, or else the original. */
async function shownIn(locale: Locale, section: Section): Promise<ArticleEntry[]> {
  const all = await versionsBySlug(section);
  return all.flatMap(
    (versions) => versions.find(({ data }) => data.locale === locale.id) ?? versions.slice(0, 1),
  );
}

const bySlug = ({ data: a }: ArticleEntry, { data: b }: ArticleEntry): number => (a.slug < b.slug ? -1 : 1);

const newestFirst = (a: ArticleEntry, b: ArticleEntry): number =>
  b.data.date.getTime() - a.data.date.getTime() || bySlug(a, b);

/**
 * All articles that have a page in a locale, newest first. Where an article has not been translated the
 * original is among them; see {@link isWrittenIn}.
 */
export const allArticles = async (locale: Locale): Promise<ArticleEntry[]> =>
  (await shownIn(locale, 'posts')).toSorted(newestFirst);

/** The pages of the manual in their order, untranslated ones in the original. */
export const allDocs = async (locale: Locale): Promise<ArticleEntry[]> =>
  (await shownIn(locale, 'docs')).toSorted((a, b) => a.data.order - b.data.order || bySlug(a, b));

/** Whether an article is in the language of a locale, and not shown there in the original. */
export const isWrittenIn =
  (locale: Locale) =>
  ({ data }: ArticleEntry): boolean =>
    data.locale === locale.id;

/** Ids of the locales that each article of a section is written in, by its slug. */
export async function localesBySlug(section: Section): Promise<ReadonlyMap<string, readonly string[]>> {
  const all = await versionsBySlug(section);
  return new Map(
    all.map((versions) => [versions[0]?.data.slug ?? '', versions.map(({ data }) => data.locale)]),
  );
}

/** A tag and its articles, newest first. */
export interface Tag {
  /** As the newest article spells it. */
  readonly name: string;
  readonly articles: readonly ArticleEntry[];
}

/** All tags of a locale by number of articles. Spellings that share an address (`LoRA`, `lora`) are one tag. */
export async function allTags(locale: Locale): Promise<Tag[]> {
  const tags = new Map<string, { name: string; articles: ArticleEntry[] }>();
  for (const article of await allArticles(locale)) {
    for (const name of article.data.tags) {
      const tag = tags.get(tagSlug(name)) ?? { name, articles: [] };
      if (!tag.articles.includes(article)) tag.articles.push(article);
      tags.set(tagSlug(name), tag);
    }
  }
  return [...tags.values()].toSorted(
    (a, b) => b.articles.length - a.articles.length || a.name.localeCompare(b.name, locale.tag),
  );
}

/** A series and its articles in reading order. */
export interface Series {
  readonly id: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly articles: readonly ArticleEntry[];
}

const inReadingOrder = (a: ArticleEntry, b: ArticleEntry): number =>
  (a.data.series?.order ?? 0) - (b.data.series?.order ?? 0) ||
  a.data.date.getTime() - b.data.date.getTime() ||
  bySlug(a, b);

/**
 * The series of some articles, in the order of these. Ids that share an address are one series.
 *
 * @param articles newest first.
 */
export function seriesOf(articles: readonly ArticleEntry[], locale: Locale): Series[] {
  const members = articles.filter(({ data }) => data.series !== undefined);
  const groups = Map.groupBy(members, ({ data }) => seriesSlug(data.series?.id ?? ''));
  return [...groups.values()].map((articles) => {
    const { id = '', titles, descriptions } = articles[0]?.data.series ?? {};
    return {
      id,
      title: titles?.[locale.id] ?? id,
      description: descriptions?.[locale.id],
      articles: articles.toSorted(inReadingOrder),
    };
  });
}

/** All series of a locale, that with the newest article first. */
export const allSeries = async (locale: Locale): Promise<Series[]> =>
  seriesOf(await allArticles(locale), locale);

/** Ids of the locales in which a page of a tag's list exists, by the tag's slug. */
export const tagPages = (pageSize: number): Promise<(slug: string, page: number) => string[]> =>
  listPages(pageSize, async (locale) =>
    (await allTags(locale)).map(({ name, articles }) => [tagSlug(name), articles.length]),
  );

/** Ids of the locales in which a page of a series exists, by the slug of the series. */
export const seriesPages = (pageSize: number): Promise<(slug: string, page: number) => string[]> =>
  listPages(pageSize, async (locale) =>
    (await allSeries(locale)).map(({ id, articles }) => [seriesSlug(id), articles.length]),
  );

async function listPages(
  pageSize: number,
  lengthsIn: (locale: Locale) => Promise<[slug: string, length: number][]>,
): Promise<(slug: string, page: number) => string[]> {
  const counts = await Promise.all(
    locales.map(async (locale) => ({
      id: locale.id,
      pages: new Map((await lengthsIn(locale)).map(([slug, length]) => [slug, Math.ceil(length / pageSize)])),
    })),
  );
  return (slug, page) => counts.filter(({ pages }) => page <= (pages.get(slug) ?? 0)).map(({ id }) => id);
}
