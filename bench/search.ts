/**
 * Measures the search: time and size of the index, bytes and latency of questions in Chromium, and how
 * many of the judged questions about this site's own content are answered.
 *
 * `node bench/search.ts [articles…]`, by default 100 1000 5000. Needs a built site (`npm run build`).
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { chromiumFlags, ensureChromium } from '../scripts/chromium.ts';
import type { CompiledArticle } from '../src/loader/compile-article.ts';
import { outFolderOf } from '../src/loader/content-settings.ts';
import { buildSearchIndex } from '../src/search-index/build-index.ts';
import { askAll, judge, openSearch } from '../tests/browser/ask-search.ts';
import { formulaQueries, type JudgedQuery, ownContent, Samples } from '../tests/browser/search-quality.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

/** Value below which a share of the numbers lies. */
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** Articles of other titles and addresses, each with paragraphs of all the real ones, always the same. */
function mixedArticles(real: readonly CompiledArticle[], count: number): CompiledArticle[] {
  const posts = real.filter(({ data }) => data.section === 'posts');
  const paragraphs = posts.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks));
  return Array.from({ length: count }, (_, number) => {
    const base = posts[number % posts.length];
    if (!base) throw new Error('There is no article to copy.');
    const sections = base.sections.map((section, place) => ({
      ...section,
      blocks: section.blocks.map((block, index) =>
        // A prime, so that copies of one article take their foreign paragraphs from different places.
        (index + place + number) % 3 === 0
          ? (paragraphs[(number * 7919 + place * 31 + index) % paragraphs.length] ?? block)
          : block,
      ),
    }));
    const slug = `${base.data.slug}-${String(number)}`;
    const data = {
      ...base.data,
      slug,
      path: `/posts/${slug}/`,
      title: `${base.data.title} ${String(number)}`,
    };
    return { ...base, data, sections };
  });
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(path.join(folder, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);

/** Serves a folder on this machine as a host does, and counts the bytes it sends for each address. */
class CountingServer {
  readonly #server: Server;
  readonly #sent = new Map<string, number>();

  constructor(folder: string) {
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const file = path.join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
      try {
        const content = readFileSync(file);
        const types: Record<string, string> = {
          '.html': 'text/html',
          '.js': 'text/javascript',
          '.css': 'text/css',
          '.json': 'application/json',
          '.svg': 'image/svg+xml',
        };
        const type = types[path.extname(file)];
        const body = type ? brotliCompressSync(content) : content;
        this.#sent.set(pathname, body.length);
        response.writeHead(200, {
          'content-type': type ?? 'application/octet-stream',
          ...(type ? { 'content-encoding': 'br' } : {}),
        });
        response.end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/`;
  }

  /** Bytes sent since the last time this was asked; every file once, as with a browser's cache. */
  take(): number {
    const sum = [...this.#sent.values()].reduce((total, bytes) => total + bytes, 0);
    this.#sent.clear();
    return sum;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

const questions = [
  '低秩适配',
  '投机解码的加速',
  '混合精度 损失缩放',
  '大卷积核',
  'KV cache',
  '树状注意力',
  'W_0+BA',
];

async function benchSize(browser: Browser, site: string, content: Content, count: number): Promise<void> {
  const folder = path.join(site, 'pagefind', 'zh');
  rmSync(folder, { recursive: true, force: true });
  const articles = mixedArticles(content.articles, count);
  const start = performance.now();
  await buildSearchIndex(articles, content.glossary, content.renditions, folder);
  const seconds = (performance.now() - start) / 1000;

  const server = new CountingServer(site);
  const home = await server.listen();
  const page = await (await browser.newContext()).newPage();
  await page.goto(home);
  server.take();
  await page.keyboard.press('/');
  await page.locator('dialog input').first().waitFor();
  await page.waitForLoadState('networkidle');
  const opened = server.take();
  await openSearch(page);
  await page.getByRole('option').first().waitFor();
  const first = server.take();
  const later: number[] = [];
  for (const question of questions) {
    await page.locator('dialog input').first().fill(question);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(400);
    later.push(server.take());
  }
  const asked = new Samples(content.articles, content.glossary).substrings(60).map(({ text }) => text);
  // Twice: the second time every file is there.
  const found = (await askAll(page, [...asked, ...asked])).slice(asked.length);
  const times = found.map(({ time }) => time);
  print(
    `${String(count).padStart(6)} articles: index ${seconds.toFixed(1)} s, ${(sizeOf(folder) / 1e6).toFixed(1)} MB; ` +
      `opened ${kB(opened)}, first question ${kB(first)}, later ${kB(quantile(later, 0.5))} (median), ` +
      `warm latency ${quantile(times, 0.5).toFixed(0)} ms (p50), ${quantile(times, 0.9).toFixed(0)} ms (p90)`,
  );
  await page.context().close();
  server.close();
}

type Content = Awaited<ReturnType<typeof ownContent>>;

async function benchQuality(browser: Browser, site: string, content: Content): Promise<void> {
  const server = new CountingServer(site);
  const page = await (await browser.newContext()).newPage();
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

const counts = process.argv.slice(2).map(Number);
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
