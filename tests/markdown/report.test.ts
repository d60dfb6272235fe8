import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { catalogue, type RuleId } from '../../src/diagnostics/catalogue.ts';
import { formatReport } from '../../src/diagnostics/report-text.ts';
import { broken, head } from './broken.ts';
import { compileFiles } from './compile-text.ts';

const golden = fileURLToPath(new URL('./fixtures/report.txt', import.meta.url));
const actual = golden.replace(/\.txt$/u, '.actual.txt');

/**
 * What cannot stand in a folder with the others: a content folder has one list of authors, and some text. A rule
 * that is off until it is asked for would report the other files as well.
 */
const apart: readonly RuleId[] = ['authors/invalid', 'content/none', 'claim/unsourced-number'];

/** Signs of other widths before a mistake. */
const carets = [
  '中文，全角（括号）“引号” $\\foo$ 后',
  '',
  '- 项\t制表符\t$\\foo$',
  '',
  '1 𠮷 한글 ｶﾅ é e\u0301 … 🙂 $\\foo$',
].join('\n');

/** One folder with the broken files of every rule, each in a folder of its own. */
function together(): Record<string, string | Uint8Array> {
  const all: Record<string, string | Uint8Array> = { 'posts/carets.md': head + carets };
  for (const [rule, { files }] of Object.entries(broken)) {
    if (apart.includes(rule as RuleId)) continue;
    const folder = rule.replace('/', '-');
    for (const [name, content] of Object.entries(files)) {
      if (name === 'glossary.yaml') {
        // A content folder has one glossary: entries that would be the same get names of their own.
        const own = String(content)
          .replace(/^lora:/mu, `${folder}:`)
          .replace('低秩适配', folder);
        all[name] = `${String(all[name] ?? '')}${own}`;
        continue;
      }
      if (name === 'series.yaml') {
        all[name] = `${String(all[name] ?? '')}${String(content)}`;
        continue;
      }
      const isPlaced = name.includes('/') || name === 'authors.yaml';
      all[isPlaced ? name : `posts/${folder}/${name}`] =
        typeof content === 'string' ? content.replace('slug: a', `slug: ${folder}/a`) : content;
    }
  }
  return all;
}

/** What the compiler finds in a folder whose files are of one date, and in which a link leads out. */
const find = (files: Record<string, string | Uint8Array>, rules: Record<string, 'warn'> = {}) =>
  compileFiles(
    files,
    new Date('2026-06-01'),
    (folder) => {
      const day = new Date('2026-01-01');
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        utimesSync(path.join(folder, name), day, day);
      }
      if (!existsSync(path.join(folder, 'posts'))) return;
      symlinkSync('/etc/hostname', path.join(folder, 'posts', 'out.md'));
    },
    rules,
  );

/**
 * The report on one broken input for each rule, as a terminal shows it. On a mismatch the new report
 * stands beside the golden one as `report.actual.txt`: move it over when it is right.
 */
it('the whole report reads as it did', { timeout: 120_000 }, async () => {
  const runs = [await find(together(), { 'math/sintax': 'warn' })];
  for (const rule of apart) {
    const { files, isOff } = broken[rule];
    runs.push(await find(files, isOff ? { [rule]: 'warn' } : {}));
  }
  // The folder itself is called `content` here.
  const diagnostics = runs
    .flatMap((run) => run.diagnostics)
    .map((diagnostic) => ({ ...diagnostic, file: diagnostic.file || 'content' }));
  // What fails when pages are printed, and redirects of the settings, are tested by themselves.
  const files = new Set(Object.keys(catalogue)).difference(new Set(['mdx/failed', 'redirect/dead']));
  expect(new Set(diagnostics.map(({ rule }) => rule))).toEqual(files);

  const report = formatReport(diagnostics, (file) =>
    runs.map(({ sourceOf }) => sourceOf(file)).find((text) => text !== undefined),
  );
  const expected = existsSync(golden) ? readFileSync(golden, 'utf8') : '';
  if (report === expected) rmSync(actual, { force: true });
  else writeFileSync(actual, report);
  expect(report).toBe(expected);
});
