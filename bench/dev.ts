import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { chromiumFlags, ensureChromium } from '../scripts/chromium.ts';
import { corpus, writeCorpus } from './corpus.ts';
import { readCounts } from './read-counts.ts';

const usage = `npm run bench:dev -- [articles] [edits]

  Times \`npm run dev\`: from its start until it watches, and until the first page has been answered; then
  how long it takes in Chromium from the writing of a file until the page shows it, and whether the reader's
  place stays.

  articles    how many, one in ten of them MDX (100)
  edits       how often each kind of edit is made (10)
  --help      this text
`;

const script = fileURLToPath(new URL('../scripts/dev.ts', import.meta.url));
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Value below which a share of the numbers lies. */
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

interface Server {
  readonly child: ChildProcess;
  readonly home: string;
}

/** Starts the dev server, prints how long that took, and asks for an article. */
async function start(name: string, folder: string): Promise<Server> {
  const begin = performance.now();
  const args = ['--content', path.join(folder, 'content'), '--out', path.join(folder, 'out')];
  const child = spawn(process.execPath, [script, ...args, '--port', '4700'], {
    env: { ...process.env, DOWNLINK_CACHE: path.join(folder, 'cache') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => void (output += data.toString()));
  while (!output.includes('watching for file changes')) {
    if (child.exitCode !== null) throw new Error(output);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const watching = performance.now() - begin;
  const home = /http:\/\/\S+/u.exec(output)?.[0] ?? '';
  await (await fetch(`${home}posts/article-1/`)).text();
  const answered = performance.now() - begin;
  print(
    `  ${name.padEnd(20)}watches after ${watching.toFixed(0)} ms, first article after ${answered.toFixed(0)} ms`,
  );
  return { child, home };
}

async function stop({ child }: Server): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill();
  await ended;
}

/** Milliseconds from a change of files until the page shows a text, or does not show it any more. */
async function until(page: Page, change: () => void, text: string, isShown = true): Promise<number> {
  const begin = performance.now();
  change();
  await page.waitForFunction(
    ([text, isShown]) => document.querySelector('main')?.textContent.includes(text) === isShown,
    [text, isShown] as const,
    { polling: 10 },
  );
  return performance.now() - begin;
}

/** Where the reader is: the element in the middle of the window, and how far from its upper edge. */
const place = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('main h2')[3]?.getBoundingClientRect().top ?? Number.NaN);

/** A number that no article has; each edit has the next one. */
const firstMark = 71_000;

/** Runs some edits of one kind and prints how long they took. */
async function edits(
  page: Page,
  name: string,
  count: number,
  edit: (mark: string) => { change: () => void; shown: string; isGone?: boolean },
  isScrolled = true,
): Promise<void> {
  const times: number[] = [];
  let kept = 0;
  for (let number = 0; number < count; number += 1) {
    if (isScrolled)
      await page.evaluate(() => {
        document.querySelectorAll('main h2')[2]?.scrollIntoView({ behavior: 'instant' });
      });
    // What the edit before has set off is over.
    await page.waitForLoadState('networkidle');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    const before = await place(page);
    const { change, shown, isGone = false } = edit(String(firstMark + number));
    times.push(await until(page, change, shown, !isGone));
    await page.waitForLoadState('networkidle');
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (Math.abs((await place(page)) - before) < 2) kept += 1;
  }
  const scroll = isScrolled ? `, place kept in ${String(kept)} of ${String(count)}` : '';
  print(
    `  ${name.padEnd(20)}median ${quantile(times, 0.5).toFixed(0)} ms, nine of ten within ${quantile(times, 0.9).toFixed(0)} ms${scroll}`,
  );
}

/** Edits of one article's text, a formula and its title, each shown by its own page. */
async function editArticle(page: Page, kind: string, file: string, count: number): Promise<void> {
  const source = readFileSync(file, 'utf8');
  const [head = '', first = '', second = '', ...rest] = source.split(/^(?=## )/mu);
  const written = (third: string): string => [head, first, second, third, ...rest.slice(1)].join('');
  const third = rest[0] ?? '';
  await edits(page, `${kind}: text`, count, (mark) => ({
    change: () => {
      writeFileSync(file, written(third.replace(/\n\n(?=.)/u, `\n\n改动${mark}。`)));
    },
    shown: `改动${mark}`,
  }));
  await edits(page, `${kind}: formula`, count, (mark) => ({
    change: () => {
      writeFileSync(file, written(third.replace(/\n\n(?=.)/u, `\n\n又有 $x_{${mark}}^2$。`)));
    },
    shown: mark,
  }));
  await edits(page, `${kind}: title`, count, (mark) => ({
    change: () => {
      writeFileSync(file, source.replace(/^title: "/mu, `title: "题目${mark} `));
    },
    shown: `题目${mark}`,
  }));
  writeFileSync(file, source);
}

/** New, renamed and deleted files, shown by the home page. */
async function editFiles(page: Page, posts: string, count: number): Promise<void> {
  // The last one is the newest, so that it comes first, and whatever their number, the list shows it.
  const dayOf = (mark: string, later = 0): string =>
    new Date(Date.UTC(2030, 0, (Number(mark) % 1000) + later)).toISOString().slice(0, 10);
  const own = (mark: string): string => path.join(posts, `new-${mark}`);
  await edits(
    page,
    'new file',
    count,
    (mark) => ({
      change: () => {
        mkdirSync(own(mark));
        writeFileSync(
          path.join(own(mark), 'zh.md'),
          `---\ntitle: 新篇${mark}\ndate: ${dayOf(mark)}\n---\n正文。\n`,
        );
      },
      shown: `新篇${mark}`,
    }),
    false,
  );
  await edits(
    page,
    'renamed file',
    count,
    (mark) => ({
      change: () => {
        const file = path.join(own(mark), 'zh.md');
        rmSync(file);
        writeFileSync(
          path.join(own(mark), 'index.md'),
          `---\ntitle: 改名${mark}\ndate: ${dayOf(mark, count)}\n---\n正文。\n`,
        );
      },
      shown: `改名${mark}`,
    }),
    false,
  );
  await edits(
    page,
    'deleted file',
    count,
    (mark) => {
      const newest = String(2 * firstMark + count - 1 - Number(mark));
      return {
        change: () => {
          rmSync(own(newest), { recursive: true });
        },
        shown: `改名${newest}`,
        isGone: true,
      };
    },
    false,
  );
}

const [articles = 100, count = 10] = readCounts(usage, 2);
const folder = mkdtempSync(path.join(tmpdir(), 'downlink-bench-'));
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
try {
  const options = { articles, mdx: 0.1 };
  writeCorpus(path.join(folder, 'content'), options);
  await stop(await start('first start', folder));
  const server = await start('later start', folder);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const posts = path.join(folder, 'content', 'posts');
    const all = [...corpus(options)];
    for (const isMdx of [false, true]) {
      const slug = all.find((article) => article.isMdx === isMdx)?.slug;
      if (slug === undefined) continue;
      await page.goto(`${server.home}posts/${slug}/`, { waitUntil: 'networkidle' });
      const file = path.join(posts, slug, isMdx ? 'zh.mdx' : 'zh.md');
      await editArticle(page, isMdx ? 'MDX' : 'Markdown', file, count);
    }
    await page.goto(server.home, { waitUntil: 'networkidle' });
    await editFiles(page, posts, count);
  } finally {
    await stop(server);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
