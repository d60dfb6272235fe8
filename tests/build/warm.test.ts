import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, root, runCommand, snapshot, temporaryFolder } from './run-build.ts';

const { folder, remove } = temporaryFolder();
const content = path.join(folder, 'content');
const cache = path.join(folder, 'cache');

/** Builds the folder; gives the site and what is kept of its articles. */
async function build(name: string) {
  const out = path.join(folder, name);
  const env = { DOWNLINK_CACHE: cache, SOURCE_DATE_EPOCH: '1798761600' };
  const { code, output } = await runCommand('build', ['--content', content, '--out', out], env);
  expect(output).toContain('is ready');
  expect(code).toBe(0);
  return { output, site: snapshot(out), kept: snapshot(path.join(cache, 'articles')) };
}

beforeAll(() => {
  cpSync(fixture('good'), content, { recursive: true });
  cpSync(path.join(root, 'content'), content, { recursive: true });
  writeFileSync(
    path.join(content, 'posts', 'fourth.mdx'),
    '---\ntitle: 第四篇\ndate: 2026-01-04\n---\n见[第一篇](./first/zh.md)与 [@key]，$\\frac{a}{b}$，{6 * 7}。\n\n```dot\ndigraph { a -> b }\n```\n',
  );
  writeFileSync(path.join(content, 'references.bib'), '@book{key,\n  title = {甲},\n  year = {2021}\n}\n');
});
afterAll(remove);

describe('a second build', () => {
  it('compiles no article and writes the same site, byte for byte', async () => {
    const cold = await build('cold');
    const warm = await build('warm');
    expect(cold.kept.size).toBe(1);
    expect(warm.kept).toEqual(cold.kept);
    expect(warm.output).toContain(' 0 of them drawn anew');
    expect(cold.output).toMatch(/\d articles indexed/u);
    expect(warm.output).toContain('index as before');
    expect([...warm.site.keys()]).toEqual([...cold.site.keys()]);
    for (const [name, bytes] of cold.site) expect(warm.site.get(name) === bytes, name).toBe(true);
    expect(cold.site.has('posts/third/index.html')).toBe(true);
    expect(cold.site.has('posts/fourth/index.html')).toBe(true);
  });
});
