import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';

const visit = useBrowser();
const sites = inject('sites');

const pagesAndWorker = /\/(?:\?.*)?$|\.html$|search-worker[^/]*\.js$/u;
const meta = /<meta http-equiv="content-security-policy"[^>]*>/u;

/** Lets pages come with the policy of their headers alone, or with that of their own markup alone. */
async function leaveOnly(page: Page, kind: 'headers' | 'meta'): Promise<void> {
  await page.route(pagesAndWorker, async (route) => {
    const response = await route.fetch();
    const isPage = response.headers()['content-type']?.startsWith('text/html');
    const headers = { ...response.headers() };
    if (kind === 'headers' && response.ok())
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    if (kind === 'meta') delete headers['content-security-policy'];
    if (!isPage) await route.fulfill({ response, headers });
    else {
      const html = await response.text();
      expect(html).toMatch(meta);
      await route.fulfill({ response, headers, body: kind === 'meta' ? html : html.replace(meta, '') });
    }
  });
}

const pages = [
  '',
  'en/',
  'posts/lora/',
  'docs/figures/',
  'tags/',
  'archive/',
  'about/',
  'offline/',
  'search/?q=LoRA',
  '404.html',
  'no/such/page/',
];

// Under a base path other pages are no other.
const somePages = ['', 'en/', 'posts/lora/', '404.html'];

const cases = Object.values(sites).flatMap((home) =>
  (['headers', 'meta'] as const).map((kind) => [home, kind] as const),
);

describe.each(cases)('%s with the policy of its %s', (home, kind) => {
  it('breaks it on no page, and everything works', async () => {
    await visit(
      `${home}robots.txt`,
      async (page) => {
        await leaveOnly(page, kind);
        for (const path of home === sites.root ? pages : somePages) {
          await page.goto(home + path);
          // A sheet that was blocked would have no rules to be read.
          const sheets = await page.evaluate(() =>
            [...document.styleSheets].map((sheet) => sheet.cssRules.length),
          );
          expect(Math.min(...sheets), path).toBeGreaterThan(0);
        }
        await page.goto(`${home}search/?q=${encodeURIComponent('低秩')}`);
        await page.locator('.search-page-results > li').first().waitFor();
        await page.goto(`${home}posts/lora/`);
        const height = await page
          .locator('.katex .vlist')
          .first()
          .evaluate((element) => getComputedStyle(element).height);
        expect(Number.parseFloat(height)).toBeGreaterThan(0);
        await page.getByRole('button', { name: /主题/u }).click();
        await page.locator('.copy-code, .code button').first().click();
        await page.unrouteAll({ behavior: 'ignoreErrors' });
      },
      { mayFail: /no\/such\/page|favicon/u, permissions: ['clipboard-write'] },
    );
  });
});

describe.each(['headers', 'meta'] as const)('the policy of the %s', (kind) => {
  it.each([
    ['a script', 'script', 'document.documentElement.dataset.injected = "yes"'],
    ['a style', 'style', ':root { --injected: yes }'],
  ])('stops %s that slipped into a page', async (_name, tag, text) => {
    const check = async (page: Page): Promise<void> => {
      await leaveOnly(page, kind);
      await page.route(/posts\/lora\/$/u, async (route) => {
        const response = await route.fetch();
        const html = (await response.text()).replace('</p>', `</p><${tag}>${text}</${tag}>`);
        const headers = { ...response.headers() };
        if (kind === 'meta') delete headers['content-security-policy'];
        await route.fulfill({ response, headers, body: kind === 'meta' ? html : html.replace(meta, '') });
      });
      await page.goto(`${sites.root}posts/lora/`);
      const injected = await page.evaluate(() => [
        document.documentElement.dataset.injected,
        getComputedStyle(document.documentElement).getPropertyValue('--injected'),
      ]);
      expect(injected).toEqual([undefined, '']);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    };
    // What lets every other browser test fail on a violation.
    const watched = visit(`${sites.root}robots.txt`, check);
    const trouble = await watched.then(
      () => [],
      (error: unknown) => (error as { actual?: string[] }).actual ?? [],
    );
    expect(trouble.join('\n')).toContain(`Against ${tag}-src-elem: inline`);
  });
});
