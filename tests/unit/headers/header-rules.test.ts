import { describe, expect, it } from 'vitest';
import { type BuiltSite, headerRules, headersOf } from '../../../src/headers/header-rules.ts';
import { headersText, readHeaders } from '../../../src/headers/headers-file.ts';

const siteUnder = (base: string): BuiltSite => ({
  base,
  hashes: { scripts: ['sha256-a='], styles: ['sha256-b='] },
  foreign: {},
  folders: ['en', 'posts'],
  pages: ['404.html', 'index.html'],
  files: ['favicon.svg', 'feed.json', 'rss.xml'],
  searchWorkers: ['_assets/search-worker-x.js'],
});

describe.each(['/', '/some/base/'])('headers under %s', (base) => {
  const rules = headerRules(siteUnder(base));
  const headers = (path: string): Record<string, string> => headersOf(rules, base + path);
  const policy = (path: string): string => headers(path)['Content-Security-Policy'] ?? '';

  it.each(['', 'index.html', '404.html', 'posts/lora/', 'posts/低秩/', 'en/', 'en/posts/lora/'])(
    'give /%s the policy of a page and let it be asked for each time',
    (path) => {
      expect(policy(path)).toContain("default-src 'none'; script-src 'self' 'sha256-a='");
      expect(policy(path)).toContain("style-src 'self' 'sha256-b='");
      expect(policy(path)).toContain("frame-ancestors 'none'");
      expect(policy(path)).not.toMatch(/unsafe/u);
      expect(headers(path)['Cache-Control']).toBe('no-cache');
    },
  );

  it('allow WebAssembly to the worker of search alone', () => {
    const allowed = rules.filter((rule) => headersText([rule]).includes('unsafe'));
    expect(allowed.map(({ path }) => path)).toEqual([`${base}_assets/search-worker-x.js`]);
    expect(policy('_assets/search-worker-x.js')).toContain("script-src 'self' 'wasm-unsafe-eval'");
  });

  it.each([
    ['_assets/a.js', 'public, max-age=31536000, immutable'],
    ['_assets/fonts/a.woff2', 'public, max-age=31536000, immutable'],
    ['_assets/search-worker-x.js', 'public, max-age=31536000, immutable'],
    ['pagefind/zh/articles/fragment/en_1.pf_fragment', 'public, max-age=31536000, immutable'],
    ['pagefind/zh/articles/pagefind.js', 'no-cache'],
    ['pagefind/zh/terms.json', 'no-cache'],
    ['sw.js', 'no-cache'],
    ['rss.xml', 'no-cache'],
    ['feed.json', 'no-cache'],
    ['favicon.svg', 'public, max-age=86400'],
  ])('keep /%s as long as is right', (path, value) => {
    expect(headers(path)['Cache-Control']).toBe(value);
  });

  it('are there for any address below the base, and for none beside it', () => {
    expect(headers('no/such/page')).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Content-Security-Policy': "frame-ancestors 'none'",
    });
    if (base !== '/') expect(headersOf(rules, '/other/')).toEqual({});
  });

  it('never say a value twice where hosts would join it, but for policies', () => {
    for (const path of ['', '404.html', 'posts/x/', 'en/x/', '_assets/search-worker-x.js', 'sw.js']) {
      for (const [name, value] of Object.entries(headers(path))) {
        if (!name.endsWith('Policy')) expect(value, `${path} ${name}`).not.toContain(', no-cache');
      }
    }
  });

  it('are read from their file as they were written, within the limits of hosts', () => {
    const text = headersText(rules);
    expect(readHeaders(text)).toEqual(rules);
    expect(rules.length).toBeLessThan(100);
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(2000);
  });
});
