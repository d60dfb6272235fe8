import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { offlineSiteOf, writeServiceWorker } from '../../../src/build/write-service-worker.ts';
import { defineSite } from '../../../src/settings.ts';

const staging = mkdtempSync(path.join(tmpdir(), 'downlink-worker-'));
afterAll(() => {
  rmSync(staging, { recursive: true });
});

const site = defineSite(
  {
    name: 'N',
    description: 'D',
    url: 'https://example.org',
    base: '/b/',
    locales: [
      { id: 'zh', tag: 'zh-CN' },
      { id: 'en', tag: 'en' },
    ],
  },
  {},
);

function write(name: string, content: string | Buffer): void {
  const file = path.join(staging, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

write('index.html', 'x');
write('_assets/page.js', 'x');
write('_assets/page.css', 'x');
write('_assets/terms-zh-12345678.json', '{}');
write('_assets/formulas-12345678.css', 'x');
write('_assets/fonts/a.woff2', 'x');
write('pagefind/zh/terms.json', '{}');
write('pagefind/zh/articles/pagefind.js', 'x');
write('pagefind/zh/articles/index/en_1.pf_index', 'x');

describe('offlineSiteOf', () => {
  it('names what is kept, under the base path', () => {
    const { build, ...rest } = offlineSiteOf(staging, site);
    expect(build).toMatch(/^[\da-f]{12}$/u);
    expect(rest).toEqual({
      base: '/b/',
      offlinePages: { '/b/': '/b/offline/', '/b/en/': '/b/en/offline/' },
      pages: ['/b/search/', '/b/en/search/'],
      assets: ['/b/_assets/page.css', '/b/_assets/page.js', '/b/_assets/terms-zh-12345678.json'],
      index: [
        ['/b/pagefind/zh/articles/index/en_1.pf_index'],
        ['/b/pagefind/zh/articles/pagefind.js', '2d711642b726b044'],
        ['/b/pagefind/zh/terms.json', '44136fa355b3678a'],
      ],
    });
  });

  it('is of another build when any file differs', () => {
    const { build } = offlineSiteOf(staging, site);
    expect(offlineSiteOf(staging, site).build).toBe(build);
    write('index.html', 'y');
    expect(offlineSiteOf(staging, site).build).not.toBe(build);
  });

  it('keeps no index that is too large', () => {
    write('pagefind/zh/articles/index/en_2.pf_index', Buffer.alloc(8_000_000));
    expect(offlineSiteOf(staging, site).index).toEqual([]);
  });
});

describe('writeServiceWorker', () => {
  const written = async (offline: boolean): Promise<string> => {
    await writeServiceWorker(staging, { ...site, offline });
    return readFileSync(path.join(staging, 'sw.js'), 'utf8');
  };

  it('writes one script, small, with the site in it', async () => {
    const code = await written(true);
    expect(code).toContain('/b/en/offline/');
    expect(code).not.toMatch(/\bimport\b|__OFFLINE_SITE__/u);
    expect(code.length).toBeLessThan(8000);
  });

  it('writes one that removes itself where the site is not to be read offline', async () => {
    const code = await written(false);
    expect(code).toContain('unregister');
    expect(code).not.toContain('respondWith');
  });
});
