import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CompiledArticle } from '../loader/compile-article.ts';
import type { RenditionSource } from '../renditions/slot.ts';
import type { Glossary } from '../schemas/glossary.ts';
import { indexFiles, type LocaleTerms } from '../search/records.ts';
import { articleRecord, facetsOf, formulasOf } from './article-records.ts';
import { hasSearchedFormulas } from './formula-page.ts';
import type { IndexJob, IndexMessage, KnownFormulas } from './index-worker.ts';
import type { KeptWords } from './kept-words.ts';
import { filesBelow, type LastFiles, type WrittenFile, type WrittenFiles } from './last-index.ts';

/** Most of what an index is made from stays until it is written: room for what does not is memory lost. */
const youngMemory = { maxYoungGenerationSizeMb: 16 };

/**
 * Makes an index in a thread of its own. An abort ends it, and leaves its folder unfinished.
 *
 * @param onFound is given what no earlier build has found out of articles.
 * @returns the files that were packed, by their paths in the folder of the job.
 */
function runJob(
  job: IndexJob,
  signal: AbortSignal,
  onFound: (place: number, found: string) => void,
): Promise<WrittenFiles> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const thread = new Worker(new URL('./index-worker.ts', import.meta.url), {
      workerData: job,
      resourceLimits: youngMemory,
    });
    const end = (): void => void thread.terminate();
    signal.addEventListener('abort', end);
    // It also exits where Pagefind is gone and nothing is left to wait for.
    thread.on('message', (message: IndexMessage) => {
      if ('files' in message) resolve(message.files);
      else onFound(message.place, message.found);
    });
    thread.once('error', reject);
    thread.once('exit', () => {
      signal.removeEventListener('abort', end);
      reject(new Error('The search index was not finished.'));
    });
  });
}

/** What is indexed, for which language, and where. */
export interface IndexOptions extends Pick<LocaleTerms, 'language' | 'otherwise'> {
  /** Ends the work early. */
  readonly signal?: AbortSignal;
  /** What earlier builds have found out of articles; nothing is kept without it. */
  readonly kept?: KeptWords;
  /** The index of the last site; all files are written anew without it. */
  readonly last?: LastFiles | undefined;
}

/**
 * Writes the index of the articles of one locale, the one of their formulas, and the tables that
 * queries are compared with. All that takes long is done in threads.
 *
 * @param folder where they go: `pagefind/<locale>/` of the site.
 * @param options the language of the articles, and the locale to search when nothing is found in these.
 * @returns the files that were packed, by their paths in the folder.
 * @throws {Error} when Pagefind reports an error, or the work was ended early.
 */
export async function buildSearchIndex(
  articles: readonly CompiledArticle[],
  glossary: Glossary,
  renditions: RenditionSource,
  folder: string,
  { signal, kept, last, ...locale }: IndexOptions = {},
): Promise<WrittenFiles> {
  const records = articles.map(articleRecord);
  const fragments = articles.map(({ digest }) => kept?.find('text', digest));
  const formulas = articles.map((article): KnownFormulas => {
    const words = kept?.find('formulas', article.digest);
    return words === undefined ? { of: formulasOf(article, renditions) } : { kept: words };
  });
  const hasFormulas = formulas.some((known) =>
    'kept' in known ? known.kept !== '[]' : hasSearchedFormulas(known.of),
  );
  const found = { ...locale, hasFormulas, isEmpty: records.length === 0 };
  if (found.isEmpty) {
    const terms: LocaleTerms = { synonyms: [], names: [], words: [], ...found };
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, indexFiles.terms), JSON.stringify(terms));
    return {};
  }
  const facets = new Map(articles.map((article) => [encodeURI(article.data.path), facetsOf(article)]));
  const lastOf = (kind: IndexJob['kind']) => ({ last: last && filesBelow(last, indexFiles[kind]) });
  const jobs: IndexJob[] = [
    { ...lastOf('articles'), kind: 'articles', folder, records, fragments, facets, glossary, locale: found },
  ];
  if (hasFormulas) jobs.push({ ...lastOf('formulas'), kind: 'formulas', folder, words: formulas, facets });
  const failed = new AbortController();
  const stop = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
  try {
    const written = await Promise.all(
      jobs.map(async (job) => {
        const files = await runJob(job, stop, (place, found) => {
          const { digest = '' } = articles[place] ?? {};
          kept?.keep(job.kind === 'articles' ? 'text' : 'formulas', digest, found);
        });
        const named = Object.entries(files).map(([name, file]) => [indexFiles[job.kind] + name, file]);
        return named as [string, WrittenFile][];
      }),
    );
    return Object.fromEntries(written.flat());
  } finally {
    // Where one failed the other has no purpose.
    failed.abort();
  }
}
