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
  pages: new Set(['/', '/tags/', '/tags/大模型/', '/rss.xml']),
  articles: new Map([
    [path.join(posts, 'lora/zh.md'), '/posts/lora/'],
    [path.join(posts, 'notes/注意力.md'), '/posts/notes/注意力/'],
    ['/content/docs/zh/math.md', '/docs/math/'],
  ]),
};
const from = path.join(posts, 'lora/zh.md');
const resolve = (href: string) => resolveLink(site, from, href);

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
    expect(resolveLink(site, path.join(posts, 'notes/注意力.md'), '../lara/zh.md')).toEqual({
      kind: 'dead',
      hint: 'did you mean `../lora/zh.md`?',
    });
    expect(resolve('/posts/lara/')).toEqual({ kind: 'dead', hint: 'did you mean `/posts/lora/`?' });
    expect(resolve('/nowhere/at/all/')).toEqual({ kind: 'dead' });
  });

  it('leaves other hosts alone', () => {
    expect(resolve('//example.org/x')).toEqual({ kind: 'external' });
  });
});
