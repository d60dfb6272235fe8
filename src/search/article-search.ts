import type { SearchAnswer } from './answer.ts';
import { wordsOf } from './han-text.ts';
import { coverageOf, needlesOf } from './matching.ts';
import { phraseOf, scoreOf, type Wanted } from './rank-article.ts';
import { type ReadQuery, termsOf } from './read-query.ts';
import type { ArticleRecord, HanTables, SearchTerms } from './records.ts';
import type { IndexOptions, IndexResult, SearchIndex } from './search-index.ts';
import { segmented, segmentedLong } from './segment-words.ts';
import { variantsOf } from './synonyms.ts';

/** Articles on a page of results; as many are read closely. */
const pageSize = 8;
/** With fewer hits than this, those with some of the words are added. */
export const fewHits = 5;
const mostSingleWords = 6;
/** Where so many articles have the very words, other names bring nothing, and are long to load. */
const manyLiteral = 64;

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

const textOf = ({ title, aliases, sections }: ArticleRecord): string =>
  [title, ...aliases, ...sections.flatMap((one) => [one.title, ...one.text, ...one.code])].join('\n');

/** One query, one way to read it. */
export class ArticleSearch {
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

  /** All words, then the same side by side, then, where few have these, the same in other words. */
  async all(): Promise<void> {
    const { words, text, isLiteral } = this.#read;
    const terms = termsOf(words);
    const phrase = `"${terms}"`;
    if (isLiteral) {
      await this.#ask(phrase, 1);
      return;
    }
    const found = await this.#ask(terms, 1);
    const literal = terms.includes(' ') ? await this.#ask(phrase, 1) : found;
    if (literal >= manyLiteral) return;
    for (const variant of variantsOf(text, this.#source.terms)) {
      const others = await this.#ask(termsOf(wordsOf(variant.text)), 0.5);
      if (others > 0) this.alsoSearched.push(variant.name);
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
