import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Profile } from '../../src/build/profile.ts';
import { fixture, root, runCommand, signalAt, snapshot, temporaryFolder } from './run-build.ts';

const { folder, remove } = temporaryFolder();
const content = path.join(folder, 'content');
const out = path.join(folder, 'site');
const cache = path.join(folder, 'cache');
const profile = path.join(folder, 'profile.json');

const argumentsFor = (into: string): string[] => ['--content', content, '--out', into];
const environment = (kept: string) => ({
  DOWNLINK_CACHE: kept,
  SOURCE_DATE_EPOCH: '1798761600',
  // Some of the articles that these lead to are not here.
  DOWNLINK_RULES: 'link/dead=off',
});

/** Builds the folder; gives the site and what is kept of its articles. */
async function build(into = out, kept = cache, env: Record<string, string> = {}) {
  const args = [...argumentsFor(into), ...(env.DOWNLINK_PROFILE ? ['--profile'] : [])];
  const { code, output } = await runCommand('build', args, { ...environment(kept), ...env });
  expect(output).toContain('is ready');
  expect(code).toBe(0);
  const [, written, taken] = /(\d+) pages? written, (\d+) files? as before/u.exec(output) ?? [];
  return {
    output,
    site: snapshot(into),
    kept: snapshot(path.join(kept, 'articles')),
    written: Number(written),
    taken: Number(taken),
  };
}

/** Builds the folder with nothing kept, elsewhere. */
const buildCold = (env?: Record<string, string>) =>
  build(path.join(folder, 'cold-site'), path.join(folder, randomUUID()), env);

type Site = ReadonlyMap<string, string>;

function expectSame(warm: Site, cold: Site): void {
  expect([...warm.keys()]).toEqual([...cold.keys()]);
  for (const [name, bytes] of cold) expect(warm.get(name) === bytes, name).toBe(true);
}

/** What a build that asks Astro writes down of articles. */
const ofAstro = (): string =>
  readdirSync(cache)
    .map((name) => path.join(cache, name, 'data-store.json'))
    .find((file) => existsSync(file)) ?? '';

/** Files that are not in another site as they are in this one. */
const changedFiles = (site: Site, before: Site): string[] =>
  [...site].flatMap(([name, bytes]) => (before.get(name) === bytes ? [] : name));

beforeAll(() => {
  cpSync(fixture('good'), content, { recursive: true });
  for (const name of ['glossary.yaml', 'series.yaml', 'authors.yaml', 'posts/lora', 'posts/eagle'])
    cpSync(path.join(root, 'content', name), path.join(content, name), { recursive: true });
  writeFileSync(
    path.join(content, 'posts', 'fourth.mdx'),
    '---\ntitle: 第四篇\ndate: 2026-01-04\n---\n见[第一篇](./first/zh.md)与 [@key]，$\\frac{a}{b}$，{6 * 7}。\n\n```dot\ndigraph { a -> b }\n```\n',
  );
  writeFileSync(path.join(content, 'references.bib'), '@book{key,\n  title = {甲},\n  year = {2021}\n}\n');
});
afterAll(remove);

let first: Awaited<ReturnType<typeof build>>;
let warmOutput = '';

describe('a second build', () => {
  it('compiles no article, prints no article again, and writes the same site, byte for byte', async () => {
    first = await build(out, cache, { DOWNLINK_PROFILE: profile });
    rmSync(ofAstro());
    const warm = await build(out, cache, { DOWNLINK_PROFILE: '1' });
    warmOutput = warm.output;
    expect(ofAstro()).toBe('');
    expect(first.kept.size).toBe(1);
    expect(warm.kept).toEqual(first.kept);
    expect(first.taken).toBe(0);
    expect(warm.taken).toBeGreaterThan(30);
    expect(warm.written).toBeLessThan(first.written / 2);
    expect(warm.output).toContain(' 0 of them drawn anew');
    expect(first.output).toMatch(/\d articles indexed/u);
    expect(warm.output).toContain('index as before');
    expectSame(warm.site, first.site);
    expect(first.site.has('posts/third/index.html')).toBe(true);
    expect(first.site.has('posts/fourth/index.html')).toBe(true);
  });

  it('tells what it spent its time on, down to the lines of formulas', () => {
    const { phases, articles, formulas } = JSON.parse(readFileSync(profile, 'utf8')) as Profile;
    expect(phases.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['start', 'content', 'pages', 'rest']),
    );
    expect(phases.every(({ milliseconds }) => milliseconds >= 0)).toBe(true);
    for (const { count, milliseconds, slowest } of [articles, formulas]) {
      expect(slowest).toHaveLength(Math.min(10, count));
      const times = slowest.map((one) => one.milliseconds);
      expect(times).toEqual(times.toSorted((a, b) => b - a));
      expect(milliseconds).toBeGreaterThanOrEqual(times.reduce((sum, one) => sum + one, 0) - 1e-6);
    }
    expect(articles.slowest.map(({ file }) => file).join(' ')).toMatch(/posts\/(?:lora|eagle)\/zh\.mdx?/u);
    for (const { file, line = 0, tex = '' } of formulas.slowest) {
      const lines = readFileSync(path.resolve(root, file), 'utf8').split('\n');
      expect(lines.slice(line - 1, line + 30).join('\n')).toContain(tex.slice(0, 4));
      expect(first.output).toContain(`${file}:${String(line)}  `);
    }
    expect(warmOutput).toContain('No article was rendered: all were before.');
    expect(warmOutput).toContain('No formula was rendered: all were before.');
  });

  it('writes what a cold build does after an article, the glossary and the works have changed', async () => {
    appendFileSync(path.join(content, 'posts', 'first', 'zh.md'), '\n\n新的一段，$\\mathfrak{Q}_{97}$。\n');
    appendFileSync(
      path.join(content, 'glossary.yaml'),
      '\nthird-piece:\n  zh: [第三篇]\n  en: [third piece]\n  note: 一篇。\n',
    );
    writeFileSync(
      path.join(content, 'references.bib'),
      '@book{key,\n  title = {乙与 $\\mathcal{Z}$},\n  year = {2022}\n}\n',
    );
    const cut = await runCommand('build', argumentsFor(out), {
      ...environment(cache),
      ...signalAt('SIGKILL', /pages? written/u),
    });
    expect([cut.code, cut.output]).toEqual([null, expect.stringContaining('articles checked')]);
    expectSame(snapshot(out), first.site);

    const warm = await build();
    expectSame(warm.site, (await buildCold()).site);
    const changed = changedFiles(warm.site, first.site);
    expect(changed).toContain('posts/first/index.html');
    expect(changed).toContain('posts/fourth/index.html');
  });

  it('writes what Astro does after the text of an article has changed', async () => {
    appendFileSync(path.join(content, 'posts', 'first', 'zh.md'), '\n\n又一段。\n');
    rmSync(ofAstro(), { force: true });
    const warm = await build();
    expect(ofAstro()).toBe('');
    expect(warm.taken).toBeGreaterThan(20);
    for (const name of readdirSync(cache)) {
      rmSync(path.join(cache, name, 'pages.json'), { force: true });
      rmSync(path.join(cache, name, 'bundle'), { recursive: true, force: true });
    }
    expectSame(warm.site, (await build(path.join(folder, 'other-site'))).site);
    expect(ofAstro()).not.toBe('');
  });
});
