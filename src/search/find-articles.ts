import type { ArticleHit, SearchAnswer, SearchQuery } from './answer.ts';
import { clearly } from './better-answer.ts';
import { correct, toSimplified } from './corrections.ts';
import { coverageOf, needlesOf } from './matching.ts';
import { hitOf, phraseOf, scoreOf, type Wanted } from './rank-article.ts';
import { type Word, wordsOf } from './han-text.ts';
import { readQuery, type ReadQuery, termsOf } from './read-query.ts';
import type { ArticleRecord, HanTables, SearchTerms } from './records.ts';
import type { IndexOptions, IndexResult, SearchIndex } from './search-index.ts';
import { isKnownName, variantsOf } from './synonyms.ts';

/** Articles on a page of results; as many are read closely. */
const pageSize = 10;
/** With fewer hits than this, those with some of the words are added. */
const fewHits = 5;
const mostSingleWords = 6;
/** An article that answers worse has the words in passing. */
const inPassing = 1;

/** Filters of which an article has one value at most. */
const exclusive = ['series', 'year'];

/** Where the articles are searched. */
export interface ArticleSource {
  readonly index: SearchIndex;
  readonly terms: SearchTerms;
  readonly han: () => Promise<HanTables>;
  /** The site's base path. */
  readonly base: string;
}

type ArticleAnswer = Omit<SearchAnswer, 'formulas'> & {
  /** How well the best article that was read answers: see {@link scoreOf}. */
  readonly best: number;
};

/** What was read of a page of results, best first. */
interface Reading {
  readonly records: ArticleRecord[];
  readonly wanted: Wanted;
  readonly best: number;
}

interface Candidate {
  readonly result: IndexResult;
  score: number;
}

/** Hits of several questions, with how well each answers them. */
class Candidates {
  readonly #found = new Map<string, Candidate>();

  get size(): number {
    return this.#found.size;
  }

  add(results: readonly IndexResult[], weight: number): void {
    const most = results[0]?.score ?? 1;
    for (const result of results) {
      const score = weight * (most > 0 ? result.score / most : 1);
      const known = this.#found.get(result.id);
      if (known) known.score += score;
      else this.#found.set(result.id, { result, score });
    }
  }

  best(): IndexResult[] {
    return [...this.#found.values()].toSorted((a, b) => b.score - a.score).map(({ result }) => result);
  }
}

/** Values that at least one article has. */
const present = (filters: SearchAnswer['filters']): SearchAnswer['filters'] =>
  Object.fromEntries(
    Object.entries(filters).map(([name, values]) => [
      name,
      Object.fromEntries(Object.entries(values).filter(([, count]) => count > 0)),
    ]),
  );

/** Words of a run, single characters that the browser knows no word for put together. */
function cutRun(run: string): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const words: string[] = [];
  let loose = '';
  for (const { segment } of segmenter.segment(run)) {
    if ([...segment].length === 1) {
      loose += segment;
      continue;
    }
    words.push(loose, segment);
    loose = '';
  }
  return [...words, loose].filter((word) => word !== '');
}

/** Words as the browser cuts them; bigrams across their borders need not be in an article. */
function segmented(words: readonly Word[]): Word[] {
  if (!('Segmenter' in Intl)) return [...words];
  return words.flatMap((word) =>
    word.isHan ? cutRun(word.text).map((text) => ({ text, isHan: true })) : [word],
  );
}

const textOf = ({ title, aliases, sections }: ArticleRecord): string =>
  [title, ...aliases, ...sections.flatMap((one) => [one.title, ...one.text, ...one.code])].join('\n');

/** One query, one way to read it. */
class ArticleSearch {
  readonly #source: ArticleSource;
  readonly #options: IndexOptions;
  readonly #read: ReadQuery;
  readonly #candidates = new Candidates();
  readonly alsoSearched: string[] = [];
  isPartial = false;
  filters: SearchAnswer['filters'] = {};
  /** The terms whose answer the filters are counted in. */
  #counted: string | undefined;

  constructor(source: ArticleSource, read: ReadQuery, options: IndexOptions) {
    this.#source = source;
    this.#read = read;
    this.#options = options;
  }

  get size(): number {
    return this.#candidates.size;
  }

  async #ask(terms: string, weight: number) {
    if (terms === '') return 0;
    const { results, filters } = await this.#source.index.search(terms, this.#options);
    this.#candidates.add(results, weight);
    // Those of the broadest question are the ones to choose from.
    this.#counted ??= terms;
    if (Object.keys(this.filters).length === 0 && results.length > 0) {
      this.filters = present(filters);
      this.#counted = terms;
    }
    return results.length;
  }

  /** Counts of the values that could be chosen in the place of those that are, of filters that have but one. */
  async alternatives(): Promise<SearchAnswer['filters']> {
    const { filters = {}, ...options } = this.#options;
    const terms = this.#counted;
    const chosen = exclusive.filter((name) => (filters[name] ?? []).length > 0);
    if (terms === undefined) return {};
    const counts = chosen.map(async (name) => {
      const others = Object.fromEntries(Object.entries(filters).filter(([other]) => other !== name));
      const answer = await this.#source.index.search(terms, { ...options, filters: others });
      return [name, present(answer.filters)[name] ?? {}] as const;
    });
    return Object.fromEntries(await Promise.all(counts));
  }

  /** Adds what another reading found, after what this one did. */
  include(other: ArticleSearch): void {
    this.#candidates.add(other.#candidates.best(), 0.2);
  }

  /** All words, then the same side by side, then the same in other words. */
  async all(): Promise<void> {
    const { words, text, isLiteral } = this.#read;
    const terms = termsOf(words);
    const phrase = `"${terms}"`;
    if (isLiteral) {
      await this.#ask(phrase, 1);
      return;
    }
    await this.#ask(terms, 1);
    if (terms.includes(' ')) await this.#ask(phrase, 1);
    for (const variant of variantsOf(text, this.#source.terms)) {
      const found = await this.#ask(termsOf(wordsOf(variant.text)), 0.5);
      if (found > 0) this.alsoSearched.push(variant.name);
    }
  }

  /** Words apart, then some of the words. */
  async some(): Promise<void> {
    if (this.#read.isLiteral || this.size >= fewHits) return;
    const before = this.size;
    const words = segmented(this.#read.words);
    if (words.length > this.#read.words.length) await this.#ask(termsOf(words), 0.5);
    if (this.size > 0 || words.length < 2) return;
    const single = words
      .filter(({ text, isHan }) => !isHan || [...text].length > 1)
      .toSorted((a, b) => b.text.length - a.text.length)
      .slice(0, mostSingleWords);
    for (const word of single) await this.#ask(termsOf([word]), 0.2);
    this.isPartial = before === 0 && this.size > 0;
  }

  get wanted(): Wanted {
    const { words, text } = this.#read;
    const names = this.alsoSearched.map(phraseOf);
    const needles = [...needlesOf(this.isPartial || this.size < fewHits ? segmentedLong(words) : words)];
    return { needles, phrases: [phraseOf(text), ...names], query: text, base: this.#source.base };
  }

  async page(offset: number, keepOrder: boolean): Promise<Reading> {
    const { wanted } = this;
    const results = this.#candidates.best().slice(offset, offset + pageSize);
    const records = await Promise.all(results.map((result) => result.data<ArticleRecord>()));
    const scores = records.map((record) => scoreOf(record, wanted));
    const best = Math.max(0, ...scores);
    if (keepOrder) return { records: records.toSorted((a, b) => (a.date < b.date ? 1 : -1)), wanted, best };
    const ranked = records.map((record, place) => ({
      record,
      score: (scores[place] ?? 0) + 0.8 * (1 - place / pageSize),
    }));
    return {
      records: ranked.toSorted((a, b) => b.score - a.score).map(({ record }) => record),
      wanted,
      best,
    };
  }

  /** Whether a page of results has anything of the query: Pagefind also finds beginnings of its words. */
  static hasAnything(records: readonly ArticleRecord[], { needles, phrases }: Wanted): boolean {
    return records.some((record) => {
      const text = textOf(record);
      return (
        coverageOf(text, needles).some((share) => share > 0) ||
        phrases.some((phrase) => phraseOf(text).includes(phrase))
      );
    });
  }

  /**
   * How well the best article answers, where some article really has the words and not only beginnings of
   * them; else nothing.
   */
  async answers(): Promise<number | undefined> {
    if (this.size === 0) return undefined;
    const { records, wanted, best } = await this.page(0, false);
    const plain = needlesOf(this.#read.words);
    const has = records.some((record) => {
      const text = textOf(record);
      return (
        coverageOf(text, plain).every((share) => share >= 0.6) ||
        coverageOf(text, wanted.needles).every((share) => share === 1)
      );
    });
    return has ? best : undefined;
  }
}

/** Long runs as their words, short ones as they are. */
const segmentedLong = (words: readonly Word[]): Word[] =>
  words.flatMap((word) => (word.isHan && [...word.text].length > 4 ? segmented([word]) : [word]));

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
