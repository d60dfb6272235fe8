import { describe, expect, it } from 'vitest';
import { compileFiles } from './compile-text.ts';

const article = (...lines: string[]): string =>
  `---\n${['title: 甲', 'date: 2026-01-01', ...lines].join('\n')}\n---\n一`;
const locales = {
  locales: [
    { id: 'zh', tag: 'zh-CN' },
    { id: 'en', tag: 'en' },
  ],
};

const compile = (files: Record<string, string>) =>
  compileFiles(files, new Date('2026-06-01'), undefined, {}, locales);

describe('old addresses of articles', () => {
  it('lead to them, in all forms in which front matter tells them', async () => {
    const { redirects, diagnostics, articles } = await compile({
      'posts/a.md': article('redirectFrom: [/2021/a.html, /2021/a]'),
      'posts/b.md': article('permalink: /notes/b/', 'redirect_from: old/b'),
      'posts/c.md': '+++\ntitle = "丙"\ndate = 2026-01-01\naliases = ["/丙.php", "三"]\n+++\n一',
    });
    expect(diagnostics).toEqual([]);
    expect(redirects).toEqual([
      { from: '/2021/a.html', to: '/posts/a/' },
      { from: '/2021/a/', to: '/posts/a/' },
      { from: '/notes/b/', to: '/posts/notes/b/' },
      { from: '/old/b/', to: '/posts/notes/b/' },
      { from: '/丙.php', to: '/posts/c/' },
    ]);
    const c = articles.find(({ data }) => data.slug === 'c');
    expect(c?.data.aliases).toEqual(['三']);
  });

  it('are nothing where they are the address of today', async () => {
    const { redirects, diagnostics } = await compile({ 'posts/a.md': article('redirectFrom: /posts/a') });
    expect([redirects, diagnostics]).toEqual([[], []]);
  });

  it('of drafts lead nowhere', async () => {
    const { redirects } = await compile({
      'posts/a.md': article('redirectFrom: /a/'),
      'posts/b.md': article('redirectFrom: /b/', 'draft: true'),
    });
    expect(redirects).toEqual([{ from: '/a/', to: '/posts/a/' }]);
  });

  it('that two versions of one article name lead to the first', async () => {
    const { redirects, diagnostics } = await compile({
      'posts/a/en.md': article('redirectFrom: [/old/, /en/old/]'),
      'posts/a/zh.md': article('redirectFrom: /old/'),
    });
    expect(diagnostics).toEqual([]);
    expect(redirects).toContainEqual({ from: '/en/old/', to: '/en/posts/a/' });
    expect(redirects).toContainEqual({ from: '/old/', to: '/posts/a/' });
  });

  it.each([
    ...['/', '/archive/', '/en/archive/', '/en/posts/a/', '/posts/a/index.md', '/page/2/', '/en/page/2/'],
    ...['/rss.xml', '/en/rss.xml', '/_assets/x.html', '/sw.js', '/404.html', '/en/404/', '/offline/'],
  ])('cannot be %s, which is there', async (address) => {
    const { redirects, diagnostics } = await compile({ 'posts/a.md': article(`redirectFrom: ${address}`) });
    expect(diagnostics).toMatchObject([{ rule: 'redirect/taken', line: 4, column: 15 }]);
    expect(redirects).toEqual([]);
  });

  it('give way, where they are told by the way, without a word', async () => {
    const { redirects, diagnostics } = await compile({
      'posts/a.md': article('permalink: /about/'),
      'posts/b.md': article('permalink: /c/'),
      'posts/d.md': article('redirectFrom: /c/'),
    });
    expect(diagnostics).toEqual([]);
    expect(redirects).toEqual([{ from: '/c/', to: '/posts/d/' }]);
  });
});

describe('redirects of the site settings', () => {
  const redirected = (redirects: Record<string, string>, files: Record<string, string> = {}) =>
    compileFiles(
      { 'posts/a.md': article('tags: [大模型]', 'redirectFrom: [/2021/a/]'), ...files },
      new Date('2026-06-01'),
      undefined,
      {},
      { ...locales, redirects },
    );

  it('lead to pages of all kinds, beside those of articles', async () => {
    const { redirects, diagnostics } = await redirected({
      '/categories/llm': '/tags/大模型',
      '/category/llm.php': '/en/tags/大模型/',
      '/log/': '/archive/',
      '/feed.rss': '/rss.xml',
      '/b/': '/posts/a/',
    });
    expect(diagnostics).toEqual([]);
    expect(redirects).toEqual([
      { from: '/2021/a/', to: '/posts/a/' },
      { from: '/b/', to: '/posts/a/' },
      { from: '/categories/llm/', to: '/tags/大模型/' },
      { from: '/category/llm.php', to: '/en/tags/大模型/' },
      { from: '/feed.rss', to: '/rss.xml' },
      { from: '/log/', to: '/archive/' },
    ]);
  });

  it.each([
    ['an address of a page', { '/about/': '/archive/' }, 'redirect/taken', 'remove it'],
    ['one of an article', { '/2021/a/': '/archive/' }, 'redirect/taken', 'or from the article'],
    ['one twice', { '/x': '/archive/', '/x/': '/about/' }, 'redirect/taken', "`'/x/': '/archive/'`"],
    ['no page', { '/x/': '/archiv/' }, 'redirect/dead', "write `'/x/': '/archive/'`"],
    ['an old address', { '/x/': '/2021/a/' }, 'redirect/dead', "write `'/x/': '/posts/a/'`"],
    [
      'an address of a host',
      { 'https://a.example/x/': '/tags/' },
      'redirect/invalid',
      'write the path alone',
    ],
  ])('are not %s', async (_name, redirects, rule, hint) => {
    const { diagnostics } = await redirected(redirects);
    expect(diagnostics).toMatchObject([{ rule, severity: 'error', file: 'src/site.config.ts' }]);
    expect(diagnostics[0]?.hint).toContain(hint);
  });
});
