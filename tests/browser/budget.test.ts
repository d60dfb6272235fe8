import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, describe, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';

const visit = useBrowser();
const { root } = inject('sites');
/** An address of the site that brings nothing of its pages with it. */
const start = `${root}robots.txt`;
/** A browser asks for this where a text names no icon. */
const mayFail = /favicon\.ico$/u;

type Kind = 'html' | 'css' | 'js' | 'fonts' | 'images' | 'other';
type Bytes = Record<Kind, number>;

const kinds: Readonly<Record<string, Kind>> = {
  document: 'html',
  stylesheet: 'css',
  script: 'js',
  font: 'fonts',
  image: 'images',
};

/** Files that are compressed already. */
const compressed = /\.(?:woff2|avif|webp|png|jpe?g|gif)$/u;

/**
 * Bytes of everything that Chromium asks for on a first visit until the network is idle, preloads and
 * modules among them, as brotli at its highest quality makes them (what hosts store of static files).
 */
async function firstVisit(page: Page, address: string): Promise<Bytes> {
  const sizes: Promise<readonly [kind: Kind, bytes: number]>[] = [];
  page.on('response', (response) => {
    const kind = kinds[response.request().resourceType()] ?? 'other';
    const { pathname } = new URL(response.url());
    sizes.push(
      response
        .body()
        .then((body) => [kind, compressed.test(pathname) ? body.length : brotliCompressSync(body).length]),
    );
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  const bytes: Bytes = { html: 0, css: 0, js: 0, fonts: 0, images: 0, other: 0 };
  for (const [kind, size] of await Promise.all(sizes)) bytes[kind] += size;
  return bytes;
}

type Budget = Partial<Bytes> & { readonly all?: number };

const sumOf = (bytes: Bytes): number => Object.values(bytes).reduce((sum, size) => sum + size, 0);

/** Expects that a page keeps within its budget, and shows the whole account where it does not. */
function expectWithin(address: string, bytes: Bytes, budget: Budget): void {
  const rows = Object.entries({ ...bytes, all: sumOf(bytes) }).map(([kind, size]) => {
    const limit = budget[kind as keyof Budget];
    return { kind, size, limit, isOver: limit !== undefined && size > limit };
  });
  const table = rows.map(
    ({ kind, size, limit, isOver }) =>
      `${kind.padEnd(8)}${String(size).padStart(8)}${String(limit ?? '').padStart(8)}${isOver ? '  over' : ''}`,
  );
  expect(
    rows.some(({ isOver }) => isOver),
    `${address}\n${'kind'.padEnd(8)}${'bytes'.padStart(8)}${'budget'.padStart(8)}\n${table.join('\n')}\n`,
  ).toBe(false);
}

const article: Budget = { html: 35_000, css: 12_000, js: 6_000, fonts: 60_000 };
/** The search page is where search was asked for. */
const search: Budget = { css: 12_000, fonts: 60_000, all: 60_000 };
const list: Budget = { css: 12_000, js: 6_000, fonts: 60_000, all: 60_000 };

const pages: readonly [path: string, budget: Budget][] = [
  ['', list],
  ['page/2/', list],
  ['tags/', list],
  ['archive/', list],
  ['search/', search],
  ['en/', list],
  ['docs/math/', article],
];

/** Articles of 3,000 characters and 30 formulas or more: those that the budget of HTML is made for. */
async function longArticles(page: Page): Promise<string[]> {
  const paths: string[] = [];
  for (const list of [root, `${root}page/2/`]) {
    await page.goto(list);
    const links = page.locator('.articles .title a');
    paths.push(...(await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))));
  }
  return paths;
}

describe('the budget of a first visit', () => {
  it.each(pages)('holds for /%s', async (path, budget) => {
    await visit(
      start,
      async (page) => {
        expectWithin(path, await firstVisit(page, root + path), budget);
      },
      { mayFail },
    );
  });

  it('holds for every article, with the faces of all its formulas', async () => {
    let addresses: string[] = [];
    await visit(root, async (page) => {
      addresses = await longArticles(page);
    });
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses) {
      await visit(
        start,
        async (page) => {
          const bytes = await firstVisit(page, address);
          const text = await page.locator('[data-article]').innerText();
          expect(text.match(/\p{Script=Han}/gu)?.length).toBeGreaterThan(3000);
          expect(await page.locator('.katex-html').count()).toBeGreaterThan(30);
          // Without KaTeX's faces there would be nothing to measure.
          expect(bytes.fonts).toBeGreaterThan(20_000);
          expectWithin(address, bytes, article);
        },
        { mayFail },
      );
    }
  });

  it('has no formula styles where there are no formulas', async () => {
    for (const path of ['', 'search/', 'tags/', 'docs/', 'docs/start/']) {
      await visit(root + path, async (page) => {
        expect(await page.locator('.katex').count()).toBe(0);
        expect(await page.locator('link[href*=katex i]').count()).toBe(0);
        // Nor those of articles, where there is none.
        const styles = await page.locator('link[rel=stylesheet][href*="/article."]').count();
        expect(styles).toBe(path === 'docs/start/' ? 1 : 0);
      });
    }
  });
});

describe('the styles of articles', () => {
  it('win over those of the site, in whatever order a page links them', async () => {
    await visit(`${root}posts/lora/`, async (page) => {
      const margin = await page
        .locator('.prose h3')
        .first()
        .evaluate((heading) => Number.parseFloat(getComputedStyle(heading).marginTop));
      expect(margin).toBeGreaterThan(20);
    });
  });
});

describe('fonts', () => {
  it('hold every letter of the text and of formulas: no face of the system stands in for one', async () => {
    for (const path of ['posts/lora/', 'posts/mtp/', 'docs/math/', 'en/']) {
      await visit(root + path, async (page) => {
        await page.waitForLoadState('networkidle');
        const devTools = await page.context().newCDPSession(page);
        await devTools.send('DOM.enable');
        await devTools.send('CSS.enable');
        const { root: top } = await devTools.send('DOM.getDocument', { depth: -1 });
        // Elements whose own text is Latin and formulas without Chinese.
        await page.evaluate(() => {
          for (const element of document.querySelectorAll('.katex-html, .prose code, .label, li > a'))
            if (
              /^[ -~\s]+$/u.test(element.textContent) ||
              element.matches('.katex-html:not(:has(.cjk_fallback))')
            )
              element.setAttribute('data-latin', '');
        });
        const { nodeIds } = await devTools.send('DOM.querySelectorAll', {
          nodeId: top.nodeId,
          selector: '[data-latin]',
        });
        expect(nodeIds.length).toBeGreaterThan(3);
        const foreign = async (): Promise<string[]> => {
          const names = new Set<string>();
          for (const nodeId of nodeIds) {
            const { fonts } = await devTools.send('CSS.getPlatformFontsForNode', { nodeId });
            for (const { isCustomFont, familyName } of fonts) if (!isCustomFont) names.add(familyName);
          }
          return [...names];
        };
        // Until a face has come another one stands in for it.
        await expect.poll(foreign).toEqual([]);
      });
    }
  });
});

const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };

/** Counts the shifts of a page's layout from its first paint on; input is no excuse. */
const watchShifts = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      window.shifts.push(value.toFixed(5) + ' ' + sources.map(({ node }) => node?.nodeName + '.' + node?.className).join(', '));
  }).observe({ type: 'layout-shift', buffered: true });
`;

describe.each(Object.entries(screens))('on a %s', (_name, viewport) => {
  it.each(['', 'posts/lora/', 'search/', 'docs/figures/'])('nothing moves while /%s loads', async (path) => {
    await visit(
      start,
      async (page) => {
        await page.addInitScript(watchShifts);
        await page.goto(root + path, { waitUntil: 'networkidle' });
        await page.evaluate(() => document.fonts.ready);
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        );
        expect(await page.evaluate('window.shifts')).toEqual([]);
      },
      { viewport, mayFail },
    );
  });
});
