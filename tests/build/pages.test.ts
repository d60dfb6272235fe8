import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ConfigData, HtmlValidate, type Message } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, root, runCommand, snapshot, temporaryFolder } from './run-build.ts';

const site = 'https://downlink.example';
const base = '/some/base/';

const config: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // Ids are of headings, which may begin with a digit; HTML allows any sign but a blank.
    'valid-id': ['error', { relaxed: true }],
    // The printer of MDX ends void elements with a slash, which HTML allows.
    'void-style': 'off',
  },
};

const { folder, remove } = temporaryFolder();
const out = path.join(folder, 'dist');
const read = (name: string): string => readFileSync(path.join(out, name), 'utf8');

let pages: ReadonlyMap<string, string>;
/** Pages at old addresses, by their files. */
let moved: ReadonlyMap<string, string>;

/** The site's own articles, one with every construct in Markdown and in MDX, and one with a translation. */
beforeAll(async () => {
  const content = path.join(folder, 'content');
  cpSync(path.join(root, 'content'), content, { recursive: true });
  const posts = path.join(content, 'posts');
  cpSync(fixture('same'), posts, { recursive: true, filter: (file) => !file.endsWith('article.md') });
  const text = readFileSync(path.join(fixture('same'), 'article.md'), 'utf8');
  writeFileSync(path.join(posts, 'one.md'), text);
  writeFileSync(path.join(posts, 'two.mdx'), text);
  writeFileSync(path.join(posts, 'other.md'), '---\ntitle: 另一篇\ndate: 2025-01-01\n---\n正文。\n');
  mkdirSync(path.join(posts, 'both'));
  const both = 'date: 2025-01-02\nupdated: 2025-02-03\nseries: { id: pair, order: 1 }\n---\n';
  writeFileSync(
    path.join(posts, 'both', 'zh.md'),
    `---\ntitle: '两种 </script> 语言'\nredirectFrom: [/2020/两种/, /2020/两种.html, /2020/x.php]\n${both}中文。\n`,
  );
  writeFileSync(
    path.join(posts, 'both', 'en.md'),
    `---\ntitle: Both languages\npermalink: /2020/both.html\nslug: both\n${both}English.\n`,
  );
  appendFileSync(path.join(content, 'series.yaml'), 'pair: { title: { zh: 一对, en: A pair } }\n');
  const args = ['--content', content, '--out', out, '--base', base];
  const { code, output } = await runCommand('build', args);
  expect(code, output).toBe(0);
  expect(output).not.toMatch(/warning|error/iu);
  const all = [...snapshot(out)]
    .filter(([name]) => name.endsWith('.html'))
    .map(([name, html]) => [name, Buffer.from(html, 'base64').toString()] as const);
  pages = new Map(all.filter(([name]) => !name.startsWith('2020')));
  moved = new Map(all.filter(([name]) => name.startsWith('2020')));
});
afterAll(remove);

/** Absolute address of a page by its file. */
const addressOf = (name: string): string =>
  site +
  base +
  encodeURI(
    name
      .split(path.sep)
      .join('/')
      .replace(/index\.html$/u, ''),
  );

/** File of an absolute address of the site. */
const fileOf = (url: string): string => {
  const { pathname } = new URL(url);
  const name = decodeURI(pathname).slice(base.length);
  return name === '' || name.endsWith('/') ? `${name}index.html` : name;
};

/** Contents of the `<meta>` and `<link>` of a page that have an attribute. */
const contentsOf = (html: string, attribute: string): string[] =>
  [...html.matchAll(/<(?:meta|link) [^>]*>/gu)]
    .filter(([tag]) => tag.includes(` ${attribute}`))
    .map(([tag]) => /\s(?:content|href)="([^"]*)"/u.exec(tag)?.[1] ?? '');

const linkedData = (html: string): Record<string, unknown>[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gsu)].map(
    ([, json = '']) => JSON.parse(json) as Record<string, unknown>,
  );

describe('every page', () => {
  it('is valid HTML', async () => {
    const validator = new HtmlValidate(config);
    const problems: string[] = [];
    for (const [name, html] of [...pages, ...moved]) {
      const { results } = await validator.validateString(html, name);
      const messages = results.flatMap((result): Message[] => result.messages);
      for (const { ruleId, message, selector } of messages) {
        problems.push(`${name}: ${ruleId}: ${message} (${selector ?? ''})`);
      }
    }
    expect(pages.size).toBeGreaterThan(60);
    expect(problems).toEqual([]);
  });

  it('has a complete card where it is shared', () => {
    for (const [name, html] of pages) {
      for (const property of ['og:title', 'og:description', 'og:type', 'og:site_name', 'og:locale']) {
        expect(contentsOf(html, `property="${property}"`), `${name} ${property}`).toHaveLength(1);
      }
      expect(contentsOf(html, 'name="twitter:card"'), name).toHaveLength(1);
      const isHidden = contentsOf(html, 'name="robots"').length > 0;
      expect(contentsOf(html, 'rel="canonical"'), name).toHaveLength(isHidden ? 0 : 1);
      expect(contentsOf(html, 'property="og:url"'), name).toEqual(contentsOf(html, 'rel="canonical"'));
    }
  });

  it('names the feeds of its language, which are there', () => {
    for (const [name, html] of pages) {
      const prefix = base + (name.startsWith('en/') ? 'en/' : '');
      const feeds = ['rss+xml', 'atom+xml', 'feed+json'].flatMap((type) =>
        contentsOf(html, `type="application/${type}"`),
      );
      expect(feeds, name).toEqual(['rss.xml', 'atom.xml', 'feed.json'].map((file) => prefix + file));
      for (const feed of feeds) expect(existsSync(path.join(out, fileOf(site + feed))), feed).toBe(true);
    }
  });
});

describe('the sitemap', () => {
  /** Entries with their alternates by language. */
  const entries = () =>
    [...read('sitemap.xml').matchAll(/<url><loc>([^<]+)<\/loc>(.*?)<\/url>/gu)].map(
      ([, url = '', rest = '']) => ({
        url,
        changed: /<lastmod>([^<]+)<\/lastmod>/u.exec(rest)?.[1],
        alternates: [...rest.matchAll(/hreflang="([^"]+)" href="([^"]+)"/gu)].map(
          ([, language = '', href = '']) => `${language} ${href}`,
        ),
      }),
    );

  it('has every page that search engines are to know, once, and no other', () => {
    const known = [...pages]
      .filter(([name, html]) => contentsOf(html, 'rel="canonical"')[0] === addressOf(name))
      .map(([name]) => addressOf(name));
    expect(
      entries()
        .map(({ url }) => url)
        .toSorted(),
    ).toEqual(known.toSorted());
  });

  it('says the same of translations as the pages do', () => {
    for (const { url, alternates } of entries()) {
      const html = pages.get(fileOf(url)) ?? '';
      const links = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/gu)].map(
        ([, language = '', href = '']) => `${language} ${href}`,
      );
      expect(alternates, url).toEqual(links);
    }
    const both = entries().find(({ url }) => url.endsWith('/en/posts/both/'));
    expect(both?.changed).toBe('2025-02-03');
    expect(both?.alternates).toEqual([
      `zh-CN ${site}${base}posts/both/`,
      `en ${site}${base}en/posts/both/`,
      `x-default ${site}${base}posts/both/`,
    ]);
  });
});

describe('an article', () => {
  it('tells machines what it is, whatever its title holds', () => {
    const html = pages.get('posts/both/index.html') ?? '';
    const article = linkedData(html).find((data) => data['@type'] === 'BlogPosting');
    expect(article).toMatchObject({
      headline: '两种 </script> 语言',
      url: `${site}${base}posts/both/`,
      dateModified: '2025-02-03T00:00:00.000Z',
      inLanguage: 'zh-CN',
      workTranslation: [{ inLanguage: 'en', url: `${site}${base}en/posts/both/` }],
    });
    expect(contentsOf(html, 'property="article:modified_time"')).toEqual(['2025-02-03T00:00:00.000Z']);
    expect(contentsOf(html, 'property="og:locale:alternate"')).toEqual(['en_US']);
  });

  it('names each work that it cites, once', () => {
    const html = pages.get('posts/lora/index.html') ?? '';
    const cited = html.match(/<li id="ref-/gu) ?? [];
    expect(cited.length).toBeGreaterThan(5);
    expect(contentsOf(html, 'name="citation_reference"')).toHaveLength(cited.length);
    const article = linkedData(html).find((data) => data['@type'] === 'BlogPosting');
    expect(article?.citation).toHaveLength(cited.length);
  });

  it('says nothing of itself where another language shows the original', () => {
    const html = pages.get('en/posts/lora/index.html') ?? '';
    expect(contentsOf(html, 'rel="canonical"')).toEqual([`${site}${base}posts/lora/`]);
    expect(contentsOf(html, 'name="citation_title"')).toEqual([]);
    expect(linkedData(html).map((data) => data['@type'])).toEqual(['BreadcrumbList']);
    expect(contentsOf(html, 'type="text/markdown"')).toEqual([`${base}posts/lora/index.md`]);
  });

  it('has a copy in Markdown with absolute addresses of what is there', () => {
    for (const name of ['one', 'two']) {
      const copy = read(`posts/${name}/index.md`);
      expect(copy).toContain(`canonical: "${site}${base}posts/${name}/"`);
      expect(copy).toContain('# 一篇两写');
      const images = [...copy.matchAll(/!\[[^\]]*\]\(([^)\s]+)/gu)].map(([, url = '']) => url);
      expect(images.length).toBeGreaterThan(0);
      for (const url of images) {
        expect(url).toMatch(/^https:\/\/downlink\.example\/some\/base\//u);
        expect(existsSync(path.join(out, fileOf(url))), url).toBe(true);
      }
    }
    // MDX has a blank line where raw HTML has none.
    const linesOf = (name: string): string[] =>
      read(`posts/${name}/index.md`).replaceAll(`/posts/${name}/`, '/').split(/\n+/u);
    expect(linesOf('two')).toEqual(linesOf('one'));
    expect(existsSync(path.join(out, 'en/posts/one/index.md'))).toBe(false);
  });

  it('stands in llms.txt with the address of its copy', () => {
    for (const name of ['llms.txt', 'en/llms.txt']) {
      const copies = [...read(name).matchAll(/\]\((https:[^)]+\.md)\)/gu)].map(([, url = '']) => url);
      expect(copies.length).toBeGreaterThan(10);
      for (const url of copies) expect(existsSync(path.join(out, fileOf(url))), url).toBe(true);
    }
    expect(read('en/llms.txt')).toContain(`[Both languages](${site}${base}en/posts/both/index.md)`);
  });
});

describe('an old address', () => {
  const article = `${base}posts/both/`;

  it('has a page that leads on by itself, and nobody else knows', () => {
    expect([...moved.keys()]).toEqual([
      path.join('2020', 'both.html'),
      path.join('2020', '两种.html'),
      path.join('2020', '两种', 'index.html'),
    ]);
    for (const [name, html] of moved) {
      const target = name.includes('both') ? `${base}en/posts/both/` : article;
      expect(contentsOf(html, 'http-equiv="refresh"')).toEqual([`0; url=${target}`]);
      expect(contentsOf(html, 'rel="canonical"')).toEqual([site + target]);
      expect(contentsOf(html, 'name="robots"')).toEqual(['noindex']);
      expect(contentsOf(html, 'http-equiv="content-security-policy"')[0]).toContain("default-src 'none'");
      expect(html).toContain(name.includes('both') ? 'This page has moved' : '这一页搬家了');
    }
    for (const name of ['rss.xml', 'llms.txt', 'sitemap.xml', 'sw.js', '_headers'])
      expect(read(name), name).not.toMatch(/2020\/(?:both|两种|%E4)/u);
  });

  it('stands in the file that hosts read, as they compare it', () => {
    const old = `${base}2020/%E4%B8%A4%E7%A7%8D`;
    expect(read('_redirects').split('\n')).toEqual([
      `${base}2020/x.php ${article} 301`,
      `${base}2020/both.html ${base}en/posts/both/ 301`,
      `${old}.html ${article} 301`,
      `${old}/ ${article} 301`,
      `${old} ${article} 301`,
      '',
    ]);
  });
});

describe('the home page', () => {
  it('can be searched', () => {
    const website = linkedData(read('en/index.html')).find((data) => data['@type'] === 'WebSite');
    expect(website).toMatchObject({
      inLanguage: 'en',
      potentialAction: { target: { urlTemplate: `${site}${base}en/search/?q={search_term_string}` } },
    });
  });
});
