import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand, temporaryFolder } from './run-build.ts';

const { folder, remove } = temporaryFolder();
const out = path.join(folder, 'dist');
const page = (name: string): string => readFileSync(path.join(out, name, 'index.html'), 'utf8');
const titles = (html: string): string[] =>
  [...html.matchAll(/class="title"[^>]*>\s*<a[^>]*>\s*<span class="title-text"[^>]*>(.*?)<\/span>/gu)].map(
    ([, title = '']) => title.replaceAll(/<wbr[^>]*>/gu, ''),
  );

beforeAll(async () => {
  const content = path.join(folder, 'content');
  mkdirSync(content);
  for (let number = 1; number <= 16; number += 1) {
    const day = String(number).padStart(2, '0');
    const tags = number % 2 === 0 ? '[偶数, 全部]' : '[全部]';
    // From the last to the first.
    const series = number > 12 ? '' : `series: { id: Long Run, order: ${String(13 - number)} }\n`;
    writeFileSync(
      path.join(content, `n${day}.md`),
      `---\ntitle: 第${day}\ndate: 2026-01-${day}\ntags: ${tags}\n${series}---\n[系列](/series/long-run/)\n`,
    );
  }
  writeFileSync(
    path.join(content, 'draft.md'),
    '---\ntitle: 草稿\ndate: 2026-01-20\ndraft: true\ntags: [偶数]\nseries: { id: Long Run, order: 0 }\n---\n文。\n',
  );
  writeFileSync(
    path.join(content, 'series.yaml'),
    'Long Run:\n  title: { zh: 长跑, en: Long run }\n  description: { zh: 十二篇。 }\n',
  );
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

  it('show a series in reading order', () => {
    const first = page('series/long-run');
    expect(titles(first).map((title) => title.trim())).toEqual(
      [12, 11, 10, 9, 8, 7, 6].map((number) => `第${String(number).padStart(2, '0')}`),
    );
    expect(first).toMatch(/<h1[^>]*>长跑<\/h1>/u);
    expect(first).toContain('十二篇。');
    expect(first).toContain('第 1 篇');
    const second = page('series/long-run/page/2');
    expect(titles(second)).toHaveLength(5);
    expect(second).toContain('第 8 篇');
    expect(second).not.toContain('十二篇。</p>');
    expect(second).toContain('<link rel="prev" href="/b/series/long-run/">');
    expect(page('en/series/long-run')).toContain('Long run');
    expect(page('series')).toMatch(/href="\/b\/series\/long-run\/"[^>]*>\s*长跑/u);
  });

  it('are all in the sitemap', () => {
    const sitemap = readFileSync(path.join(out, 'sitemap.xml'), 'utf8');
    for (const address of [
      'page/3/',
      `tags/${encodeURIComponent('全部')}/page/3/`,
      'archive/',
      'series/',
      'series/long-run/',
      'series/long-run/page/2/',
      'en/series/long-run/',
      'posts/n01/',
    ]) {
      expect(sitemap).toContain(`<loc>https://downlink.example/b/${address}</loc>`);
    }
  });
});

describe('the foot of an article', () => {
  const foot = (slug: string): string =>
    /<footer class="foot"[\s\S]*?<\/footer>/u.exec(page(`posts/${slug}`))?.[0] ?? '';
  const links = (html: string, name: string): string[] => {
    const [nav = ''] = new RegExp(`<nav class="${name}"[\\s\\S]*?</nav>`, 'u').exec(html) ?? [];
    return [...nav.matchAll(/href="\/b\/posts\/([^"]*)\/"/gu)].map(([, slug = '']) => slug);
  };

  it('has the place in the series, and the neighbours there', () => {
    const html = foot('n03');
    expect(html).toContain('第 10 篇，共 12 篇');
    expect(html).toMatch(/<li value="10"[^>]*>\s*<a href="\/b\/posts\/n03\/" aria-current="page"/u);
    expect(html).toMatch(/rel="prev" href="\/b\/posts\/n04\/"/u);
    expect(html).toMatch(/rel="next"[^>]*href="\/b\/posts\/n02\/"/u);
    expect(html).toContain('全部 12 篇');
    // Four before, itself, two after, and the steps.
    expect(links(html, 'series')).toEqual(['n07', 'n06', 'n05', 'n04', 'n03', 'n02', 'n01', 'n04', 'n02']);
  });

  it('has neighbours in time, older ones first', () => {
    expect(links(foot('n14'), 'neighbours')).toEqual(['n13', 'n15']);
    expect(links(foot('n16'), 'neighbours')).toEqual(['n15']);
    expect(foot('n14')).toMatch(/rel="prev" href="\/b\/posts\/n13\/"/u);
    // Where the series has its own, these are neither.
    expect(foot('n03').match(/rel="(?:prev|next)"/gu)).toHaveLength(2);
  });

  it('has related articles with what they have in common, none of the series and no draft', () => {
    expect(links(foot('n14'), 'related')).toEqual(['n16', 'n12', 'n10']);
    expect(foot('n14')).toContain('同样涉及：偶数');
    expect(links(foot('n02'), 'related')).toEqual(['n16', 'n14']);
    expect(links(foot('n01'), 'related')).toEqual([]);
    for (const slug of ['n01', 'n14', 'n16']) expect(page(`posts/${slug}`)).not.toContain('草稿');
  });
});
