import { allArticles } from '../articles/query.ts';
import { type ArticleSummary, type ArticleView, summarise } from '../articles/view.ts';
import type { Words } from '../i18n/zh.ts';
import type { PageImage } from '../metadata/page-image.ts';
import { site } from '../site.config.ts';
import { href } from '../urls.ts';
import { type Card, cardSize } from './card.ts';
import { processSocialImages } from './shared.ts';

/** The wave of a site without articles. */
const silence: readonly number[] = Array.from({ length: 56 }, () => 4);

const joined = (...facts: readonly string[]): string => facts.filter((fact) => fact !== '').join(' · ');

function imageOf(card: Omit<Card, 'site'>, words: Words): PageImage | undefined {
  const path = processSocialImages()?.add({ ...card, site: site.name });
  return path === undefined
    ? undefined
    : { url: href(site.base, path), alt: words.socialImage(card.title), ...cardSize };
}

/** An article's image: its title and its own waveform, on paper. */
export function articleImage(view: ArticleView, words: Words): PageImage | undefined {
  const series = view.series
    ? `${view.series.title} ${String(view.series.position)}/${String(view.series.count)}`
    : '';
  const card = {
    scheme: 'light',
    title: view.title,
    isBrand: false,
    fact: joined(words.date(view.date), series),
    left: joined(...view.tags.map(({ label }) => label)),
    right: words.minutes(view.minutes),
    signal: view.signal,
  } as const;
  return imageOf(card, words);
}

/** The image of a page of the manual. */
export function manualImage(view: ArticleView, words: Words): PageImage | undefined {
  const card = {
    scheme: 'light',
    title: view.title,
    isBrand: false,
    fact: words.manual,
    left: '',
    right: words.minutes(view.minutes),
    signal: view.signal,
  } as const;
  return imageOf(card, words);
}

interface ListFacts {
  readonly title: string;
  readonly isBrand?: boolean;
  /** What kind of list it is, how much is in it. */
  readonly fact?: string;
  /** Number of the page, where the list has several. */
  readonly page?: number;
  /** Newest article of the list, whose waveform is shown; that of the site without it. */
  readonly newest?: ArticleSummary | undefined;
}

/** The image of any other page: its title and the newest waveform, on the night panel. */
export async function listImage(
  { locale, words }: App.Locals,
  { title, isBrand = false, fact = '', page = 1, newest }: ListFacts,
): Promise<PageImage | undefined> {
  const [first] = newest ? [] : await allArticles(locale);
  const shown = newest ?? (first && summarise(first, locale));
  const card = {
    scheme: 'dark',
    title,
    isBrand,
    fact,
    left: shown ? joined(words.date(shown.date), shown.title) : '',
    right: page > 1 ? words.page(page) : '',
    signal: shown?.signal ?? silence,
  } as const;
  return imageOf(card, words);
}

/** The home page's image, and that of further pages of its list. */
export const homeImage = (
  locals: App.Locals,
  page: number,
  newest: ArticleSummary | undefined,
): Promise<PageImage | undefined> =>
  listImage(locals, {
    title: 'INCOMING TRANSMISSION',
    isBrand: true,
    fact: new URL(site.url).host,
    page,
    newest,
  });
