/** What a card over a term of the glossary shows. */
export interface TermCard {
  /** Names in each language, the one that is shown first in front. */
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly abbr: readonly string[];
  /** What it is, in one sentence. */
  readonly note?: string;
  /** Language of that where it is not the one of the page. */
  readonly noteLang?: 'zh' | 'en';
  /** The article, or the section of one, that explains it. */
  readonly explained?: { readonly url: string; readonly title: string; readonly lang?: string };
}

/** The cards of a locale by the ids of the terms, as a page fetches them when the first one is asked for. */
export type TermCards = Readonly<Record<string, TermCard>>;
