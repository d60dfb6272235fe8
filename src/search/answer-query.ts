import type { SearchAnswer, SearchQuery } from './answer.ts';
import { type ArticleSource, findArticles } from './find-articles.ts';
import { findFormulas } from './find-formulas.ts';
import { formulaPart, looksLikeFormula } from './looks-like-formula.ts';
import { wordsOf } from './han-text.ts';
import { readQuery } from './read-query.ts';
import type { SearchIndex } from './search-index.ts';

/** Where everything is searched; what is not needed is not loaded. */
export interface SearchSource extends ArticleSource {
  /** The index of formulas; absent where no article has one. */
  readonly formulas?: () => Promise<SearchIndex>;
}

/** The answer when nothing is asked, or there is nothing to ask. */
export const nothing: SearchAnswer = {
  total: 0,
  articles: [],
  formulas: [],
  alsoSearched: [],
  isPartial: false,
  filters: {},
};

/** How like the query a formula must be to be shown. Where it may be a word, it must hold it. */
const leastLikeness = { yes: 0.22, perhaps: 0.6, no: 1 } as const;

/** The words of a formula; its letters are none, and would be "corrected" into some. */
const proseOf = (formula: string): string =>
  wordsOf(formula.replace(/\\[A-Za-z]+/gu, ' '))
    .filter(({ text, isHan }) => isHan || /^\p{L}{4,}$/u.test(text))
    .map(({ text }) => text)
    .join(' ');

/** Answers whatever was typed: words, a name in pinyin, a formula. Never throws for what it says. */
export async function answerQuery(query: SearchQuery, source: SearchSource): Promise<SearchAnswer> {
  const { text, typed, isLiteral, words } = readQuery(query.text);
  if (text === '') return nothing;
  const likeness = isLiteral ? 'no' : looksLikeFormula(typed);
  const index = likeness === 'no' || query.offset ? undefined : await source.formulas?.();
  const formulas = index
    ? await findFormulas(formulaPart(typed), index, source.base, leastLikeness[likeness], {
        ...(query.filters ? { filters: query.filters } : {}),
      })
    : [];
  const asked = likeness === 'yes' ? { ...query, text: proseOf(text) } : query;
  if (words.length === 0 || asked.text === '') return { ...nothing, formulas };
  return { ...(await findArticles(asked, source)), formulas };
}
