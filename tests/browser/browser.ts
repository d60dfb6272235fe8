import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { chromiumFlags, ensureChromium } from '../../scripts/chromium.ts';

/** A browser for one test file. */
export function useBrowser() {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
  });
  afterAll(async () => {
    await browser?.close();
  });

  /**
   * Opens a page, lets `visit` use it, and then expects that nothing went wrong behind its back: no
   * error on the console, no failed request, no request to another host, nothing against the
   * Content-Security-Policy.
   */
  return async (
    address: string,
    visit: (page: Page) => Promise<void>,
    options: BrowserContextOptions & { readonly mayFail?: RegExp } = {},
  ): Promise<void> => {
    if (!browser) throw new Error('The browser has not been started.');
    const { mayFail, ...contextOptions } = options;
    const context = await browser.newContext({ serviceWorkers: 'block', ...contextOptions });
    const page = await context.newPage();
    const trouble: string[] = [];
    await page.exposeBinding('reportViolation', (_source, violation: string) => {
      trouble.push(violation);
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
        const { reportViolation } = window as unknown as { reportViolation: (text: string) => void };
        reportViolation(`Against ${violatedDirective}: ${blockedURI} ${sample}`);
      });
    });
    const own = new URL(address).origin;
    page.on('console', (message) => {
      const isTrouble = message.type() === 'error' || message.type() === 'warning';
      // What stands between pages and their host is a test of its own.
      if (message.text() === 'Service Worker registration blocked by Playwright') return;
      if (isTrouble && !mayFail?.test(message.location().url)) trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.origin !== own && !['data:', 'blob:'].includes(url.protocol)) trouble.push(request.url());
    });
    page.on('response', (response) => {
      const url = response.url();
      if (response.status() >= 400 && !mayFail?.test(url))
        trouble.push(`${String(response.status())} ${url}`);
    });
    try {
      await page.goto(address);
      await visit(page);
      expect(trouble).toEqual([]);
    } finally {
      await context.close();
    }
  };
}

/** How far a page can be scrolled sideways, in pixels. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
