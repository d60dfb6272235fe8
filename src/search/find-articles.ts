import type { ArticleHit, SearchAnswer, SearchQuery } from './answer.ts';
import { ArticleSearch, type ArticleSource, fewHits } from './article-search.ts';
import { clearly } from './better-answer.ts';
import { correct, toSimplified } from './corrections.ts';
import { hitOf } from './rank-article.ts';
import { readQuery } from './read-query.ts';
import type { IndexOptions } from './search-index.ts';
import { isKnownName } from './synonyms.ts';

/** An article that answers worse has the words in passing. */
const inPassing = 1;

type ArticleAnswer = Omit<SearchAnswer, 'formulas'> & {
  /** How well the best article that was read answers: see {@link scoreOf}. */
  readonly best: number;
};

function optionsOf({ filters, sort }: SearchQuery): IndexOptions {
  return {
    ...(filters ? { filters } : {}),
    ...(sort === 'newest' ? { sort: { date: 'desc' as const } } : {}),
  };
}

async function searchFor(text: string, query: SearchQuery, source: ArticleSource): Promise<ArticleSearch> {
  const search = new ArticleSearch(source, readQuery(text), optionsOf(query));
  await search.all();
  return search;
}

/** The query as it is, in simplified characters where those find more, or corrected. */
async function bestReading(query: SearchQuery, source: ArticleSource) {
  const read = readQuery(query.text);
  const asWritten = await searchFor(query.text, query, source);
  if (read.isLiteral || isKnownName(read.text, source.terms)) return { search: asWritten };
  const best = await asWritten.answers();
  if (best !== undefined && asWritten.size >= fewHits) return { search: asWritten };

  const hasHan = read.words.some(({ isHan }) => isHan);
  const tables = hasHan ? await source.han() : undefined;
  const simplified = tables ? toSimplified(read.text, tables) : read.text;
  if (simplified !== read.text) {
    const search = await searchFor(simplified, query, source);
    if (best !== undefined) search.include(asWritten);
    if (search.size > 0) return { search };
  }
  if (best !== undefined && best >= inPassing) return { search: asWritten };
  // What stands in passing may be an example of a mistake, and is not left out.
  const corrected = correct(readQuery(simplified), source.terms, tables, best !== undefined);
  if (corrected !== undefined) {
    const search = await searchFor(corrected, query, source);
    const found = await search.answers();
    const isBetter = best === undefined ? search.size > 0 : found !== undefined && found > best + clearly;
    if (best !== undefined) search.include(asWritten);
    if (isBetter) return { search, corrected };
  }
  return { search: asWritten };
}

const nothingFound: ArticleAnswer = {
  total: 0,
  articles: [],
  alsoSearched: [],
  isPartial: false,
  filters: {},
  best: 0,
};

/** Articles that answer a query, best first. */
export async function findArticles(query: SearchQuery, source: ArticleSource): Promise<ArticleAnswer> {
  const { search, corrected } = await bestReading(query, source);
  await search.some();
  const { records, wanted, best } = await search.page(query.offset ?? 0, query.sort === 'newest');
  const alternatives = await search.alternatives();
  if (!ArticleSearch.hasAnything(records, wanted)) return { ...nothingFound, filters: alternatives };
  const articles: ArticleHit[] = records.map((record) => hitOf(record, wanted));
  return {
    total: search.size,
    articles,
    ...(corrected === undefined ? {} : { corrected }),
    alsoSearched: search.alsoSearched,
    isPartial: search.isPartial,
    filters: { ...search.filters, ...alternatives },
    best,
  };
}
