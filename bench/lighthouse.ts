import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { chromiumFlags, ensureChromium } from '../scripts/chromium.ts';
import { readArguments, UserError } from '../scripts/options.ts';
import { serveSite } from '../scripts/serve.ts';
import { median } from '../src/models/benchmarks.ts';
import { outFolderOf } from '../src/loader/content-settings.ts';

const usage = `npm run bench:lighthouse -- [path…]

  Measures pages of the built site with Lighthouse in Chromium: mobile preset, three runs each. Prints the
  medians of the four categories and the audits that are not perfect. Needs a built site: npm run build
  Lighthouse is installed into a temporary folder.

  path        pages; else the home page, the newest article with 30 formulas or more, and search/
  --help      this text
`;

const version = '13.5.0';
const runs = 3;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface Report {
  readonly categories: Readonly<Record<string, Category>>;
  readonly audits: Readonly<Record<string, Audit>>;
  readonly runtimeError?: { readonly message: string };
}

interface Category {
  readonly score: number | null;
  readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
}

interface Audit {
  readonly title: string;
  /** 0 to 1; null where there is nothing to judge. */
  readonly score: number | null;
  readonly displayValue?: string;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Path of the newest article with so many formulas. */
function articleWithFormulas(least: number): string {
  const out = outFolderOf();
  const home = readFileSync(path.join(out, 'index.html'), 'utf8');
  for (const [, slug = ''] of home.matchAll(/href="[^"]*\/posts\/([^"#?]+)\/"/gu)) {
    const file = path.join(out, 'posts', decodeURIComponent(slug), 'index.html');
    const formulas = existsSync(file) ? readFileSync(file, 'utf8').split('class="katex"').length - 1 : 0;
    if (formulas >= least) return `posts/${slug}/`;
  }
  throw new Error(`No article on the home page has ${String(least)} formulas.`);
}

/** Installs Lighthouse, which is no dependency of the project; its command. */
function install(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', [...args, `lighthouse@${version}`], { cwd: folder, stdio: 'inherit' });
  return path.join(folder, 'node_modules', 'lighthouse', 'cli', 'index.js');
}

/** One run. Chromium at times loses the trace that Lighthouse asks it for: then the run is made again. */
async function measure(command: string, address: string, attempts = 4): Promise<Report> {
  const file = path.join(path.dirname(path.dirname(command)), 'report.json');
  rmSync(file, { force: true });
  const args = ['--quiet', '--no-enable-error-reporting', '--output=json', `--output-path=${file}`];
  const flags = `--chrome-flags=${chromiumFlags.join(' ')}`;
  const failure = await promisify(execFile)(process.execPath, [command, address, ...args, flags], {
    env: { ...process.env, CHROME_PATH: ensureChromium() },
  }).then(
    () => undefined,
    // It ends with 1, and writes its report all the same, if it could not judge the page.
    (error: unknown) => (error as { stderr: string }).stderr,
  );
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
  if (report && !report.runtimeError) return report;
  if (attempts > 1) return measure(command, address, attempts - 1);
  throw new Error(`${address}: ${report?.runtimeError?.message ?? failure ?? 'no report'}`);
}

/** Audits that are not perfect, whether they count or only inform, with their worst score. */
function imperfect(reports: readonly Report[]): Map<string, string> {
  const found = new Map<string, { score: number; line: string }>();
  for (const { categories: all, audits } of reports) {
    const weights = new Map(
      Object.values(all).flatMap(({ auditRefs }) => auditRefs.map(({ id, weight }) => [id, weight])),
    );
    for (const [id, { title, score, displayValue = '' }] of Object.entries(audits)) {
      if (score === null || score >= 1 || score >= (found.get(id)?.score ?? 1)) continue;
      const weight = weights.get(id) ? '' : ', of no weight';
      const line = `${id} (${score.toFixed(2)}${weight}): ${title} ${displayValue}`.trimEnd();
      found.set(id, { score, line });
    }
  }
  return new Map([...found].map(([id, { line }]) => [id, line]));
}

const { positionals: asked } = readArguments(usage, () =>
  parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', short: 'h' } } }),
);
const folder = mkdtempSync(path.join(tmpdir(), 'downlink-lighthouse-'));
try {
  const home = await serveSite(4500);
  if (home === undefined) throw new UserError('No site has been built yet: npm run build');
  const pages = asked.length > 0 ? asked : ['', articleWithFormulas(30), 'search/'];
  const command = install(folder);
  print(`\nLighthouse ${version}, mobile, medians of ${String(runs)} runs`);
  print(['page'.padEnd(36), ...categories.map((name) => name.padStart(15))].join(''));
  const notes: string[] = [];
  for (const page of pages) {
    const reports: Report[] = [];
    for (let run = 0; run < runs; run += 1) reports.push(await measure(command, home + page));
    const scores = categories.map((name) =>
      median(reports.map(({ categories: all }) => Math.round(100 * (all[name]?.score ?? 0)))),
    );
    print([`/${page}`.padEnd(36), ...scores.map((score) => String(score).padStart(15))].join(''));
    for (const line of imperfect(reports).values()) notes.push(`  /${page}  ${line}`);
  }
  print(notes.length > 0 ? `\nNot perfect:\n${notes.join('\n')}` : '\nEvery audit is perfect.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
