import { citeThisArticle } from '../citations/cite-this-article.ts';
import type { ExplainedSymbol, Heading } from '../schemas/article.ts';
import { site } from '../site.config.ts';
import { href, tagPath } from '../urls.ts';
import type { ArticleEntry } from './query.ts';
import { readingMinutes } from './reading-time.ts';

interface LinkView {
  readonly label: string;
  readonly url: string;
}

/** An article as lists show it. */
export interface ArticleSummary {
  readonly title: string;
  /** Address with the base path, for links. */
  readonly url: string;
  /** `2026-11-20`, as shown. */
  readonly date: string;
  /** The same moment for machines. */
  readonly dateTime: string;
  readonly year: number;
  readonly excerpt: string;
  readonly tags: readonly LinkView[];
  readonly minutes: number;
  readonly isDraft: boolean;
  /** Amplitudes of the signature waveform, 0 to 100. */
  readonly signal: readonly number[];
}

/** An entry of the table of contents with those below it. */
export interface ContentsEntry {
  readonly id: string;
  readonly text: string;
  readonly children: readonly ContentsEntry[];
}

/** One page of an article: everything that its layout prints. */
export interface ArticleView extends ArticleSummary {
  readonly description: string;
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
}

const day = (date: Date): string => date.toISOString().slice(0, 10);

const urlOf = ({ data }: ArticleEntry): string => href(site.base, data.path);

const linkTo = (entry: ArticleEntry | undefined): LinkView | undefined =>
  entry && { label: entry.data.title, url: urlOf(entry) };

/** What a list shows of an article. */
export function summarise(entry: ArticleEntry): ArticleSummary {
  const { data } = entry;
  return {
    title: data.title,
    url: urlOf(entry),
    date: day(data.date),
    dateTime: data.date.toISOString(),
    year: data.date.getUTCFullYear(),
    excerpt: data.excerpt,
    tags: data.tags.map((tag) => ({ label: tag, url: href(site.base, tagPath(tag)) })),
    minutes: readingMinutes(data.length),
    isDraft: data.draft,
    signal: data.signal,
  };
}

/** Sections with their subsections; deeper headings are left to the text. */
export function contentsOf(headings: readonly Heading[]): ContentsEntry[] {
  const entries: (ContentsEntry & { children: ContentsEntry[] })[] = [];
  const top = Math.min(...headings.map(({ depth }) => depth));
  for (const { depth, id, text } of headings) {
    if (depth > top + 1) continue;
    const entry = { id, text, children: [] };
    const parent = depth === top ? undefined : entries.at(-1);
    (parent?.children ?? entries).push(entry);
  }
  return entries;
}

function seriesOf(entry: ArticleEntry, all: readonly ArticleEntry[]): ArticleView['series'] {
  const { series } = entry.data;
  if (!series) return [];
  return all
    .filter(({ data }) => data.series?.id === series.id)
    .toSorted((a, b) => (a.data.series?.order ?? 0) - (b.data.series?.order ?? 0))
    .map((other) => ({
      label: other.data.title,
      url: urlOf(other),
      isCurrent: other === entry,
    }));
}

/**
 * Everything about one article's page.
 *
 * @param all all articles, newest first, `entry` among them.
 */
export function viewArticle(entry: ArticleEntry, all: readonly ArticleEntry[]): ArticleView {
  const { data } = entry;
  const place = all.indexOf(entry);
  return {
    ...summarise(entry),
    description: data.description,
    updated: data.updated && day(data.updated),
    authors: data.authors,
    contents: contentsOf(data.headings),
    han: data.length.han,
    words: data.length.words,
    hasMath: data.hasMath,
    notation: data.notation,
    bibtex: citeThisArticle(data, site),
    series: seriesOf(entry, all),
    older: linkTo(all[place + 1]),
    newer: linkTo(all[place - 1]),
  };
}
