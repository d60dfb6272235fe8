import type { SearchAnswer, SearchFailure, SearchQuery } from '../search/answer.ts';

/** Thrown when there is nothing to search in. */
export class SearchError extends Error {
  override name = 'SearchError';
  readonly reason: SearchFailure;

  constructor(reason: SearchFailure) {
    super(`Search failed: ${reason}`);
    this.reason = reason;
  }
}

/** What goes to the worker. */
export interface WorkerRequest {
  readonly id: number;
  /** The site's base path, such as `/` or `/some/base/`. */
  readonly base: string;
  /** Whose articles are searched: `zh`. */
  readonly locale: string;
  /** Address of the home page of that locale: `/en/`. */
  readonly home: string;
  readonly query: SearchQuery;
}

/** What comes back. */
export type WorkerReply =
  | { readonly id: number; readonly answer: SearchAnswer }
  | { readonly id: number; readonly failure: SearchFailure };

interface Waiting {
  readonly resolve: (answer: SearchAnswer) => void;
  readonly reject: (error: SearchError) => void;
}

let worker: Worker | undefined;
let asked = 0;
const waiting = new Map<number, Waiting>();

function start(): Worker {
  const started = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<WorkerReply>) => {
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if ('answer' in data) asker?.resolve(data.answer);
    else asker?.reject(new SearchError(data.failure));
  });
  // The worker itself could not be loaded.
  started.addEventListener('error', () => {
    started.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new SearchError('offline'));
    waiting.clear();
  });
  return started;
}

/**
 * Asks the search worker, which is started by the first question. Answers may come in another order
 * than the questions: whoever asks drops the stale ones.
 *
 * @throws {SearchError} when the index is missing (in dev before the first build) or out of reach.
 */
export function search(query: SearchQuery): Promise<SearchAnswer> {
  worker ??= start();
  asked += 1;
  const id = asked;
  const { promise, resolve, reject } = Promise.withResolvers<SearchAnswer>();
  waiting.set(id, { resolve, reject });
  const { base = '/', locale = 'zh', home = base } = document.documentElement.dataset;
  const request: WorkerRequest = { id, base, locale, home, query };
  worker.postMessage(request);
  return promise;
}
