import type { Page, Worker as PageWorker } from 'playwright-core';
import type { SearchAnswer } from '../../src/search/answer.ts';
import type { JudgedQuery } from './search-quality.ts';

/** What a test needs of an answer: paths of articles, and readable texts of formulas. */
export interface Found {
  readonly paths: readonly string[];
  readonly formulas: readonly string[];
  /** From the question to the answer, in milliseconds. */
  readonly time: number;
}

/** Opens the search and waits for its worker. */
export async function openSearch(page: Page): Promise<PageWorker> {
  const started = page.waitForEvent('worker');
  await page.keyboard.press('/');
  await page.locator('dialog input').first().fill('lora');
  return started;
}

/** Asks the worker of the page's search, found by opening it once, one question after the other. */
export async function askAll(page: Page, queries: readonly string[]): Promise<Found[]> {
  const worker = page.workers()[0] ?? (await openSearch(page));
  const answers = await page.evaluate(
    async ({ address, texts }) => {
      const { base = '/', locale = 'zh' } = document.documentElement.dataset;
      const own = new Worker(address, { type: 'module' });
      const ask = (id: number, text: string): Promise<SearchAnswer> =>
        new Promise((resolve, reject) => {
          const listen = ({ data }: MessageEvent<{ id: number; answer?: SearchAnswer }>): void => {
            if (data.id !== id) return;
            own.removeEventListener('message', listen);
            if (data.answer) resolve(data.answer);
            else reject(new Error(`No answer to ${text}`));
          };
          own.addEventListener('message', listen);
          own.postMessage({ id, base, locale, query: { text } });
        });
      const found: { answer: SearchAnswer; time: number }[] = [];
      for (const [id, text] of texts.entries()) {
        const start = performance.now();
        const answer = await ask(id, text);
        found.push({ answer, time: performance.now() - start });
      }
      own.terminate();
      return found;
    },
    { address: worker.url(), texts: [...queries] },
  );
  return answers.map(({ answer: { articles, formulas }, time }) => ({
    paths: articles.map(({ url }) => url.replace(/[?#].*$/u, '')),
    formulas: formulas.map(({ text }) => text),
    time,
  }));
}

/** How well some queries were answered. */
export interface Judgement {
  readonly queries: number;
  /** Share of queries with an answer among the first hits. */
  readonly hits: number;
  /** Mean of the reciprocal rank of the first answer. */
  readonly reciprocal: number;
  /** The queries that failed, for whoever has to find out why. */
  readonly failures: string;
}

/** Compares what was found with what was expected. @param first hits that count. */
export function judge(
  queries: readonly JudgedQuery[],
  found: readonly (readonly string[])[],
  first: number,
): Judgement {
  const ranks = queries.map(
    ({ answers }, index) => (found[index] ?? []).findIndex((one) => answers.includes(one)) + 1,
  );
  const failures = queries.flatMap(({ text, answers }, index) => {
    const rank = ranks[index] ?? 0;
    return rank > 0 && rank <= first
      ? []
      : [`${text}: ${answers.join(' ')} ≠ ${(found[index] ?? []).join(' ')}`];
  });
  return {
    queries: queries.length,
    hits: 1 - failures.length / queries.length,
    reciprocal: ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / queries.length,
    failures: failures.slice(0, 40).join('\n'),
  };
}
