import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bundleName } from '../../../src/build/kept-bundle.ts';
import { fontAliases } from '../../../src/fonts/font-aliases.ts';
import { ArticleFiles } from '../../../src/loader/article-files.ts';
import type { CompiledArticle } from '../../../src/loader/compile-article.ts';

let folder: string;
function write(name: string, content: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const article = (name: string, parts: Partial<CompiledArticle>): CompiledArticle =>
  ({
    absolutePath: path.join(folder, name),
    html: '<p>text</p>',
    imagePaths: [],
    copy: [],
    digest: 'digest',
    hasFiles: false,
    ...parts,
  }) as Partial<CompiledArticle> as CompiledArticle;

const plain = (digest = 'plain'): CompiledArticle => article('posts/plain/zh.md', { digest });
const withImage = (): CompiledArticle =>
  article('posts/image/zh.md', { imagePaths: ['./a%20line.png'], hasFiles: true });
const asModule = (digest = 'module', hasFiles = true): CompiledArticle =>
  article('posts/module/zh.mdx', { html: undefined, digest, hasFiles });

const name = (articles: readonly CompiledArticle[], sources = 'sources', out = '/out'): string | undefined =>
  bundleName(sources, out, { articles }, new ArticleFiles(folder));
const all = (): CompiledArticle[] => [plain(), withImage(), asModule()];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'downlink-bundle-'));
  write('posts/image/a line.png', 'one');
  write('posts/module/data/table.yaml', 'one');
  write('face.woff2', 'one');
  fontAliases().push({ find: /^face/u, replacement: path.join(folder, 'face.woff2') });
});
afterEach(() => {
  fontAliases().splice(0);
  rmSync(folder, { recursive: true });
});

it.each([
  ['an image', 'posts/image/a line.png'],
  ['a file that a module may import', 'posts/module/data/table.yaml'],
  ['a face', 'face.woff2'],
])('is another one with %s', (_what, file) => {
  const before = name(all());
  expect(name(all())).toBe(before);
  write(file, 'two');
  expect(name(all())).not.toBe(before);
});

it('is another one with other sources, another folder, and other modules', () => {
  const names = [
    name(all()),
    name(all(), 'others'),
    name(all(), 'sources', '/elsewhere'),
    name([plain(), withImage(), asModule('changed')]),
    name([plain(), withImage()]),
    name([plain(), asModule()]),
  ];
  expect(new Set(names).size).toBe(names.length);
});

it('is the same with the text of Markdown', () => {
  expect(name([plain('changed'), withImage(), asModule()])).toBe(name(all()));
});

it('is none where a file cannot be read', () => {
  rmSync(path.join(folder, 'posts/image/a line.png'));
  expect(name(all())).toBeUndefined();
});
