import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hasAsset, resolveLink, type SiteMap } from '../../../src/loader/link-resolver.ts';

const posts = '/content/posts';
const site: SiteMap = {
  base: '/docs/',
  publicFolder: fileURLToPath(new URL('../../../public', import.meta.url)),
  sections: [
    { section: 'posts', folder: posts },
    { section: 'docs', folder: '/content/docs' },
  ],
  prefixes: ['', '/en'],
  pages: new Set([
    '/',
    '/tags/',
    '/tags/大模型/',
    '/rss.xml',
    '/en/',
    '/en/tags/',
    '/en/tags/llm/',
    '/en/rss.xml',
  ]),
  articles: new Map([
    [path.join(posts, 'lora/zh.md'), '/posts/lora/'],
    [path.join(posts, 'notes/注意力.md'), '/posts/notes/注意力/'],
    ['/content/docs/zh/math.md', '/docs/math/'],
    [path.join(posts, 'lora/en.md'), '/en/posts/lora/'],
    [path.join(posts, 'only/en.md'), '/en/posts/only/'],
  ]),
};
const from = path.join(posts, 'lora/zh.md');
const resolve = (href: string) => resolveLink(site, { file: from, prefix: '' }, href);
const english = path.join(posts, 'attention/en.md');
const resolveInEnglish = (href: string) => resolveLink(site, { file: english, prefix: '/en' }, href);

describe('hasAsset', () => {
  it('finds files by their addresses, and nothing by what is none', () => {
    const here = fileURLToPath(import.meta.url);
    expect(hasAsset('./link-resolver.test.ts?a#b', here, '/')).toBe(true);
    expect(hasAsset('./link%2Dresolver.test.ts', here, '/')).toBe(true);
    for (const url of ['%ff.png', '10%.png', './a%2', '%00']) expect(hasAsset(url, here, '/')).toBe(false);
  });
});

describe('resolveLink', () => {
  it.each([
    ['./zh.md', '/docs/posts/lora/'],
    ['zh.md#方法', '/docs/posts/lora/#方法'],
    ['../notes/注意力.md', '/docs/posts/notes/%E6%B3%A8%E6%84%8F%E5%8A%9B/'],
    ['../notes/注意力', '/docs/posts/notes/%E6%B3%A8%E6%84%8F%E5%8A%9B/'],
    ['../lora/zh.mdx', '/docs/posts/lora/'],
    ['../lora', '/docs/posts/lora/'],
    ['../../docs/zh/math.md', '/docs/docs/math/'],
    ['/posts/lora/', '/docs/posts/lora/'],
    ['/posts/lora', '/docs/posts/lora/'],
    ['/tags/大模型/?a=b', '/docs/tags/%E5%A4%A7%E6%A8%A1%E5%9E%8B/?a=b'],
    ['/', '/docs/'],
    ['/rss.xml', '/docs/rss.xml'],
    ['/favicon.svg', '/docs/favicon.svg'],
  ])('%s → %s', (href, url) => {
    expect(resolve(href)).toMatchObject({ kind: 'internal', url });
  });

  it('names the article behind an address, for the check of its anchors', () => {
    expect(resolve('/posts/lora/')).toMatchObject({ file: from });
  });

  it('finds dead links and what they may have meant', () => {
    expect(
      resolveLink(site, { file: path.join(posts, 'notes/注意力.md'), prefix: '' }, '../lara/zh.md'),
    ).toEqual({
      kind: 'dead',
      hint: 'did you mean `../lora/zh.md`?',
    });
    expect(resolve('../../lora/zh.md')).toEqual({ kind: 'dead' });
    expect(resolve('../../lora/en.md')).toEqual({ kind: 'dead', hint: 'did you mean `en.md`?' });
    expect(resolve('../../posts/注意力.md')).toEqual({
      kind: 'dead',
      hint: 'did you mean `../notes/注意力.md`?',
    });
    expect(resolve('/posts/lara/')).toEqual({ kind: 'dead', hint: 'did you mean `/posts/lora/`?' });
    expect(resolve('/nowhere/at/all/')).toEqual({ kind: 'dead' });
  });

  it.each([
    // The translation, however the link names the article.
    ['../lora/zh.md', '/docs/en/posts/lora/', 'lora/en.md'],
    ['../lora/en.md#method', '/docs/en/posts/lora/#method', 'lora/en.md'],
    ['../lora', '/docs/en/posts/lora/', 'lora/en.md'],
    ['/posts/lora/', '/docs/en/posts/lora/', 'lora/en.md'],
    // Without one, the page that shows the original.
    ['../notes/注意力.md', '/docs/en/posts/notes/%E6%B3%A8%E6%84%8F%E5%8A%9B/', 'notes/注意力.md'],
    ['/posts/notes/注意力/', '/docs/en/posts/notes/%E6%B3%A8%E6%84%8F%E5%8A%9B/', 'notes/注意力.md'],
  ])('leads from an English article to an English page: %s → %s', (href, url, file) => {
    expect(resolveInEnglish(href)).toEqual({ kind: 'internal', url, file: path.join(posts, file) });
  });

  it.each([
    ['/tags/', '/docs/en/tags/'],
    ['/tags/llm', '/docs/en/tags/llm/'],
    ['/tags/大模型/', '/docs/tags/%E5%A4%A7%E6%A8%A1%E5%9E%8B/'],
    ['/rss.xml', '/docs/en/rss.xml'],
    ['/favicon.svg', '/docs/favicon.svg'],
  ])('leads from an English article to the lists of its locale that exist: %s → %s', (href, url) => {
    expect(resolveInEnglish(href)).toEqual({ kind: 'internal', url });
  });

  it('leads from a Chinese article to the page of one that exists in English alone', () => {
    expect(resolve('../only/en.md')).toMatchObject({ url: '/docs/posts/only/' });
    expect(resolve('../only/')).toMatchObject({ url: '/docs/posts/only/' });
  });

  it('takes a locale that a link names at its word', () => {
    expect(resolve('/en/posts/lora/')).toMatchObject({ url: '/docs/en/posts/lora/' });
    expect(resolve('/en/tags/')).toMatchObject({ url: '/docs/en/tags/' });
    expect(resolve('./en.md')).toMatchObject({ url: '/docs/en/posts/lora/' });
  });

  it('leaves other hosts alone', () => {
    expect(resolve('//example.org/x')).toEqual({ kind: 'external' });
  });
});
