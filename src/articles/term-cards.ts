import { type Locale, localHref } from '../locales.ts';
import type { GlossaryEntry } from '../schemas/glossary.ts';
import { siteGlossary } from '../site-glossary.ts';
import type { TermCard, TermCards } from '../term-card.ts';
import { pagePath } from '../urls.ts';
import { allArticles, allDocs, type ArticleEntry } from './query.ts';
import { summarise } from './view.ts';

type Explained = NonNullable<TermCard['explained']>;

/** Where each term is explained best: by an article that is about it, the oldest one, or by a section. */
function explanationsIn(articles: readonly ArticleEntry[], locale: Locale): Map<string, Explained> {
  const best = new Map<string, { rank: number; explained: Explained }>();
  for (const entry of articles.toReversed()) {
    const { terms, headings, section, slug } = entry.data;
    const { title, foreign } = summarise(entry, locale);
    for (const { id, explained } of terms) {
      if (!explained) continue;
      const rank = explained.section === '' ? 2 : explained.share;
      if ((best.get(id)?.rank ?? 0) >= rank) continue;
      const heading = headings.find((one) => one.id === explained.section);
      const page = localHref(locale, pagePath(section, slug));
      best.set(id, {
        rank,
        explained: {
          url: heading ? `${page}#${encodeURIComponent(heading.id)}` : page,
          title: heading ? `${title} § ${heading.text}` : title,
          ...(foreign && { lang: foreign.tag }),
        },
      });
    }
  }
  return new Map([...best].map(([id, { explained }]) => [id, explained]));
}

function cardOf(
  { zh, en, abbr, note }: GlossaryEntry,
  language: 'zh' | 'en',
  explained: Explained | undefined,
): TermCard {
  const other = language === 'zh' ? 'en' : 'zh';
  const own = note?.[language];
  const text = own ?? note?.[other];
  return {
    ...{ zh, en, abbr },
    ...(text !== undefined && { note: text }),
    ...(own === undefined && text !== undefined && { noteLang: other }),
    ...(explained && { explained }),
  };
}

/** The cards of a locale, and a short name for all that they say, for the keys of pages that refer to them. */
export interface SiteTerms {
  readonly cards: TermCards;
  readonly version: string;
}

async function versionOf(cards: TermCards): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(cards));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return [...hash.slice(0, 12)].map((byte) => byte.toString(16)).join('-');
}

/** What the cards of a locale show of the terms that its articles and its manual mark. */
export async function siteTerms(locale: Locale): Promise<SiteTerms> {
  const articles = await allArticles(locale);
  const explanations = explanationsIn(articles, locale);
  const language = /^zh\b/iu.test(locale.tag) ? 'zh' : 'en';
  const marked = new Set([...articles, ...(await allDocs(locale))].flatMap(({ data }) => data.markedTerms));
  const cards = Object.fromEntries(
    [...siteGlossary().current]
      .filter(([id]) => marked.has(id))
      .map(([id, entry]) => [id, cardOf(entry, language, explanations.get(id))]),
  );
  return { cards, version: await versionOf(cards) };
}
