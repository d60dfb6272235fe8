import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { chromiumFlags, ensureChromium } from './chromium.ts';
import { readOptions, withSettings } from './options.ts';

const { port } = readOptions(
  'screenshots',
  'Builds the site and takes the pictures that README shows of it.',
);
const { buildSite } = await withSettings(() => import('../src/build/build-site.ts'));
const { projectRoot } = await import('../src/loader/content-settings.ts');
const { serveSite } = await import('./serve.ts');

const folder = path.join(projectRoot, '.github', 'screenshots');

const devices = {
  phone: { viewport: { width: 390, height: 780 }, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
} satisfies Record<string, BrowserContextOptions>;

/** The pages, by the names of their pictures; each with what must be there before it is taken. */
const pages: Record<string, { readonly address: string; readonly ready: (page: Page) => Promise<void> }> = {
  home: { address: '', ready: (page) => page.locator('h1').waitFor() },
  article: { address: 'posts/lora/', ready: (page) => page.locator('h1').waitFor() },
  search: {
    address: `search/?q=${encodeURIComponent('低秩')}`,
    ready: (page) => page.locator('[data-search-results] li').first().waitFor(),
  },
};

if ((await buildSite()) !== 'built') process.exit(1);
const site = String(await serveSite(port));
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
let bytes = 0;
for (const [device, options] of Object.entries(devices)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      ...options,
      colorScheme,
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    for (const [name, { address, ready }] of Object.entries(pages)) {
      const page = await context.newPage();
      await page.goto(site + address);
      await ready(page);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const file = path.join(folder, `${name}-${device}-${colorScheme}.webp`);
      const picture = sharp(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
      await picture.webp({ quality: 72, effort: 6, smartSubsample: true }).toFile(file);
      bytes += statSync(file).size;
      await page.close();
    }
    await context.close();
  }
}
await browser.close();
process.stdout.write(`\n  ${folder}: ${String(Math.round(bytes / 1000))} kB in all\n`);
process.exit(0);
