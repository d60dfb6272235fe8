import { citeThisArticle } from '../citations/cite-this-article.ts';
import { articleData, type PublishedArticle } from '../metadata/article-data.ts';
import { citationMeta, type Meta } from '../metadata/citation-meta.ts';
import type { LinkedData } from '../metadata/json-ld.ts';
import type { ExplainedSymbol, Heading, HeadingPart } from '../schemas/article.ts';
import { type Locale, localeWithId, localHref } from '../locales.ts';
import { site } from '../site.config.ts';
import { href, markdownPath, pagePath, seriesPath, seriesSlug, tagPath } from '../urls.ts';
import { editUrlOf } from './edit-url.ts';
import type { ArticleEntry, Series } from './query.ts';
import { readingMinutes } from './reading-time.ts';
import type { ArticleSubject } from './subjects.ts';

interface LinkView {
  readonly label: string;
  readonly url: string;
}

/** Where a numbered section begins, as a share of the article's text. */
export interface ScaleMark {
  readonly at: number;
  readonly number: string;
}

/** A link to an article. */
export interface ArticleLink extends LinkView {
  /** Language of its title where it is not that of the page. */
  readonly lang: string | undefined;
}

/** The place of an article in its series. */
export interface SeriesView {
  readonly title: string;
  /** Address of the series. */
  readonly url: string;
  /** 1-based. */
  readonly position: number;
  readonly count: number;
  /** The articles around this one, in reading order. */
  readonly articles: readonly (ArticleLink & { readonly position: number; readonly isCurrent: boolean })[];
  readonly previous: ArticleLink | undefined;
  readonly next: ArticleLink | undefined;
}

/** An article about what this one is about. */
export interface RelatedView extends ArticleLink {
  /** Names of what both have in common, the rarest first. */
  readonly shared: readonly string[];
}

/** An article as lists show it. */
export interface ArticleSummary {
  readonly title: string;
  /** Address with the base path, for links. */
  readonly url: string;
  /** `2026-11-20`; `words.date` sets it for readers. */
  readonly date: string;
  /** The moment for machines. */
  readonly dateTime: string;
  readonly year: number;
  readonly excerpt: string;
  readonly description: string;
  readonly tags: readonly LinkView[];
  readonly minutes: number;
  readonly isDraft: boolean;
  /** Amplitudes of the signature waveform, 0 to 100. */
  readonly signal: readonly number[];
  /** Where its numbered sections begin: a scale for its waveform. */
  readonly scale: readonly ScaleMark[];
  /** Language of the article where it is not that of the page, because there is no translation. */
  readonly foreign: ForeignLanguage | undefined;
}

/** A language that is not that of the page. */
export interface ForeignLanguage {
  /** For `lang`. */
  readonly tag: string;
  /** What its own readers call it. */
  readonly name: string;
  /** What readers of the page call it. */
  readonly localName: string;
}

/** An entry of the table of contents with those below it. */
export interface ContentsEntry {
  readonly id: string;
  readonly number: string | undefined;
  /** The heading without its number. */
  readonly parts: readonly HeadingPart[];
  readonly children: readonly ContentsEntry[];
}

/** One page of an article: everything that its layout prints. */
export interface ArticleView extends ArticleSummary {
  readonly updated: string | undefined;
  /** The moment of the last change for machines. */
  readonly updatedTime: string | undefined;
  readonly authors: readonly { readonly name: string; readonly url?: string | undefined }[];
  readonly contents: readonly ContentsEntry[];
  readonly han: number;
  readonly words: number;
  readonly hasMath: boolean;
  /** Components that it uses without an import. */
  readonly components: readonly string[];
  /** Symbols of its formulas that it explains. */
  readonly notation: readonly ExplainedSymbol[];
  /** BibTeX entry of the article itself. */
  readonly bibtex: string;
  readonly series: SeriesView | undefined;
  readonly related: readonly RelatedView[];
  /** The next older article. */
  readonly older: ArticleLink | undefined;
  /** The next newer article. */
  readonly newer: ArticleLink | undefined;
  /** Where readers may edit the article. */
  readonly editUrl: string | undefined;
  /** Ids of the locales that the article is written in. */
  readonly writtenIn: readonly string[];
  /** Address of its copy in Markdown, in the language that it is written in. */
  readonly markdown: string;
  /** What machines read of it; nothing where the page shows the original. */
  readonly linkedData: LinkedData | undefined;
  readonly citationMeta: readonly Meta[];
}

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** The page of an article in a locale, whether it is written in it or not. */
const urlOf = ({ data }: ArticleEntry, locale: Locale): string =>
  localHref(locale, pagePath(data.section, data.slug));

const linkTo = (entry: ArticleEntry, locale: Locale): ArticleLink => ({
  label: entry.data.title,
  url: urlOf(entry, locale),
  lang: foreignLanguage(entry, locale)?.tag,
});

function foreignLanguage({ data }: ArticleEntry, locale: Locale): ForeignLanguage | undefined {
  if (data.locale === locale.id) return undefined;
  const { tag, name } = localeWithId(data.locale);
  const [language = tag] = tag.split('-', 1);
  const localName = new Intl.DisplayNames([locale.tag], { type: 'language' }).of(language) ?? name;
  return { tag, name, localName };
}

/** The outermost of the numbered sections. */
export const scaleOf = (headings: readonly Heading[]): ScaleMark[] =>
  headings.flatMap(({ at, number }) =>
    at === undefined || number === undefined || number.includes('.') ? [] : [{ at, number }],
  );

/** What a list of a locale shows of an article. */
export function summarise(entry: ArticleEntry, locale: Locale): ArticleSummary {
  const { data } = entry;
  return {
    title: data.title,
    url: urlOf(entry, locale),
    date: day(data.date),
    dateTime: data.date.toISOString(),
    year: data.date.getUTCFullYear(),
    excerpt: data.excerpt,
    description: data.description,
    tags: data.tags.map((tag) => ({ label: tag, url: localHref(locale, tagPath(tag)) })),
    minutes: readingMinutes(data.length),
    isDraft: data.draft,
    signal: data.signal,
    scale: scaleOf(data.headings),
    foreign: foreignLanguage(entry, locale),
  };
}

/** Sections with their subsections; deeper headings are left to the text. */
export function contentsOf(headings: readonly Heading[]): ContentsEntry[] {
  const entries: (ContentsEntry & { children: ContentsEntry[] })[] = [];
  const top = Math.min(...headings.map(({ depth }) => depth));
  for (const { depth, id, text, number, parts } of headings) {
    if (depth > top + 1) continue;
    const title = number === undefined ? text : text.slice(number.length + 1);
    const entry = { id, number, parts: parts ?? [title], children: [] };
    const parent = depth === top ? undefined : entries.at(-1);
    (parent?.children ?? entries).push(entry);
  }
  return entries;
}

/** Articles of a series that a page lists before and after its own. */
const around = 4;

/** The place of an article in its series; nothing where it stands alone. */
function seriesOf(
  entry: ArticleEntry,
  all: ViewSurroundings['series'],
  locale: Locale,
): SeriesView | undefined {
  const series = entry.data.series && all?.get(seriesSlug(entry.data.series.id));
  if (!series || series.articles.length < 2) return undefined;
  const { id, title, articles } = series;
  const place = articles.indexOf(entry);
  const links = articles.map((other, index) => ({
    ...linkTo(other, locale),
    position: index + 1,
    isCurrent: index === place,
  }));
  return {
    title,
    url: localHref(locale, seriesPath(id)),
    position: place + 1,
    count: links.length,
    articles: links.slice(Math.max(0, place - around), place + around + 1),
    previous: links[place - 1],
    next: links[place + 1],
  };
}

/** Things in common that are named; more would say less. */
const mostShared = 3;

function viewRelated({ entry, shared }: NearArticle, locale: Locale): RelatedView {
  // A tag and a term may have one name.
  const names = new Set(shared.map(({ name }) => name));
  return { ...linkTo(entry, locale), shared: [...names].slice(0, mostShared) };
}

/** An article that is near to another one, and what both have in common, the rarest first. */
export interface NearArticle {
  readonly entry: ArticleEntry;
  readonly shared: readonly ArticleSubject[];
}

/** What a view needs to know besides its article. */
export interface ViewSurroundings {
  /** The locale of the page. */
  readonly locale: Locale;
  /** All articles that it shows, newest first, the article among them. */
  readonly all: readonly ArticleEntry[];
  /** Ids of the locales that articles are written in, by slug. */
  readonly localesBySlug: ReadonlyMap<string, readonly string[]>;
  /** The series of the locale, by slug. */
  readonly series?: ReadonlyMap<string, Series>;
  /** What articles are near to, by slug. */
  readonly related?: ReadonlyMap<string, readonly NearArticle[]>;
}

/** An article with its absolute addresses, in the language that it is written in. */
function publishedArticle({ data }: ArticleEntry, writtenIn: readonly string[]): PublishedArticle {
  const { section, slug, path, series } = data;
  const locale = localeWithId(data.locale);
  const absolute = (one: Locale): string => site.url + localHref(one, pagePath(section, slug));
  return {
    data,
    language: locale.tag,
    url: absolute(locale),
    markdown: site.url + href(site.base, markdownPath(path)),
    series: series && site.url + localHref(locale, seriesPath(series.id)),
    translations: writtenIn
      .filter((id) => id !== data.locale)
      .map(localeWithId)
      .map((one) => ({ language: one.tag, url: absolute(one) })),
  };
}

/** Everything about one article's page. */
export function viewArticle(
  entry: ArticleEntry,
  { locale, all, localesBySlug, series, related }: ViewSurroundings,
): ArticleView {
  const { data } = entry;
  const place = all.indexOf(entry);
  const [newer, older] = [all[place - 1], all[place + 1]];
  const writtenIn = localesBySlug.get(data.slug) ?? [];
  const isOwn = data.locale === locale.id;
  const published = publishedArticle(entry, writtenIn);
  const home = site.url + localHref(locale, '/');
  return {
    ...summarise(entry, locale),
    updated: data.updated && day(data.updated),
    updatedTime: data.updated?.toISOString(),
    authors: data.authors,
    contents: contentsOf(data.headings),
    han: data.length.han,
    words: data.length.words,
    hasMath: data.hasMath,
    components: data.components,
    notation: data.notation,
    bibtex: citeThisArticle(data, site),
    series: seriesOf(entry, series, locale),
    related: (related?.get(data.slug) ?? []).map((near) => viewRelated(near, locale)),
    older: older && linkTo(older, locale),
    newer: newer && linkTo(newer, locale),
    editUrl: editUrlOf(data.contentPath, site.editUrl),
    writtenIn,
    markdown: href(site.base, markdownPath(data.path)),
    linkedData: isOwn ? articleData(published, { name: site.name, home }) : undefined,
    citationMeta: isOwn ? citationMeta(published, site.name) : [],
  };
}
