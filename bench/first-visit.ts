import type { Browser, Page, Request } from 'playwright-core';
import type { PageBytes } from '../src/models/benchmarks.ts';
import type { CountingServer } from './counting-server.ts';

/** One first visit. */
export interface Visit {
  readonly bytes: PageBytes;
  readonly requests: number;
  /** Bytes that a service worker loads in the background, once the page has all that it needs. */
  readonly background: number;
  /** Requests to other hosts, which are not answered here and not counted above. */
  readonly elsewhere: number;
  /** First contentful paint, in milliseconds. */
  readonly first: number;
  /** Largest contentful paint, in milliseconds. */
  readonly largest: number;
  /** Cumulative layout shift. */
  readonly shift: number;
}

/** A phone of the middle on a slow 4G network. */
export const phone = {
  width: 412,
  height: 823,
  scale: 1.75,
  /** How many times slower its processor is. */
  slowdown: 4,
  /** Round trip, in milliseconds. */
  latency: 150,
  /** In kilobits a second. */
  down: 1600,
  up: 750,
} as const;

const kinds: Readonly<Record<string, keyof PageBytes>> = {
  ...{
    '': 'html',
    html: 'html',
    css: 'css',
    js: 'js',
    mjs: 'js',
    woff2: 'fonts',
    woff: 'fonts',
    ttf: 'fonts',
  },
  ...{
    svg: 'images',
    png: 'images',
    jpg: 'images',
    webp: 'images',
    avif: 'images',
    ico: 'images',
    gif: 'images',
  },
};

/** Bytes of files by what they are. */
export function bytesByKind(files: ReadonlyMap<string, number>): PageBytes {
  const sums: Record<keyof PageBytes, number> = { html: 0, css: 0, js: 0, fonts: 0, images: 0, other: 0 };
  for (const [file, size] of files) {
    const ending = /\.(?<ending>[^./]+)$/u.exec(file)?.groups?.ending ?? '';
    sums[kinds[ending] ?? 'other'] += size;
  }
  return sums;
}

const sumOf = (files: ReadonlyMap<string, number>): number =>
  [...files.values()].reduce((sum, size) => sum + size, 0);

/** Milliseconds without a request after which a page has all that it wants. */
const quiet = 3000;
/** Milliseconds after which it is not waited for any longer: of what was only fetched ahead no end may be told. */
const longest = 40_000;

interface Marks {
  largest: number;
  shift: number;
}

/** Runs in the page before anything else: keeps what Chromium observes. */
function observe(): void {
  const marks: Marks = { largest: 0, shift: 0 };
  Object.assign(globalThis, { benchMarks: marks });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) marks.largest = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  // The worst window of shifts: at most 5 s long, without a gap of more than 1 s.
  let [sum, from, last] = [0, 0, 0];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput, startTime } = entry as PerformanceEntry & {
        readonly value: number;
        readonly hadRecentInput: boolean;
      };
      if (hadRecentInput) continue;
      if (startTime - last > 1000 || startTime - from > 5000) [sum, from] = [0, startTime];
      last = startTime;
      marks.shift = Math.max(marks.shift, (sum += value));
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

async function throttle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: phone.latency,
    downloadThroughput: (phone.down * 1000) / 8,
    uploadThroughput: (phone.up * 1000) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: phone.slowdown });
}

/** Opens a page as somebody who has never been there, and waits until it asks for nothing more. */
export async function firstVisit(browser: Browser, server: CountingServer, address: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: phone.width, height: phone.height },
    deviceScaleFactor: phone.scale,
    isMobile: true,
    hasTouch: true,
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(180_000);
    const { origin } = new URL(address);
    let elsewhere = 0;
    const own = new Set<string>();
    const open = new Set<Request>();
    let quietSince = Date.now();
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.origin === origin) own.add(url.pathname);
      else if (/^https?:/u.test(url.protocol)) elsewhere += 1;
      open.add(request);
    });
    const onEnd = (request: Request): void => {
      open.delete(request);
      quietSince = Date.now();
    };
    page.on('requestfinished', onEnd);
    page.on('requestfailed', onEnd);
    await throttle(page);
    await page.addInitScript(observe);
    server.takeFiles();
    await page.goto(address, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    // What waits for a quiet page, and a service worker, come behind.
    const end = Date.now() + longest;
    const isBusy = (): boolean =>
      open.size > 0 || Date.now() - Math.max(quietSince, server.lastAsked) < quiet;
    while (isBusy() && Date.now() < end) await page.waitForTimeout(200);
    const all = server.takeFiles();
    const files = new Map([...all].filter(([file]) => own.has(file)));
    const background = sumOf(all) - sumOf(files);
    const found = await page.evaluate(() => ({
      ...(globalThis as unknown as { benchMarks: Marks }).benchMarks,
      first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    }));
    return { ...found, bytes: bytesByKind(files), requests: files.size, background, elsewhere };
  } finally {
    await context.close();
  }
}
