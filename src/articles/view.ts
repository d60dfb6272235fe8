import { citeThisArticle } from '../citations/cite-this-article.ts';
import type { ExplainedSymbol, Heading, HeadingPart } from '../schemas/article.ts';
import { type Locale, localeWithId, localHref } from '../locales.ts';
import { site } from '../site.config.ts';
import { pagePath, tagPath } from '../urls.ts';
import { editUrlOf } from './edit-url.ts';
import type { ArticleEntry } from './query.ts';
import { readingMinutes } from './reading-time.ts';

interface LinkView {
  readonly label: string;
  readonly url: string;
}

/** Where a numbered section begins, as a share of the article's text. */
export interface ScaleMark {
  readonly at: number;
  readonly number: string;
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
  readonly authors: readonly { readonly name: string; readonly url?: string | undefined }[];
  readonly contents: readonly ContentsEntry[];
  readonly han: number;
  readonly words: number;
  readonly hasMath: boolean;
  /** Symbols of its formulas that it explains. */
  readonly notation: readonly ExplainedSymbol[];
  /** BibTeX entry of the article itself. */
  readonly bibtex: string;
  /** Articles of the same series in their order, this one marked; empty without a series. */
  readonly series: readonly (LinkView & { readonly isCurrent: boolean })[];
  /** The next older article. */
  readonly older: LinkView | undefined;
  /** The next newer article. */
  readonly newer: LinkView | undefined;
  /** Where readers may edit the article. */
  readonly editUrl: string | undefined;
  /** Ids of the locales that the article is written in. */
  readonly writtenIn: readonly string[];
}

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** The page of an article in a locale, whether it is written in it or not. */
const urlOf = ({ data }: ArticleEntry, locale: Locale): string =>
  localHref(locale, pagePath(data.section, data.slug));

const linkTo = (entry: ArticleEntry | undefined, locale: Locale): LinkView | undefined =>
  entry && { label: entry.data.title, url: urlOf(entry, locale) };

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

function seriesOf(entry: ArticleEntry, all: readonly ArticleEntry[], locale: Locale): ArticleView['series'] {
  const { series } = entry.data;
  if (!series) return [];
  return all
    .filter(({ data }) => data.series?.id === series.id)
    .toSorted((a, b) => (a.data.series?.order ?? 0) - (b.data.series?.order ?? 0))
    .map((other) => ({
      label: other.data.title,
      url: urlOf(other, locale),
      isCurrent: other === entry,
    }));
}

/** What a view needs to know besides its article. */
export interface ViewSurroundings {
  /** The locale of the page. */
  readonly locale: Locale;
  /** All articles that it shows, newest first, the article among them. */
  readonly all: readonly ArticleEntry[];
  /** Ids of the locales that articles are written in, by slug. */
  readonly localesBySlug: ReadonlyMap<string, readonly string[]>;
}

/** Everything about one article's page. */
export function viewArticle(
  entry: ArticleEntry,
  { locale, all, localesBySlug }: ViewSurroundings,
): ArticleView {
  const { data } = entry;
  const place = all.indexOf(entry);
  return {
    ...summarise(entry, locale),
    updated: data.updated && day(data.updated),
    authors: data.authors,
    contents: contentsOf(data.headings),
    han: data.length.han,
    words: data.length.words,
    hasMath: data.hasMath,
    notation: data.notation,
    bibtex: citeThisArticle(data, site),
    series: seriesOf(entry, all, locale),
    older: linkTo(all[place + 1], locale),
    newer: linkTo(all[place - 1], locale),
    editUrl: editUrlOf(data.contentPath, site.editUrl),
    writtenIn: localesBySlug.get(data.slug) ?? [],
  };
}
