import { answerQuery, type SearchSource } from '../search/answer-query.ts';
import { indexFiles, type HanTables, type SearchTerms } from '../search/records.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { WorkerReply, WorkerRequest } from './search-client.ts';

/** What Pagefind's browser module offers, as far as it is used. */
interface PagefindModule {
  createInstance: (options: object) => SearchIndex & { init(): Promise<void>; filters(): Promise<unknown> };
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
 */
async function open(folder: string, options: object): Promise<SearchIndex> {
  const { createInstance } = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as PagefindModule;
  const index = createInstance({ basePath: folder, baseUrl: '/', metaCacheTag: 'v', ...options });
  await index.init();
  // Else answers come without their counts.
  await index.filters();
  return index;
}

/** Does something once; after a failure the next one who asks tries again. */
function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => {
    result ??= work().catch((error: unknown) => {
      result = undefined;
      throw error;
    });
    return result;
  };
}

function openSource(base: string, locale: string): () => Promise<SearchSource> {
  const folder = `${base}pagefind/${locale}/`;
  const formulas = once(() => open(folder + indexFiles.formulas, {}));
  const han = once(() => json<HanTables>(folder + indexFiles.han));
  return once(async () => {
    // Asked first: an index that is not there shows by a plain 404 and not inside of Pagefind.
    const terms = json<SearchTerms>(folder + indexFiles.terms);
    const ranking = { metaWeights: { k: 5 } };
    const [index] = await Promise.all([
      terms.then(() => open(folder + indexFiles.articles, { ranking })),
      terms,
    ]);
    const { hasFormulas } = await terms;
    return { index, terms: await terms, han, ...(hasFormulas ? { formulas } : {}), base };
  });
}

const sources = new Map<string, () => Promise<SearchSource>>();

async function answer({ id, base, locale, query }: WorkerRequest): Promise<WorkerReply> {
  const source = sources.get(locale) ?? openSource(base, locale);
  sources.set(locale, source);
  try {
    return { id, answer: await answerQuery(query, await source()) };
  } catch (error) {
    return { id, failure: error instanceof MissingIndexError ? 'no-index' : 'offline' };
  }
}

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  void answer(data).then((reply) => {
    postMessage(reply);
  });
});
