import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumFlags, ensureChromium } from '../scripts/chromium.ts';
import { UserError } from '../scripts/options.ts';
import { outFolderOf } from '../src/loader/content-settings.ts';
import { buildSearchIndex } from '../src/search-index/build-index.ts';
import { askAll, judge, openSearch } from '../tests/browser/ask-search.ts';
import { formulaQueries, type JudgedQuery, ownContent, Samples } from '../tests/browser/search-quality.ts';
import { CountingServer } from './counting-server.ts';
import { mixedContent } from './mixed-content.ts';
import { readCounts } from './read-counts.ts';

const usage = `npm run bench:search -- [articles…]

  Measures the search: time and size of the index, bytes and latency of questions in Chromium, and how many
  of the judged questions about this site's own content are answered. Needs a built site: npm run build

  articles    for how many articles, once for each number (100 1000 5000)
  --help      this text
`;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

/** Value below which a share of the numbers lies. */
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(path.join(folder, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);

const questions = [
  '低秩适配',
  '投机解码的加速',
  '混合精度 损失缩放',
  '大卷积核',
  'KV cache',
  '树状注意力',
  'W_0+BA',
];

/** Questions about the formulas of some articles among many. */
const formulaQuestions = 300;

/**
 * A page on its own. No service worker: what it keeps for reading offline, asked or not, would be counted
 * with what a question loads.
 */
const openPage = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ serviceWorkers: 'block' })).newPage();

/** What the first of some questions makes a browser load that has loaded nothing yet. */
async function firstBytes(browser: Browser, server: CountingServer, home: string, question: string) {
  const page = await openPage(browser);
  await page.goto(home);
  await page.keyboard.press('/');
  await page.locator('dialog input').first().waitFor();
  await page.waitForLoadState('networkidle');
  server.take();
  await page.locator('dialog input').first().fill(question);
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.context().close();
  return server.take();
}

async function benchSize(browser: Browser, site: string, content: Content, count: number): Promise<void> {
  const folder = path.join(site, 'pagefind', 'zh');
  rmSync(folder, { recursive: true, force: true });
  const mixed = mixedContent(content, count);
  const [start, usage] = [performance.now(), process.cpuUsage()];
  await buildSearchIndex(mixed.articles, content.glossary, mixed.renditions, folder);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(usage);
  const gigabytes = process.resourceUsage().maxRSS / 1e6;

  const server = new CountingServer(site);
  const home = await server.listen();
  const firstFormula = await firstBytes(browser, server, home, 'W_0+BA');
  const page = await openPage(browser);
  await page.goto(home);
  server.take();
  await page.keyboard.press('/');
  await page.locator('dialog input').first().waitFor();
  await page.waitForLoadState('networkidle');
  const opened = server.take();
  await openSearch(page);
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  const first = server.take();
  const later: number[] = [];
  for (const question of questions) {
    await page.locator('dialog input').first().fill(question);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(400);
    later.push(server.take());
  }
  const samples = new Samples(content.articles, content.glossary);
  const asked = samples.substrings(60).map(({ text }) => text);
  // Twice: the second time every file is there.
  const found = (await askAll(page, [...asked, ...asked])).slice(asked.length);
  const times = found.map(({ time }) => time);
  const some = mixed.articles.filter((_, number) => number % Math.ceil(count / 40) === 0);
  const formulas = samples.some(formulaQueries({ ...mixed, articles: some }, mixed), formulaQuestions);
  const answers = await askAll(
    page,
    formulas.map(({ text }) => text),
  );
  const judged = judge(
    formulas,
    answers.map((one) => one.formulas),
    3,
  );
  // Again, so that every file is there.
  const again = await askAll(
    page,
    formulas.slice(0, asked.length).map(({ text }) => text),
  );
  const formulaTimes = again.map(({ time }) => time);
  print(
    `${String(count).padStart(6)} articles: index ${seconds.toFixed(1)} s, ` +
      `${((user + system) / 1e6).toFixed(1)} s of processor time, ${gigabytes.toFixed(1)} GB of memory, ${(sizeOf(folder) / 1e6).toFixed(1)} MB; ` +
      `opened ${kB(opened)}, first question ${kB(first)}, later ${kB(quantile(later, 0.5))} (median), ` +
      `warm latency ${quantile(times, 0.5).toFixed(0)} ms (p50), ${quantile(times, 0.9).toFixed(0)} ms (p90); ` +
      `formulas: first question ${kB(firstFormula)}, ${(100 * judged.hits).toFixed(1)} % within the first 3, ` +
      `warm latency ${quantile(formulaTimes, 0.5).toFixed(0)} ms (p50), ${quantile(formulaTimes, 0.9).toFixed(0)} ms (p90)`,
  );
  await page.context().close();
  server.close();
}

type Content = Awaited<ReturnType<typeof ownContent>>;

async function benchQuality(browser: Browser, site: string, content: Content): Promise<void> {
  const server = new CountingServer(site);
  const page = await openPage(browser);
  await page.goto(await server.listen());
  const samples = new Samples(content.articles, content.glossary);
  const kinds: [name: string, queries: JudgedQuery[], first: number, what: 'paths' | 'formulas'][] = [
    ['text as it stands', samples.substrings(500), 1, 'paths'],
    ['titles', samples.titles(), 1, 'paths'],
    ['terms', samples.terms(), 5, 'paths'],
    ['pinyin', samples.pinyin(), 5, 'paths'],
    ['traditional characters', samples.traditional(), 5, 'paths'],
    ['typing errors', samples.typos(200), 5, 'paths'],
    ['formulas', formulaQueries(content), 3, 'formulas'],
  ];
  for (const [name, queries, first, what] of kinds) {
    const found = await askAll(
      page,
      queries.map(({ text }) => text),
    );
    const { hits, reciprocal } = judge(
      queries,
      found.map((one) => one[what]),
      first,
    );
    print(
      `  ${name.padEnd(24)}${String(queries.length).padStart(5)} questions: ` +
        `${(100 * hits).toFixed(1)} % within the first ${String(first)}, MRR ${reciprocal.toFixed(3)}`,
    );
  }
  await page.context().close();
  server.close();
}

const counts = readCounts(usage);
if (!existsSync(outFolderOf())) throw new UserError('No site has been built yet: npm run build');
const site = mkdtempSync(path.join(tmpdir(), 'downlink-bench-search-'));
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: chromiumFlags,
});
try {
  cpSync(outFolderOf(), site, { recursive: true });
  const content = await ownContent();
  print(`${String(content.articles.length)} articles of this site:`);
  await benchQuality(browser, site, content);
  for (const count of counts.length > 0 ? counts : [100, 1000, 5000])
    await benchSize(browser, site, content, count);
} finally {
  await browser.close();
  rmSync(site, { recursive: true, force: true });
}
