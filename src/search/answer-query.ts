import type { FormulaHit, SearchAnswer, SearchQuery } from './answer.ts';
import type { ArticleSource } from './article-search.ts';
import { findArticles } from './find-articles.ts';
import { findFormulas } from './find-formulas.ts';
import { type FormulaLikeness, formulaPart, looksLikeFormula } from './looks-like-formula.ts';
import { type Word, wordsOf } from './han-text.ts';
import { type ReadQuery, readQuery } from './read-query.ts';
import type { SearchIndex } from './search-index.ts';

/** Where everything is searched; what is not needed is not loaded. */
export interface SearchSource extends Omit<ArticleSource, 'index'> {
  readonly articles: () => Promise<SearchIndex>;
  /** The index of formulas; absent where no article has one. */
  readonly formulas?: () => Promise<SearchIndex>;
}

/** An answer, and how good it is beside that of another index. */
export interface JudgedAnswer extends SearchAnswer {
  /** Of the best article: 0 for none, below 1 where words stand in passing, more than 2 where it is about them. */
  readonly best: number;
}

/** The answer when nothing is asked, or there is nothing to ask. */
export const nothing: JudgedAnswer = {
  total: 0,
  articles: [],
  formulas: [],
  alsoSearched: [],
  isPartial: false,
  filters: {},
  best: 0,
};

/** How like the query a formula must be to be shown. Where it may be a word, it must hold it. */
const leastLikeness = { yes: 0.22, perhaps: 0.6, no: 1 } as const;

/** The words of a formula; its letters are none, and would be "corrected" into some. */
const proseOf = (formula: string): string =>
  wordsOf(formula.replace(/\\[A-Za-z]+/gu, ' '))
    .filter(({ text, isHan }) => isHan || /^\p{L}{4,}$/u.test(text))
    .map(({ text }) => text)
    .join(' ');

/** Whether words say something of an article: letters and numbers of a formula are in all of them. */
const areTelling = (words: readonly Word[]): boolean =>
  words.some(({ text, isHan }) => isHan || /\p{L}{2}/u.test(text));

/** What articles are asked for, beside the formulas. */
function articleQuestion(likeness: FormulaLikeness, { text, words }: ReadQuery): string {
  if (likeness === 'yes') return proseOf(text);
  // Where the letters stand side by side as they were typed, they are prose after all.
  return likeness === 'perhaps' && !areTelling(words) ? `"${text}"` : text;
}

/** Answers whatever was typed: words, a name in pinyin, a formula. Never throws for what it says. */
export async function answerQuery(query: SearchQuery, source: SearchSource): Promise<JudgedAnswer> {
  const read = readQuery(query.text);
  const { text, typed, isLiteral, words } = read;
  if (text === '') return nothing;
  const likeness = isLiteral ? 'no' : looksLikeFormula(typed);
  const asked = isLiteral ? query.text : articleQuestion(likeness, read);
  const findArticlesToo = async (): Promise<Omit<JudgedAnswer, 'formulas'>> =>
    words.length === 0 || asked === ''
      ? nothing
      : findArticles({ ...query, text: asked }, { ...source, index: await source.articles() });
  const findFormulasToo = async (): Promise<readonly FormulaHit[]> => {
    const index = likeness === 'no' || query.offset ? undefined : await source.formulas?.();
    if (!index) return [];
    const options = query.filters ? { filters: query.filters } : {};
    return findFormulas(formulaPart(typed), index, source.base, leastLikeness[likeness], options);
  };
  const [formulas, articles] = await Promise.all([findFormulasToo(), findArticlesToo()]);
  return { ...articles, formulas };
}
