import { describe, expect, it } from 'vitest';
import { compileFiles } from './compile-text.ts';
import { dot } from './images.ts';

const head = '---\ntitle: 甲\ndate: 2026-01-01\n---\n';

async function compile(body: string, trustContent = false) {
  const files = {
    'a.md': head + body,
    'b.md': `${head}## 小节\n\n乙`,
    'public/film.mp4': 'x',
    'fig.png': dot,
  };
  const { articles, diagnostics } = await compileFiles(
    files,
    undefined,
    undefined,
    {},
    { base: '/base/', trustContent },
  );
  const { html, imagePaths } = articles.find(({ data }) => data.slug === 'a') ?? {};
  return { html, imagePaths, found: diagnostics.map(({ rule, line, column }) => [rule, line, column]) };
}

describe('raw HTML', () => {
  it('that sets formulas elsewhere is left out without a word', async () => {
    const { html, found } = await compile(
      '<script type="text/x-mathjax-config">go()</script>\n<script src="//cdn.example/mathjax/MathJax.js"></script>\n\n一',
    );
    expect(found).toEqual([]);
    expect(html?.trim()).toBe('<p>一</p>');
  });

  it.each([
    ['粗<b onclick="go()">字</b>', '粗<b>字</b>', 'security/handler', 5, 5],
    ['粗<b OnClick=go()>字</b>', '粗<b>字</b>', 'security/handler', 5, 5],
    ['一\n\n<script>go()</script>', '', 'security/element', 7, 1],
    ['> 一\n> <ScRiPt src="x"></sCrIpT>', '', 'security/element', 6, 3],
    ['<style>p{}</style>', '', 'security/element', 5, 1],
    ['<iframe src="https://example.org/"></iframe>', '', 'security/element', 5, 1],
    ['<iframe srcdoc="&lt;script&gt;"></iframe>', '', 'security/element', 5, 1],
    ['<object data="a.swf"></object>', '', 'security/element', 5, 1],
    ['<embed src="a.swf">', '', 'security/element', 5, 1],
    ['<base href="/x/">', '', 'security/element', 5, 1],
    ['<meta http-equiv="refresh" content="0">', '', 'security/element', 5, 1],
    ['<link rel="stylesheet" href="a.css">', '', 'security/element', 5, 1],
    ['<template shadowrootmode="open"><b>x</b></template>', '', 'security/element', 5, 1],
    ['<a href=" java&#9;script&colon;go()">点</a>', '<a>点</a>', 'security/url', 5, 4],
    ['<a href="&#1;JAVASCRIPT:go()">点</a>', '<a>点</a>', 'security/url', 5, 4],
    ['<a href="data:text/html,x">点</a>', '<a>点</a>', 'security/url', 5, 4],
    ['<svg><a xlink:href="javascript:go()">点</a></svg>', '<a>点</a>', 'security/url', 5, 9],
    ['<svg><set attributeName="href" to="x"/></svg>', '<set to="x">', 'security/handler', 5, 11],
    ['<svg><rect fill="url(//example.org/a#b)"/></svg>', '<rect>', 'security/remote', 5, 12],
    ['<form action="https://example.org/">x</form>', '<form>x</form>', 'security/remote', 5, 7],
    ['<video poster="\\\\example.org/a"></video>', '<video></video>', 'security/remote', 5, 8],
    [
      '<img alt="" src="fig.png" srcset="//example.org/a.png 2x">',
      '__ASTRO_IMAGE_',
      'security/remote',
      5,
      27,
    ],
    ['<b style="color:red">红</b>', '<b>红</b>', 'security/inline-style', 5, 4],
    ['<b data-slot="m1">空</b>', '<b>空</b>', 'security/attribute', 5, 4],
    ['Vec<int> 类型', '类型', 'html/unknown-element', 5, 4],
  ])('%s', async (body, rest, rule, line, column) => {
    const { html, found } = await compile(body);
    expect(found).toEqual([[rule, line, column]]);
    expect(html).toContain(rest);
    expect(html).not.toMatch(/go\(|example\.org|<script|<style|style=|srcdoc|data-slot|p\{\}/u);
  });

  it('stays as it is where the settings trust the content', async () => {
    const body = '<b onclick="go()" style="color:red">字</b>\n\n<script>go()</script>\n';
    const { html, found } = await compile(body, true);
    expect(found).toEqual([]);
    expect(html).toContain('<b onclick="go()" style="color:red">字</b>');
    expect(html).toContain('<script>go()</script>');
  });

  it('loses its comments, and the slots in them', async () => {
    const { html } = await compile('一<!-- <span data-slot="m1"></span> -->二');
    expect(html).toBe('<p>一二</p>');
  });

  it('keeps what is harmless', async () => {
    const body =
      '<details open><summary>甲</summary>乙</details>\n\n<kbd class="k" id="i">Ctrl</kbd> H<sub>2</sub>O';
    const { html, found } = await compile(body);
    expect(found).toEqual([]);
    expect(html).toBe(
      '<details open><summary>甲</summary>乙</details>\n<p><kbd class="k" id="i">Ctrl</kbd> H<sub>2</sub>O</p>',
    );
  });
});

describe('links and images in raw HTML', () => {
  it('lead where those of Markdown lead', async () => {
    const { html, found } = await compile(
      '<a href="./b.md#小节">乙</a> <a href="./c.md">丙</a> <a href="./b.md#无">丁</a> <a name="old"></a>[旧](#old)',
    );
    expect(html).toContain(`href="/base/posts/b/#小节"`);
    expect(found).toEqual([
      ['link/dead', 5, 30],
      ['link/dead-anchor', 5, 53],
    ]);
  });

  it('are sized by Astro, and missed where they are missing', async () => {
    const { html, imagePaths, found } = await compile(
      '<img src="./fig.png" alt="图" width="48%">\n\n<img src="no.png" alt="无">\n\n<img src="./fig.png">',
    );
    expect(imagePaths).toEqual(['./fig.png']);
    expect(html).toContain('class="width-50"');
    expect(found).toEqual([
      ['image/missing', 7, 6],
      ['image/no-alt', 9, 1],
    ]);
  });

  it('find files in public/ under the base path', async () => {
    const { html, found } = await compile('<video src="/film.mp4"></video> <audio src="/no.mp3"></audio>');
    expect(html).toContain('<video src="/base/film.mp4">');
    expect(found).toEqual([['link/dead', 5, 40]]);
  });
});

describe('tags in MDX', () => {
  it.each([
    ['粗<b onClick={go}>字</b>', 'security/handler', 5, 5],
    ['<script src="a.js"></script>', 'security/element', 5, 1],
    ['<a href={"javascript:go()"}>点</a>', 'security/url', 5, 4],
    ['<b style={{ color: "red" }}>红</b>', 'security/inline-style', 5, 4],
    ['<Fragment set:html="<b>" />', 'security/attribute', 5, 11],
    ['<b data-slot="m1">空</b>', 'security/attribute', 5, 4],
  ])('%s', async (body, rule, line, column) => {
    const { diagnostics } = await compileFiles({ 'a.mdx': head + body });
    expect(diagnostics).toMatchObject([{ rule, line, column }]);
  });
});
