/**
 * Times the rendering of formulas, its parts, and the cache; prints medians in milliseconds.
 *
 * `node bench/renditions.ts [runs]`
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { toHtml } from 'hast-util-to-html';
import katex from 'katex';
import { median } from '../src/models/benchmarks.ts';
import { DiskCache } from '../src/renditions/disk-cache.ts';
import { type Formula, renderFormula } from '../src/renditions/formula.ts';
import { inlineStylesToClasses } from '../src/renditions/inline-style-classes.ts';
import { articleFormulas } from '../tests/unit/renditions/formula-samples.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const report = (what: string, times: readonly number[]): void => {
  print(`${what.padEnd(64)}${median(times).toFixed(0).padStart(8)} ms`);
};

/** A thousand different formulas: those of the articles, and then the same with another letter. */
function thousandFormulas() {
  const own = articleFormulas();
  const varied = own.map(({ tex, display }) => ({ tex: `${tex} z`, display }));
  return [...own, ...varied].slice(0, 1000).map((sample) => ({ ...sample, macros: {} }));
}

function benchRendering(runs: number): Formula[] {
  const requests = thousandFormulas();
  const times = Array.from({ length: 5 }, (): number[] => []);
  let formulas: Formula[] = [];
  // The first run compiles the code; it does not count.
  for (let run = 0; run <= runs; run += 1) {
    const all = time(() => (formulas = requests.map(renderFormula)));
    let html: string[] = [];
    const first = time(() => {
      html = requests.map(({ tex, display }) =>
        katex.renderToString(tex, { displayMode: display, throwOnError: false, strict: 'ignore' }),
      );
    });
    let trees: ReturnType<typeof fromHtmlIsomorphic>[] = [];
    const second = time(() => (trees = html.map((text) => fromHtmlIsomorphic(text, { fragment: true }))));
    const third = time(() => {
      for (const tree of trees) inlineStylesToClasses(tree);
    });
    const fourth = time(() => trees.map((tree) => toHtml(tree)));
    if (run > 0) [all, first, second, third, fourth].forEach((value, part) => times[part]?.push(value));
  }
  const names = [
    'all renditions',
    '  KaTeX to HTML',
    '  HTML to tree',
    '  inline styles to classes, on that tree',
    '  tree to HTML',
  ];
  print(`${String(requests.length)} different formulas`);
  names.forEach((name, part) => {
    report(name, times[part] ?? []);
  });
  return formulas;
}

/** Shards against one file for each formula, which is the other way to keep them. */
function benchCache(formulas: readonly Formula[], runs: number, folder: string): void {
  const entries = formulas.map((formula, index) => [`m${String(index)}`, JSON.stringify(formula)] as const);
  const times = Array.from({ length: 4 }, (): number[] => []);
  for (let run = 0; run < runs; run += 1) {
    const shards = path.join(folder, `shards-${String(run)}`);
    const files = path.join(folder, `files-${String(run)}`);
    mkdirSync(files);
    const write = time(() => {
      const cache = new DiskCache(shards);
      for (const [key, value] of entries) cache.set(key, value);
      cache.save();
    });
    const read = time(() => {
      const cache = new DiskCache(shards);
      for (const [key] of entries) JSON.parse(cache.get(key) ?? '');
    });
    const writeFiles = time(() => {
      for (const [key, value] of entries) writeFileSync(path.join(files, key), value);
    });
    const readFiles = time(() => {
      for (const [key] of entries) JSON.parse(readFileSync(path.join(files, key), 'utf8'));
    });
    [write, read, writeFiles, readFiles].forEach((value, part) => times[part]?.push(value));
    if (run === 0) {
      const bytes = readdirSync(shards).reduce(
        (sum, name) => sum + statSync(path.join(shards, name)).size,
        0,
      );
      print(`\nthe cache of these: ${(bytes / 2 ** 20).toFixed(1)} MB`);
    }
  }
  ['shards, written', 'shards, read', 'a file each, written', 'a file each, read'].forEach((name, part) => {
    report(name, times[part] ?? []);
  });
}

const runs = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(path.join(tmpdir(), 'downlink-bench-'));
try {
  benchCache(benchRendering(runs), runs, folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
