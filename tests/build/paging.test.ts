import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand, temporaryFolder } from './run-build.ts';

const { folder, remove } = temporaryFolder();
const out = path.join(folder, 'dist');
const page = (name: string): string => readFileSync(path.join(out, name, 'index.html'), 'utf8');
const titles = (html: string): string[] =>
  [...html.matchAll(/class="title"[^>]*>\s*<a[^>]*>([^<]+)</gu)].map(([, title = '']) => title);

beforeAll(async () => {
  const content = path.join(folder, 'content');
  mkdirSync(content);
  for (let number = 1; number <= 16; number += 1) {
    const day = String(number).padStart(2, '0');
    const tags = number % 2 === 0 ? '[偶数, 全部]' : '[全部]';
    writeFileSync(
      path.join(content, `n${day}.md`),
      `---\ntitle: 第${day}\ndate: 2026-01-${day}\ntags: ${tags}\n---\n文。\n`,
    );
  }
  const { code, output } = await runCommand('build', ['--content', content, '--out', out, '--base', '/b/'], {
    DOWNLINK_EDIT_URL: 'https://git.example/edit/{path}',
  });
  expect(output).toContain('is ready');
  expect(code).toBe(0);
});
afterAll(remove);

it('leads from an article to where it is edited', () => {
  expect(page('posts/n16')).toContain('href="https://git.example/edit/n16.md"');
});

describe('lists', () => {
  it('have seven articles a page, newest first, on the home page and under a tag', () => {
    expect(titles(page('')).map((title) => title.trim())).toEqual([
      '第16',
      '第15',
      '第14',
      '第13',
      '第12',
      '第11',
      '第10',
    ]);
    expect(titles(page('page/3'))).toHaveLength(2);
    expect(titles(page('tags/全部/page/2'))).toHaveLength(7);
    expect(titles(page('tags/偶数'))).toHaveLength(7);
    expect(titles(page('tags/偶数/page/2'))).toHaveLength(1);
  });

  it('name their neighbours', () => {
    const second = page('tags/全部/page/2');
    const tag = `/b/tags/${encodeURIComponent('全部')}/`;
    expect(second).toContain(`<link rel="prev" href="${tag}">`);
    expect(second).toContain(`<link rel="next" href="${tag}page/3/">`);
    expect(second).toContain(`<link rel="canonical" href="https://downlink.example${tag}page/2/">`);
    expect(page('page/2')).toContain('<link rel="prev" href="/b/">');
  });

  it('are all in the sitemap', () => {
    const sitemap = readFileSync(path.join(out, 'sitemap.xml'), 'utf8');
    for (const address of [
      'page/3/',
      `tags/${encodeURIComponent('全部')}/page/3/`,
      'archive/',
      'posts/n01/',
    ]) {
      expect(sitemap).toContain(`<loc>https://downlink.example/b/${address}</loc>`);
    }
  });
});
