/**
 * Times the rendering of formulas, its parts, and the cache; prints medians in milliseconds.
 *
 * `node bench/renditions.ts [runs]`
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { toHtml } from 'hast-util-to-html';
import katex from 'katex';
import { DiskCache } from '../src/renditions/disk-cache.ts';
import { type Formula, renderFormula } from '../src/renditions/formula.ts';
import { inlineStylesToClasses } from '../src/renditions/inline-style-classes.ts';
import { processRenditions } from '../src/renditions/shared.ts';
import { RenditionStore } from '../src/renditions/store.ts';
import { articleFormulas } from '../tests/unit/renditions/formula-samples.ts';

const self = fileURLToPath(import.meta.url);
const project = path.dirname(path.dirname(self));
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

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

/** A folder with articles of this project, and letters of their own where they are to differ. */
function copies(folder: string, count: number, distinct: boolean): string {
  const posts = path.join(project, 'content', 'posts');
  const articles = readdirSync(posts, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (let index = 0; index < count; index += 1) {
    const name = articles[index % articles.length]?.name ?? '';
    const target = path.join(folder, 'posts', index < articles.length ? name : `${name}-${String(index)}`);
    cpSync(path.join(posts, name), target, { recursive: true });
    if (!distinct) continue;
    const file = path.join(target, 'zh.md');
    const mark = String.raw`\,` + String(index);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/(?<![$\\])\$(?!\$)([^$\n]+)\$(?!\$)/gu, `$$$1${mark}$$`),
    );
  }
  return folder;
}

function benchCheck(folder: string, runs: number): void {
  const posts = path.join(project, 'content', 'posts');
  const eight = readdirSync(posts).length;
  const cases: [string, string][] = [
    [`check of ${String(eight)} articles`, path.join(project, 'content')],
    ['check of 100 copies', copies(path.join(folder, 'copies'), 100, false)],
    [
      'check of 100 articles, inline formulas all different',
      copies(path.join(folder, 'distinct'), 100, true),
    ],
  ];
  print('');
  for (const [name, content] of cases) {
    const cold: number[] = [];
    const warm: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const cache = mkdtempSync(path.join(folder, 'cache-'));
      const check = (): string =>
        execFileSync(process.execPath, [self, '--check', cache], {
          env: { ...process.env, DOWNLINK_CONTENT: content },
          encoding: 'utf8',
        });
      cold.push(time(check));
      warm.push(time(check));
    }
    report(`${name}, cold`, cold);
    report(`${name}, warm`, warm);
    print(`${''.padEnd(64)}${(median(cold) / median(warm)).toFixed(1).padStart(8)} ×`);
  }
}

const [option, value = ''] = process.argv.slice(2);
if (option === '--check') {
  processRenditions(() => new RenditionStore(new DiskCache(value)));
  const { processSession } = await import('../src/loader/session.ts');
  await processSession().compiler.compile();
} else {
  const runs = Number(option ?? 5);
  const folder = mkdtempSync(path.join(tmpdir(), 'downlink-bench-'));
  try {
    benchCache(benchRendering(runs), runs, folder);
    benchCheck(folder, Math.min(runs, 3));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
