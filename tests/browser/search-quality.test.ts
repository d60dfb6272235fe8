import { beforeAll, describe, expect, inject, it } from 'vitest';
import { askAll, judge, type Judgement, openSearch } from './ask-search.ts';
import { useBrowser } from './browser.ts';
import { formulaQueries, type JudgedQuery, ownContent, Samples } from './search-quality.ts';

/*
 * How well the search answers, over the site's own content, in a real browser: samples of its text,
 * titles, terms and formulas, with an answer that does not come from the search itself. The thresholds
 * are those that the design promises; `npm run bench:search` prints what they are today.
 */

const visit = useBrowser();
const { root } = inject('sites');

let content: Awaited<ReturnType<typeof ownContent>>;
let samples: Samples;
beforeAll(async () => {
  content = await ownContent();
  samples = new Samples(content.articles, content.glossary);
});

async function judged(
  queries: readonly JudgedQuery[],
  first: number,
  what: 'paths' | 'formulas' = 'paths',
): Promise<Judgement> {
  const answers: (readonly string[])[] = [];
  await visit(root, async (page) => {
    const found = await askAll(
      page,
      queries.map(({ text }) => text),
    );
    answers.push(...found.map((one) => one[what]));
  });
  return judge(queries, answers, first);
}

describe('the search of this site', () => {
  it('finds text as it stands: in 97 of 100 the first hit holds it', async () => {
    const { hits, failures } = await judged(samples.substrings(200), 1);
    expect(hits, failures).toBeGreaterThanOrEqual(0.97);
  });

  it('finds every article by its title', async () => {
    const { hits, failures } = await judged(samples.titles(), 1);
    expect(hits, failures).toBe(1);
  });

  it('finds terms by any of their names', async () => {
    const { queries, hits, reciprocal, failures } = await judged(samples.some(samples.terms(), 150), 5);
    expect(queries).toBe(150);
    expect(hits, failures).toBeGreaterThanOrEqual(0.9);
    expect(reciprocal, failures).toBeGreaterThanOrEqual(0.88);
  });

  it('reads pinyin', async () => {
    const { hits, failures } = await judged(samples.some(samples.pinyin(), 80), 5);
    expect(hits, failures).toBeGreaterThanOrEqual(0.9);
  });

  it('reads traditional characters', async () => {
    const { hits, failures } = await judged(samples.some(samples.traditional(), 60), 5);
    expect(hits, failures).toBeGreaterThanOrEqual(0.95);
  });

  it('forgives typing errors', async () => {
    const { hits, failures } = await judged(samples.typos(80), 5);
    expect(hits, failures).toBeGreaterThanOrEqual(0.9);
  });

  it('finds formulas by TeX, by what they look like, and by a part of them', async () => {
    const { queries, hits, failures } = await judged(
      samples.some(formulaQueries(content), 300),
      3,
      'formulas',
    );
    expect(queries).toBe(300);
    expect(hits, failures).toBeGreaterThanOrEqual(0.95);
  });
});

describe('what the search relies on in Pagefind', () => {
  it('cuts no terms and starts no worker of its own where there is no document', async () => {
    await visit(root, async (page) => {
      const workers: string[] = [];
      page.on('worker', (worker) => workers.push(worker.url()));
      await openSearch(page);
      // Half of two words, as no dictionary cuts them: it stands in the index all the same.
      const [found] = await askAll(page, ['意力']);
      expect(found?.paths).not.toEqual([]);
      expect(workers.filter((url) => url.includes('pagefind'))).toEqual([]);
      // The page's own, and the one that was asked.
      expect(workers).toHaveLength(2);
    });
  });
});
