import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { chromiumFlags, ensureChromium } from '../scripts/chromium.ts';
import { UserError } from '../scripts/options.ts';
import { outFolderOf } from '../src/loader/content-settings.ts';
import { askAll, judge } from '../tests/browser/ask-search.ts';
import { formulaQueries, type JudgedQuery, ownContent, Samples } from '../tests/browser/search-quality.ts';
import { CountingServer } from './counting-server.ts';
import { readCounts } from './read-counts.ts';
import { benchSize, openPage, type SearchContent } from './search-size.ts';

const usage = `npm run bench:search -- [articles…]

  Measures the search: time and size of the index, bytes and latency of questions in Chromium, and how many
  of the judged questions about this site's own content are answered. Needs a built site: npm run build

  articles    for how many articles, once for each number (100 1000 5000)
  --help      this text
`;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function benchQuality(browser: Browser, site: string, content: SearchContent): Promise<void> {
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
    for await (const line of benchSize(browser, site, content, count)) print(line);
} finally {
  await browser.close();
  rmSync(site, { recursive: true, force: true });
}
