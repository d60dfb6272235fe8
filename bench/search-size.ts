import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { buildSearchIndex } from '../src/search-index/build-index.ts';
import type { Glossary } from '../src/schemas/glossary.ts';
import { askAll, judge, openSearch } from '../tests/browser/ask-search.ts';
import { formulaQueries, Samples } from '../tests/browser/search-quality.ts';
import { CountingServer } from './counting-server.ts';
import { type Content, mixedContent } from './mixed-content.ts';

const ms = (time: number): string => `${time.toFixed(0)} ms`;
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

/** Value below which a share of the numbers lies. */
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(path.join(folder, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);

const questions = [
  'lora',
  '低秩适配',
  '投机解码的加速',
  '混合精度 损失缩放',
  '大卷积核',
  'KV cache',
  '树状注意力',
];
const formulaQuestion = 'W_0+BA';

/** Questions about the formulas of some articles among many. */
const formulaQuestions = 300;

/** A machine that makes an index beside this may be slow; a search that stalls is seen by its numbers. */
const patience = 120_000;

/**
 * A page on its own. No service worker: what it keeps for reading offline, asked or not, would be counted
 * with what a question loads.
 */
export async function openPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  page.setDefaultTimeout(patience);
  return page;
}

/** Waits until a server has had nothing to do for half a second. */
async function quiet(server: CountingServer): Promise<void> {
  while (Date.now() - server.lastAsked < 500) await setTimeout(50);
}

/** Opens the search on a page of its own. */
async function openDialog(browser: Browser, server: CountingServer, home: string) {
  const page = await openPage(browser);
  await page.goto(home);
  await quiet(server);
  server.take();
  await page.keyboard.press('/');
  const field = page.locator('dialog input').first();
  await field.waitFor();
  await quiet(server);
  return { page, field, opened: server.take() };
}

/** What the first question makes a browser load that has loaded nothing yet, and when it shows an answer. */
async function firstQuestion(browser: Browser, server: CountingServer, home: string, question: string) {
  const { page, field, opened } = await openDialog(browser, server, home);
  const start = performance.now();
  await field.fill(question);
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  const time = performance.now() - start;
  await quiet(server);
  await page.context().close();
  return { opened, time, bytes: server.take() };
}

/** Bytes of questions, each asked when nothing was loaded, and one after the other. */
async function benchBytes(browser: Browser, server: CountingServer, home: string): Promise<string> {
  const firsts: Awaited<ReturnType<typeof firstQuestion>>[] = [];
  for (const question of questions) firsts.push(await firstQuestion(browser, server, home, question));
  const bytes = firsts.map((one) => one.bytes);
  const formula = await firstQuestion(browser, server, home, formulaQuestion);
  const { page, field } = await openDialog(browser, server, home);
  const later: number[] = [];
  for (const question of [...questions, formulaQuestion]) {
    await field.fill(question);
    // Asked after a pause in typing.
    await setTimeout(300);
    await page.locator('dialog .is-loading').waitFor({ state: 'detached' });
    await quiet(server);
    later.push(server.take());
  }
  await page.context().close();
  return (
    `opened ${kB(formula.opened)}, first question ${kB(quantile(bytes, 0.5))} (median; ${kB(Math.max(...bytes))} at most), ` +
    `answered after ${ms(
      quantile(
        firsts.map(({ time }) => time),
        0.5,
      ),
    )}, ` +
    `later ${kB(quantile(later.slice(1), 0.5))} (median), ` +
    `first formula ${kB(formula.bytes)}, answered after ${ms(formula.time)}`
  );
}

/** How fast questions are answered for which every file is there, and how well those about formulas are. */
async function benchAnswers(browser: Browser, home: string, content: SearchContent, mixed: Content) {
  const page = await openPage(browser);
  await page.goto(home);
  await openSearch(page);
  const samples = new Samples(content.articles, content.glossary);
  const ask = async (texts: readonly string[]) => askAll(page, texts);
  const timesOf = async (texts: readonly string[]): Promise<string> => {
    // Twice: the second time every file is there.
    const times = (await ask([...texts, ...texts])).slice(texts.length).map(({ time }) => time);
    return `${ms(quantile(times, 0.5))} (p50), ${ms(quantile(times, 0.9))} (p90)`;
  };
  const articles = await timesOf(samples.substrings(60).map(({ text }) => text));
  const some = mixed.articles.filter((_, number) => number % Math.ceil(mixed.articles.length / 40) === 0);
  const formulas = samples.some(formulaQueries({ ...mixed, articles: some }, mixed), formulaQuestions);
  const texts = formulas.map(({ text }) => text);
  const answers = (await ask(texts)).map((one) => one.formulas);
  const { hits } = judge(formulas, answers, 3);
  const ofFormulas = await timesOf(texts.slice(0, 60));
  await page.context().close();
  return `warm latency ${articles}; formulas: ${(100 * hits).toFixed(1)} % within the first 3, warm latency ${ofFormulas}`;
}

/** This site's own content. */
export interface SearchContent extends Content {
  readonly glossary: Glossary;
}

/**
 * Makes the index of so many articles in the place of a site's own, and measures the search in it.
 *
 * @returns lines to print, as they are known.
 */
export async function* benchSize(
  browser: Browser,
  site: string,
  content: SearchContent,
  count: number,
): AsyncGenerator<string> {
  const folder = path.join(site, 'pagefind', 'zh');
  rmSync(folder, { recursive: true, force: true });
  const mixed = mixedContent(content, count);
  const [start, usage] = [performance.now(), process.cpuUsage()];
  await buildSearchIndex(mixed.articles, content.glossary, mixed.renditions, folder);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(usage);
  const gigabytes = process.resourceUsage().maxRSS / 1e6;
  yield (
    `${String(count).padStart(6)} articles: index ${seconds.toFixed(1)} s, ` +
    `${((user + system) / 1e6).toFixed(1)} s of processor time, ${gigabytes.toFixed(1)} GB of memory, ` +
    `${(sizeOf(folder) / 1e6).toFixed(1)} MB`
  );
  const server = new CountingServer(site);
  const home = await server.listen();
  yield `        ${await benchBytes(browser, server, home)}`;
  yield `        ${await benchAnswers(browser, home, content, mixed)}`;
  server.close();
}
