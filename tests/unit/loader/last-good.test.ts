import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ContentCompiler } from '../../../src/loader/content-compiler.ts';
import { siteConfigSchema } from '../../../src/schemas/site.ts';
import { markdown, notebookOf, raw } from '../notebooks/write-notebook.ts';

const contentFolder = mkdtempSync(path.join(tmpdir(), 'downlink-last-good-'));
afterAll(() => {
  rmSync(contentFolder, { recursive: true });
});

const compilerFor = (includeUnpublished: boolean) =>
  new ContentCompiler({
    contentFolder,
    publicFolder: path.join(contentFolder, 'public'),
    site: siteConfigSchema.parse({
      ...{ name: 'Site', description: 'Site', url: 'https://example.org' },
      locales: [{ id: 'zh', tag: 'zh-CN' }],
    }),
    now: new Date('2026-11-01'),
    includeUnpublished,
    threads: 0,
  });

const head = '---\ntitle: 甲\ndate: 2026-01-01\n---';
const good = {
  'a.ipynb': notebookOf([raw(head), markdown('好的一段，$\\foo$。')]),
  'b.md': `${head}\n好的一篇。`,
};
const bad = { 'a.ipynb': '{ "cells": [', 'b.md': Buffer.from([0xc4, 0xe3, 0xba, 0xc3]) };
const write = (files: Record<string, string | Uint8Array>): void => {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(contentFolder, name), text);
};

describe('files that cannot be read any more', () => {
  it('stay in dev what they were, with what is wrong with them now', async () => {
    const compiler = compilerFor(true);
    write(good);
    const first = await compiler.compile();
    write(bad);
    const { articles, diagnostics } = await compiler.compile();
    expect(articles.map(({ data, html }) => [data.slug, html])).toEqual(
      first.articles.map(({ data, html }) => [data.slug, html]),
    );
    expect(diagnostics.map(({ file, rule }) => [path.basename(file), rule])).toEqual([
      ['a.ipynb', 'notebook/invalid'],
      ['b.md', 'content/encoding'],
    ]);
    rmSync(path.join(contentFolder, 'b.md'));
    expect((await compiler.compile()).articles.map(({ data }) => data.slug)).toEqual(['a']);
    write(good);
    expect((await compiler.compile()).diagnostics.map(({ rule }) => rule)).toEqual([
      'math/undefined-command',
    ]);
  });

  it('are left out of a build', async () => {
    const compiler = compilerFor(false);
    write(good);
    expect((await compiler.compile()).articles).toHaveLength(2);
    write(bad);
    expect((await compiler.compile()).articles).toEqual([]);
  });
});
