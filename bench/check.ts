import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from '../src/models/benchmarks.ts';
import { copyArticles } from './article-copies.ts';
import { readCounts } from './read-counts.ts';

const usage = `npm run bench:check -- [articles] [runs]

  Times a check of copies of this project's articles: without caches, with all of them, and with all of them
  after an edit of one article. Prints medians of the wall time in milliseconds.

  articles    how many copies (100)
  runs        how often (5)
  --help      this text
`;

const script = fileURLToPath(new URL('../scripts/check.ts', import.meta.url));
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Checks a content folder in a process of its own; milliseconds from start to end. */
function check(content: string, cache: string): number {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--content', content], {
    env: { ...process.env, DOWNLINK_CACHE: cache },
    encoding: 'utf8',
  });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(stdout + stderr);
  return time;
}

function bench(folder: string, count: number, runs: number, distinct: boolean): void {
  const content = path.join(folder, distinct ? 'distinct' : 'copies');
  const files = copyArticles(content, count, distinct);
  const times: Record<'cold' | 'warm' | 'edited', number[]> = { cold: [], warm: [], edited: [] };
  for (let run = 0; run < runs; run += 1) {
    const cache = mkdtempSync(path.join(folder, 'cache-'));
    times.cold.push(check(content, cache));
    times.warm.push(check(content, cache));
    appendFileSync(files[run % files.length] ?? '', `\n又一段：$x_{${String(run)}}$。\n`);
    times.edited.push(check(content, cache));
    rmSync(cache, { recursive: true });
  }
  print(`${String(count)} articles${distinct ? ', inline formulas all different' : ''}`);
  for (const [name, values] of Object.entries(times)) {
    const ratio = median(times.cold) / median(values);
    print(`  ${name.padEnd(10)}${median(values).toFixed(0).padStart(8)} ms${ratio.toFixed(1).padStart(8)} ×`);
  }
}

const [articles = 100, runs = 5] = readCounts(usage, 2);
const folder = mkdtempSync(path.join(tmpdir(), 'downlink-bench-'));
try {
  for (const distinct of [false, true]) bench(folder, articles, runs, distinct);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
