import type { SearchAnswer, SearchFailure } from '../search/answer.ts';
import { search, SearchError } from './search-client.ts';
import { filtersOf, noQuestion, type Question, searchableText } from './search-urls.ts';

/** What the results have to show. */
export type SearchState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'answer'; readonly question: Question; readonly answer: SearchAnswer }
  | { readonly kind: 'failure'; readonly reason: SearchFailure };

/** Time without typing before a question is asked, in milliseconds. */
const pause = 120;
/** Time without an answer before the reader is told, in milliseconds. */
const patience = 200;

/** Asks what is typed, drops answers that come too late, and tells what there is to show. */
export class SearchSession {
  readonly #show: (state: SearchState) => void;
  #question: Question = noQuestion;
  #answer: SearchAnswer | undefined;
  #hasFailed = false;
  #isSettled = true;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(show: (state: SearchState) => void) {
    this.#show = show;
    window.addEventListener('online', () => {
      if (this.#hasFailed) void this.retry();
    });
  }

  /** The question last asked, its text as it was searched. */
  get question(): Question {
    return this.#question;
  }

  /** Whether what is shown belongs to what was asked last, and not to something before it. */
  hasSettled(): boolean {
    return this.#isSettled;
  }

  /** Asks after a pause in typing. */
  askSoon(question: Question): void {
    this.#isSettled = false;
    clearTimeout(this.#timer);
    // What is on its way answers a text that is no longer there.
    this.#asked += 1;
    this.#timer = setTimeout(() => void this.ask(question), pause);
  }

  /** Asks now. Resolves when the answer is shown or dropped. */
  async ask(question: Question): Promise<void> {
    clearTimeout(this.#timer);
    this.#question = { ...question, text: searchableText(question.text) };
    if (this.#question.text !== '') return this.#run(0);
    this.#asked += 1;
    this.#answer = undefined;
    this.#hasFailed = false;
    this.#isSettled = true;
    this.#show({ kind: 'empty' });
  }

  retry(): Promise<void> {
    return this.ask(this.#question);
  }

  /** Adds the next articles to those shown. */
  more(): Promise<void> {
    return this.#run(this.#answer?.articles.length ?? 0);
  }

  async #run(offset: number): Promise<void> {
    const asked = ++this.#asked;
    this.#isSettled = false;
    const question = this.#question;
    const { text, sort } = question;
    const filters = filtersOf(question);
    const before = offset > 0 ? this.#answer : undefined;
    const loading = setTimeout(() => {
      if (asked === this.#asked) this.#show({ kind: 'loading' });
    }, patience);
    try {
      const found = await search({
        text,
        sort,
        offset,
        ...(Object.keys(filters).length > 0 ? { filters } : {}),
      });
      if (asked !== this.#asked) return;
      const articles = [...(before?.articles ?? []), ...found.articles];
      this.#answer = before ? { ...before, articles } : found;
      this.#hasFailed = false;
      this.#isSettled = true;
      this.#show({ kind: 'answer', question, answer: this.#answer });
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#hasFailed = true;
      this.#isSettled = true;
      const reason = error instanceof SearchError ? error.reason : 'no-index';
      this.#show({ kind: 'failure', reason: navigator.onLine ? reason : 'offline' });
    } finally {
      clearTimeout(loading);
    }
  }
}
