import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand, temporaryFolder } from './run-build.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

const article = (title: string, facts: string, body: string): string =>
  `---\ntitle: ${title}\n${facts}\n---\n${body}\n`;

/** Builds a site of some files, and gives a way to read its pages. */
async function build(name: string, files: Readonly<Record<string, string>>, env = {}) {
  const content = path.join(folder, name);
  const out = path.join(folder, `${name}-dist`);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(content, file)), { recursive: true });
    writeFileSync(path.join(content, file), text);
  }
  const { code, output } = await runCommand('build', ['--content', content, '--out', out], env);
  expect(output).not.toMatch(/warning|error/u);
  expect(code).toBe(0);
  const read = (file: string): string => readFileSync(path.join(out, file), 'utf8');
  return { out, read, page: (address: string): string => read(path.join(address, 'index.html')) };
}

const href = (html: string, pattern: string): string | undefined =>
  new RegExp(`<${pattern}[^>]*?\\shref="([^"]*)"`, 'u').exec(html)?.[1];

/** Addresses of a page in other languages: `zh-CN` → `…`. */
const hreflangs = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/gu)].map(
      ([, tag = '', url = '']) => [tag, url],
    ),
  );

/** Where the switcher leads. */
const switched = (html: string): string | undefined =>
  /<nav class="languages"[\s\S]*?href="([^"]*)"/u.exec(html)?.[1];

const mainOf = (html: string): string => /<main[\s\S]*<\/main>/u.exec(html)?.[0] ?? '';
const origin = 'https://downlink.example';

describe('a site in two languages', () => {
  let site: Awaited<ReturnType<typeof build>>;
  beforeAll(async () => {
    site = await build('two', {
      'posts/both/zh.md': article(
        '两种语言',
        'date: 2026-01-03\ntags: [共有, 中文标签]',
        `${'字'.repeat(700)}\n\n见[只有中文](../only-zh/zh.md)、[只有英文](../only-en/en.md)和[标签](/tags/)。`,
      ),
      'posts/both/en.md': article(
        'Two languages',
        'date: 2026-01-03\nupdated: 2026-02-01\ntags: [共有, English tag]',
        `${'word '.repeat(1234)}\n\nSee [only Chinese](../only-zh/zh.md), [only English](../only-en/en.md), [the same in Chinese](./zh.md) and [tags](/tags/).`,
      ),
      'posts/only-zh/zh.md': article(
        '只有中文',
        'date: 2026-01-02\ntags: [共有]\nseries: { id: s, order: 1 }',
        '## 小节\n\n正文，见[两种语言](../both/zh.md)。',
      ),
      'posts/only-en/en.md': article(
        'Only English',
        'date: 2026-01-01\ntags: [English tag]\nseries: { id: s, order: 2 }',
        'Text, see [two languages](../both/en.md) and [only Chinese](../only-zh/zh.md).',
      ),
    });
  });

  it('writes its pages in the language of their locale', () => {
    expect(site.page('')).toContain('<html lang="zh-CN"');
    expect(site.page('en')).toContain('<html lang="en"');
    expect(site.page('en')).toContain('Skip to content');
    expect(site.page('en/posts/both')).toContain('Two languages');
    expect(site.page('posts/both')).toContain('两种语言');
    expect(site.read('en/404.html')).toContain('No signal from this address');
  });

  it('shows an article without a translation in the original, with a notice', () => {
    const zhInEn = site.page('en/posts/only-zh');
    expect(zhInEn).toContain('has not been translated into English yet. Below is the original, in Chinese.');
    expect(zhInEn).toMatch(/<h1[^>]*lang="zh-CN"[^>]*>只有<wbr aria-hidden="true">中文/u);
    expect(zhInEn).toMatch(/<div class="prose" data-article lang="zh-CN"/u);
    expect(zhInEn).toMatch(/<ol[^>]*lang="zh-CN"/u);
    const enInZh = site.page('posts/only-en');
    expect(enInZh).toContain('这篇文章还没有中文版，下面是英语原文。');
    expect(enInZh).toMatch(/<h1[^>]*lang="en"[^>]*>Only English/u);
    for (const own of ['posts/both', 'en/posts/both', 'posts/only-zh', 'en/posts/only-en']) {
      expect(site.page(own)).not.toContain('class="not-translated"');
      expect(site.page(own)).not.toMatch(/<h1[^>]*lang=/u);
    }
  });

  it.each([
    ['posts/both', 'posts/both/'],
    ['en/posts/both', 'en/posts/both/'],
    ['en/posts/only-zh', 'posts/only-zh/'],
    ['posts/only-en', 'en/posts/only-en/'],
    ['en', 'en/'],
    ['en/tags', 'en/tags/'],
    ['en/series/s', 'en/series/s/'],
  ])('tells search engines that %s is %s', (address, canonical) => {
    expect(href(site.page(address), 'link rel="canonical"')).toBe(`${origin}/${canonical}`);
  });

  it('names the same page in the other language, and the original for all others', () => {
    const both = { 'zh-CN': `${origin}/posts/both/`, en: `${origin}/en/posts/both/` };
    for (const address of ['posts/both', 'en/posts/both']) {
      expect(hreflangs(site.page(address))).toEqual({ ...both, 'x-default': both['zh-CN'] });
    }
    for (const address of ['posts/only-zh', 'en/posts/only-zh', 'posts/only-en', 'en/posts/only-en']) {
      expect(hreflangs(site.page(address))).toEqual({});
    }
    expect(hreflangs(site.page('en/archive'))['x-default']).toBe(`${origin}/archive/`);
    expect(hreflangs(site.page('tags/english-tag'))).toMatchObject({ en: `${origin}/en/tags/english-tag/` });
    expect(hreflangs(site.page(`tags/中文标签`))).toEqual({});
    expect(hreflangs(site.read('en/404.html'))).toEqual({});
  });

  it.each([
    ['', '/en/'],
    ['en', '/'],
    ['posts/both', '/en/posts/both/'],
    ['en/posts/both', '/posts/both/'],
    ['posts/only-zh', '/en/posts/only-zh/'],
    ['en/posts/only-zh', '/posts/only-zh/'],
    ['en/posts/only-en', '/posts/only-en/'],
    ['archive', '/en/archive/'],
    ['en/search', '/search/'],
    ['tags/english-tag', '/en/tags/english-tag/'],
    [`tags/中文标签`, '/en/tags/'],
    ['series/s', '/en/series/s/'],
    ['en/about', '/about/'],
  ])('leads readers of /%s to %s in the other language', (address, other) => {
    expect(switched(site.page(address))).toBe(other);
  });

  it('keeps links inside in the locale', () => {
    for (const address of [
      'en',
      'en/archive',
      'en/tags',
      'en/tags/english-tag',
      'en/series/s',
      'en/posts/both',
      'en/about',
    ]) {
      const links = [...mainOf(site.page(address)).matchAll(/href="(\/[^"]*)"/gu)].map(
        ([, link = '']) => link,
      );
      const others = links.filter((link) => !link.startsWith('/en/'));
      // The article itself says that it means its translation.
      expect(others, address).toEqual(address === 'en/posts/both' ? ['/posts/both/'] : []);
    }
    const header = /<header class="site-header"[\s\S]*?<\/nav>/u.exec(site.page('en/posts/both'))?.[0] ?? '';
    expect(header.match(/href="\/en\//gu)?.length).toBeGreaterThan(4);
    expect(mainOf(site.page('en/posts/only-zh'))).toContain('href="/posts/both/"');
  });

  it('has a feed, a sitemap and a search index for each', () => {
    const titles = (feed: string): string[] =>
      [...feed.matchAll(/<item><title>([^<]*)/gu)].map(([, title = '']) => title);
    expect(titles(site.read('rss.xml'))).toEqual(['两种语言', '只有中文']);
    expect(titles(site.read('en/rss.xml'))).toEqual(['Two languages', 'Only English']);
    expect(site.read('en/rss.xml')).toContain('<language>en</language>');
    const locations = [...site.read('sitemap.xml').matchAll(/<loc>([^<]*)/gu)].map(([, url]) => url);
    for (const own of ['', 'en/', 'posts/both/', 'en/posts/both/', 'posts/only-zh/', 'en/posts/only-en/']) {
      expect(locations).toContain(`${origin}/${own}`);
    }
    expect(locations).not.toContain(`${origin}/en/posts/only-zh/`);
    expect(locations).not.toContain(`${origin}/posts/only-en/`);
    const terms = (id: string) => JSON.parse(site.read(`pagefind/${id}/terms.json`)) as object;
    expect(terms('zh')).toMatchObject({ isEmpty: false, language: 'zh-CN' });
    expect(terms('en')).toMatchObject({ isEmpty: false, language: 'en', otherwise: 'zh' });
  });

  it('writes dates, numbers and plurals as its readers do', () => {
    const zh = site.page('posts/both');
    expect(zh).toMatch(/<time datetime="2026-01-03T[^>]*>\s*2026-01-03/u);
    expect(zh).toContain('2 分钟');
    const en = site.page('en/posts/both');
    expect(en).toMatch(/<time datetime="2026-01-03T[^>]*>\s*Jan 3, 2026/u);
    expect(en).toMatch(/Updated <time datetime="2026-02-01"[^>]*>Feb 1, 2026/u);
    expect(en).toMatch(/1,2\d\d words/u);
    expect(en).toContain('7 min');
    expect(site.page('en/tags')).toMatch(/English tag<\/a>\s*<span[^>]*>2 articles/u);
    expect(site.page('en/tags/共有')).toContain('2 articles');
    expect(site.page('en/series/s')).toContain('Part 2');
  });
});

/** Every word that the interface and the pipeline have for an article. */
const everything = `
:::abstract
An abstract.
:::

## Method {#sec-method}

See @sec-method, @fig-line, @tbl-cost, @eq-loss, @thm-main, [@fig-line; @tbl-cost] and [@hu2021lora]; again [@hu2021lora].[^1]

[^1]: A note, used twice.

Again.[^1]

$$
L = 1 \\label{eq-loss}
$$

![A line](line.svg){#fig-line}

Table: The cost {#tbl-cost}

| a | b |
| - | - |
| 1 | 2 |

:::theorem[Main]{#thm-main}
True.
:::

:::proof
Clear.
:::

> [!NOTE]
> A note.

> [!WARNING]- 
> Folded.

:::details
More.
:::

:::tabs
:::tab
One.
:::
:::

:::notation
:::

\`\`\`python title="a.py" {#lst-code}
print(1)
\`\`\`

$x$ is a symbol.
`;

describe('a site in English alone', () => {
  let site: Awaited<ReturnType<typeof build>>;
  beforeAll(async () => {
    const notation = 'notation: { x: { en: a symbol } }';
    site = await build(
      'english',
      {
        'posts/everything.md': article(
          'Everything',
          `date: 2026-01-03\ntags: [a]\nseries: { id: s, order: 1 }\nnumberSections: true\nauthors: [Ann]\n${notation}`,
          everything,
        ),
        'posts/line.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><path d="M0 0h9"/></svg>',
        'posts/refs.bib':
          '@article{hu2021lora, title={LoRA}, author={Hu, Edward and Shen, Yelong and Wallis, Phillip and Li, Yuanzhi}, year={2021}, journal={arXiv}}',
        ...Object.fromEntries(
          Array.from({ length: 8 }, (_, index) => [
            `posts/other${String(index)}.md`,
            article(
              `Other ${String(index)}`,
              `date: 2026-01-01\ntags: [a]\nseries: { id: s, order: ${String(index + 2)} }`,
              'Text.',
            ),
          ]),
        ),
        'docs/start.md': article('Start', 'order: 1', 'Text.'),
      },
      { DOWNLINK_LOCALES: 'en' },
    );
  });

  it('prints no Chinese, in text or in attributes', () => {
    const pages = readdirSync(site.out, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.html'),
    );
    expect(pages.length).toBeGreaterThan(15);
    const found = pages.flatMap((name) => {
      const texts: string[] = [];
      visit(fromHtmlIsomorphic(site.read(name)), (node) => {
        if (node.type === 'text') texts.push(node.value);
        if (node.type === 'element') texts.push(...Object.values(node.properties).map(String));
      });
      return texts
        .filter((text) => /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(text))
        .map((text) => `${name}: ${text.trim()}`);
    });
    expect(found).toEqual([]);
  });

  it('has all that the article has', () => {
    const html = site.page('posts/everything');
    for (const text of [
      'Abstract',
      'Figure\u00A01',
      'Table\u00A01',
      'Equation\u00A0(1)',
      'Theorem\u00A01',
      'Section\u00A01',
      'Proof',
      'Note',
      'Details',
      'References',
      'Notes',
      'Symbol',
      'Listing\u00A01',
    ]) {
      expect(html, text).toContain(text);
    }
    expect(html).toContain('>Figure\u00A01</a>, <a');
    expect(html).toContain('aria-label="Back to the text 1-2"');
    expect(html).toContain('Part 1 of 9');
  });

  it('is at the root, without other languages', () => {
    expect(site.page('')).toContain('<html lang="en"');
    expect(site.page('')).not.toContain('class="languages"');
    expect(hreflangs(site.page('posts/everything'))).toEqual({});
    expect(readdirSync(site.out)).not.toContain('en');
  });
});
