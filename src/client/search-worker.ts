import type { SearchAnswer } from '../search/answer.ts';
import { answerQuery, type JudgedAnswer, nothing, type SearchSource } from '../search/answer-query.ts';
import { betterAnswer } from '../search/better-answer.ts';
import { indexFiles, type HanTables, type LocaleTerms } from '../search/records.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { once, turns } from './in-turn.ts';
import type { WorkerReply, WorkerRequest } from './search-client.ts';

/** What Pagefind's browser module offers, as far as it is used. */
interface PagefindModule {
  createInstance: (options: object) => PagefindIndex;
}

interface PagefindIndex extends SearchIndex {
  init(): Promise<void>;
  filters(): Promise<unknown>;
}

/** Thrown when a file of the index is not there. */
class MissingIndexError extends Error {
  override name = 'MissingIndexError';
}

async function json<Data>(url: string): Promise<Data> {
  const response = await fetch(url);
  if (!response.ok) throw new MissingIndexError(`${String(response.status)} ${url}`);
  return (await response.json()) as Data;
}

/**
 * Opens an index. Here, where there is no document, Pagefind neither cuts queries into words by the
 * page's language nor starts a worker of its own, so that our terms reach the index as they are.
 *
 * @param runtime folder of the index that has the files that search. Indexes that share them are opened one
 * after the other: Pagefind gives them one memory where the first is ready before the next begins.
 */
async function open(folder: string, runtime: string, options: object): Promise<PagefindIndex> {
  const { createInstance } = (await import(/* @vite-ignore */ `${runtime}pagefind.js`)) as PagefindModule;
  const index = createInstance({
    basePath: folder,
    baseUrl: '/',
    metaCacheTag: 'v',
    // Longer than any text: Pagefind looks for no excerpt, of which there is none in its records.
    excerptLength: Infinity,
    ...options,
  });
  await index.init();
  // Answers when all is there, which `init` does not wait for.
  await index.search('');
  return index;
}

/** What a locale has to search. */
interface LocaleSource {
  readonly terms: LocaleTerms;
  /** Absent where the locale has no article of its own. */
  readonly source?: SearchSource;
}

/**
 * @param base base path of the site.
 * @param home what the paths of the hits are put behind.
 */
function openSource(base: string, home: string, locale: string): () => Promise<LocaleSource> {
  const folder = `${base}pagefind/${locale}/`;
  const ofArticles = folder + indexFiles.articles;
  const inTurn = turns();
  const articles = once(async () => {
    const index = await inTurn(() => open(ofArticles, ofArticles, { ranking: { metaWeights: { k: 5 } } }));
    // Else answers come without their counts.
    await index.filters();
    return index;
  });
  const formulas = once(() => inTurn(() => open(folder + indexFiles.formulas, ofArticles, {})));
  const han = once(() => json<HanTables>(folder + indexFiles.han));
  return once(async () => {
    // Asked first: an index that is not there shows by a plain 404 and not inside of Pagefind.
    const terms = await json<LocaleTerms>(folder + indexFiles.terms);
    if (terms.isEmpty) return { terms };
    return {
      terms,
      source: { articles, terms, han, ...(terms.hasFormulas ? { formulas } : {}), base: home },
    };
  });
}

const sources = new Map<string, () => Promise<LocaleSource>>();

function sourceOf(...[base, home, locale]: Parameters<typeof openSource>): Promise<LocaleSource> {
  const source = sources.get(locale) ?? openSource(base, home, locale);
  sources.set(locale, source);
  return source();
}

/** The question that was last answered from the articles of another locale; its next page is there too. */
let answeredElsewhere: string | undefined;

/**
 * Answers from the articles of the page's locale, or where these have nothing to say, or say it in passing,
 * from those of the default locale that are about it. Every article has a page in every locale, so the hits
 * keep the reader in theirs.
 */
async function answerIn({ base, home, locale, query }: WorkerRequest): Promise<SearchAnswer> {
  const { terms, source } = await sourceOf(base, base, locale);
  const { otherwise } = terms;
  const ask = async (): Promise<JudgedAnswer> => (source ? answerQuery(query, source) : nothing);
  if (otherwise === undefined) return ask();
  const askElsewhere = async (): Promise<JudgedAnswer> => {
    const other = await sourceOf(base, home, otherwise);
    if (!other.source) return nothing;
    const { language } = other.terms;
    return { ...(await answerQuery(query, other.source)), ...(language === undefined ? {} : { language }) };
  };
  const question = JSON.stringify({ ...query, offset: 0 });
  if (query.offset) return answeredElsewhere === question ? askElsewhere() : ask();
  const answer = await ask();
  const chosen = await betterAnswer(answer, askElsewhere);
  answeredElsewhere = chosen === answer ? undefined : question;
  return chosen;
}

async function answer(request: WorkerRequest): Promise<WorkerReply> {
  const { id } = request;
  try {
    return { id, answer: await answerIn(request) };
  } catch (error) {
    return { id, failure: error instanceof MissingIndexError ? 'no-index' : 'offline' };
  }
}

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  void answer(data).then((reply) => {
    postMessage(reply);
  });
});
