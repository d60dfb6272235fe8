import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IndexCache } from '../../../src/offline/index-cache.ts';
import type { OfflineSite } from '../../../src/offline/offline-site.ts';
import { SiteCache } from '../../../src/offline/site-cache.ts';
import { hosted, MemoryCaches } from './memory-caches.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

const siteOf = (build: string): OfflineSite => ({
  build,
  base: '/b/',
  offlinePages: { '/b/': '/b/offline/' },
  pages: ['/b/search/'],
  assets: ['/b/_assets/page.js'],
  index: [['/b/pagefind/zh/terms.json', hash(build)], ['/b/pagefind/zh/articles/index/x']],
});

/** What the host has; a path that it does not have cannot be reached. */
const host = new Map<string, string>();
const asked: string[] = [];
let memory = new MemoryCaches();

beforeEach(() => {
  memory = new MemoryCaches();
  host.clear();
  asked.length = 0;
  vi.stubGlobal('caches', memory);
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    const text = host.get(path);
    return text === undefined ? Promise.reject(new TypeError(path)) : Promise.resolve(hosted(text));
  });
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const namesIn = (build: string): string[] => [
  ...(memory.all.get(`downlink /b/ ${build}`)?.files.keys() ?? []),
];

describe('SiteCache', () => {
  it('keeps a page with the files that it names, and takes these from earlier builds', async () => {
    const old = new SiteCache(siteOf('1'));
    host.set('/b/_assets/a.css', 'a').set('/b/_assets/b.svg', 'b');
    await old.keepPage('/b/posts/x/', hosted('<link href="/b/_assets/a.css">'));
    host.delete('/b/_assets/a.css');
    const next = new SiteCache(siteOf('2'));
    const html = '<link href="/b/_assets/a.css"><img src="/b/_assets/b.svg"><img src="/b/_assets/gone.svg">';
    expect(await next.keepPage('/b/posts/x/', hosted(html))).toBe(true);
    expect(namesIn('2').toSorted()).toEqual(['/b/_assets/a.css', '/b/_assets/b.svg', '/b/posts/x/']);
  });

  it('keeps no error, no redirected answer and nothing that is not a page', async () => {
    const files = new SiteCache(siteOf('1'));
    const error = new Response('x', { status: 404, headers: { 'content-type': 'text/html' } });
    const redirected = hosted('x');
    Object.defineProperty(redirected, 'redirected', { value: true });
    for (const response of [error, redirected, hosted('<rss/>', 'application/xml')]) {
      expect(await files.keepPage('/b/x/', response)).toBe(false);
    }
    expect(namesIn('1')).toEqual([]);
  });

  it('forgets the pages that were read longest ago, and never what every reader has', async () => {
    const files = new SiteCache(siteOf('1'));
    await files.keepPage('/b/search/', hosted('search'));
    for (let page = 0; page < 60; page += 1) await files.keepPage(`/b/posts/${String(page)}/`, hosted('x'));
    await files.keepPage('/b/posts/10/', hosted('again'));
    await files.keepPage('/b/posts/new/', hosted('x'));
    const kept = namesIn('1');
    expect(kept).toHaveLength(51);
    expect(kept).toContain('/b/search/');
    expect(kept).toContain('/b/posts/10/');
    expect(kept).not.toContain('/b/posts/11/');
  });
});

describe('IndexCache', () => {
  const answerOf = async (index: IndexCache, path: string): Promise<string> =>
    (await index.answer(path as unknown as Request, path)).text();

  async function filled(build: string): Promise<IndexCache> {
    const site = siteOf(build);
    const index = new IndexCache(site, new SiteCache(site));
    const done = index.fill();
    await vi.advanceTimersByTimeAsync(2000);
    await done;
    return index;
  }

  it('answers from what it kept once that is the whole index', async () => {
    host.set('/b/pagefind/zh/terms.json', '1').set('/b/pagefind/zh/articles/index/x', 'x');
    const index = await filled('1');
    host.set('/b/pagefind/zh/terms.json', '2');
    expect(await answerOf(index, '/b/pagefind/zh/terms.json')).toBe('1');
  });

  it('counts for nothing while the host has files of another build', async () => {
    host.set('/b/pagefind/zh/terms.json', '2').set('/b/pagefind/zh/articles/index/x', 'x');
    const index = await filled('1');
    expect(namesIn('1')).not.toContain('/b/pagefind/');
    expect(await answerOf(index, '/b/pagefind/zh/terms.json')).toBe('2');
    host.clear();
    await expect(answerOf(index, '/b/pagefind/zh/terms.json')).rejects.toThrow();
  });

  it('answers wholly from the earlier index where the new one is not there and cannot be reached', async () => {
    host.set('/b/pagefind/zh/terms.json', '1').set('/b/pagefind/zh/articles/index/x', 'x');
    await filled('1');
    host.clear();
    const next = await filled('2');
    expect(await next.isWanted()).toBe(true);
    expect(await answerOf(next, '/b/pagefind/zh/terms.json')).toBe('1');
    expect(await answerOf(next, '/b/pagefind/zh/articles/index/x')).toBe('x');
  });
});
