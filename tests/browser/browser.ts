import { isDeepStrictEqual } from 'node:util';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { chromiumFlags, ensureChromium } from '../../scripts/chromium.ts';

/** On a machine that does much else an answer may take this long, in milliseconds. */
const patience = 60_000;

/**
 * What Playwright 1.65 switches off, since a second list takes the place of the first, and the two pages behind the
 * address bar, which every window would load before the page of a test.
 */
const withoutFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];
const flags = [...chromiumFlags, `--disable-features=${withoutFeatures.join(',')}`];

let launched: Promise<Browser> | undefined;

/** The browser of this process; it ends with it. Tests keep apart by their contexts. */
async function sharedBrowser(): Promise<Browser> {
  const known = await launched?.catch(() => undefined);
  if (known?.isConnected()) return known;
  launched = chromium.launch({ executablePath: ensureChromium(), args: flags, timeout: patience });
  return launched;
}

/** A browser for one test file. */
export function useBrowser() {
  beforeAll(async () => {
    await sharedBrowser();
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
    const { mayFail, ...contextOptions } = options;
    const browser = await sharedBrowser();
    const context = await browser.newContext({ serviceWorkers: 'block', ...contextOptions });
    context.setDefaultTimeout(patience);
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
      // A request that a test still answers would fail with its page.
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    }
  };
}

/** How far a page can be scrolled sideways, in pixels. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Waits until a page has been drawn again: what observes it has been told, and has done what follows. */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) {
      await new Promise(requestAnimationFrame);
      await new Promise((resolve) => setTimeout(resolve));
    }
  });

/**
 * Reads something until it says the same again after the page was drawn: what moves has come to rest.
 *
 * @throws {Error} when it never does.
 */
export async function settled<Value>(page: Page, read: () => Promise<Value>): Promise<Value> {
  await page.evaluate(() => document.fonts.ready);
  let last = await read();
  for (let reads = 0; reads < 200; reads += 1) {
    await drawn(page);
    const now = await read();
    if (isDeepStrictEqual(now, last)) return now;
    last = now;
  }
  throw new Error(`It does not come to rest: ${JSON.stringify(last)}`);
}

/** Where a page is scrolled to, once it scrolls no more, in pixels. */
export const scrolledTo = (page: Page): Promise<number> => settled(page, () => page.evaluate(() => scrollY));

/** Notes what an element says from now on, for what it says for a while only; what it returns reads all of it. */
export async function textsOf(locator: Locator): Promise<() => Promise<string[]>> {
  const noted = await locator.evaluateHandle((element) => {
    const texts = [element.textContent];
    new MutationObserver(() => texts.push(element.textContent)).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return texts;
  });
  return () => noted.jsonValue();
}

/** Holds requests back until the function is called that this returns. */
export async function holdBack(page: Page, address: RegExp): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  await page.route(address, async (route) => {
    await promise;
    await route.continue();
  });
  return () => {
    resolve(undefined);
  };
}
