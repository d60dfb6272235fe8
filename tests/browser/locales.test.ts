import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';

const visit = useBrowser();
const sites = inject('sites');

/** Changes the language by the keyboard, as a reader without a mouse does. */
async function switchTo(page: Page, name: string): Promise<void> {
  const link = page.locator('.languages').getByRole('link', { name, exact: true });
  await link.focus();
  await page.keyboard.press('Enter');
}

const languageOf = (page: Page): Promise<string | null> => page.locator('html').getAttribute('lang');

describe.each(Object.entries(sites))('languages of the site under %s', (_name, home) => {
  it.each([
    ['', 'en/'],
    ['page/2/', 'en/page/2/'],
    ['posts/lora/', 'en/posts/lora/'],
    ['tags/peft/', 'en/tags/peft/'],
    ['series/speculative-decoding/', 'en/series/speculative-decoding/'],
    ['search/', 'en/search/'],
  ])('are switched on the same page: /%s', async (chinese, english) => {
    await visit(home + chinese, async (page) => {
      await switchTo(page, 'English');
      await page.waitForURL(home + english);
      expect(await languageOf(page)).toBe('en');
      await switchTo(page, '中文');
      await page.waitForURL(home + chinese);
      expect(await languageOf(page)).toBe('zh-CN');
    });
  });

  it('are kept by links, and a page says where it has none of its own', async () => {
    await visit(`${home}en/`, async (page) => {
      await page.locator('.articles .title a').first().click();
      await page.waitForURL(`${home}en/posts/**`);
      expect(await page.locator('.not-translated').innerText()).toContain('in Chinese');
      expect(await page.locator('[data-article]').getAttribute('lang')).toBe('zh-CN');
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Archive' }).click();
      await page.waitForURL(`${home}en/archive/`);
    });
  });
});

describe('the search in English', () => {
  it.each([
    // The manual names it in examples, articles in Chinese are about it.
    ['投机解码', /\/en\/posts\/speculative-decoding\//u],
    ['low-rank', /\/en\/posts\/lora\//u],
    ['glossary', /\/en\/docs\/glossary\//u],
    ['figures', /\/en\/docs\/figures\//u],
  ])('leads from %s to what is about it', async (text, address) => {
    await visit(`${sites.root}en/search/?q=${encodeURIComponent(text)}`, async (page) => {
      await page.locator('.search-page-results a').first().click();
      await page.waitForURL(address);
      expect(await languageOf(page)).toBe('en');
    });
  });

  it('adds the next articles in the language of the first', async () => {
    await visit(`${sites.root}en/search/?q=LoRA`, async (page) => {
      const hits = page.locator('.search-page-results a');
      await hits.first().waitFor();
      const before = await hits.count();
      await page.getByRole('button', { name: 'More results' }).click();
      await expect.poll(() => hits.count()).toBeGreaterThan(before);
      const all = await hits.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      expect(new Set(all).size).toBe(all.length);
    });
  });
});

describe('where there is nothing', () => {
  it('readers of English are led on in English', async () => {
    await visit(`${sites.root}en/404.html`, async (page) => {
      expect(await page.locator('h1').innerText()).toBe('No signal from this address');
      await page.getByRole('link', { name: 'Back to the latest updates' }).click();
      await page.waitForURL(`${sites.root}en/`);
      expect(await languageOf(page)).toBe('en');
    });
  });
});

describe('the foot of an article', () => {
  it('is walked by the keyboard: series, related articles, neighbours in time', async () => {
    await visit(`${sites.root}posts/medusa/`, async (page) => {
      const series = page.getByRole('navigation', { name: '系列：投机解码' });
      expect(await series.innerText()).toMatch(/第 2 篇，共 4 篇/u);
      expect(await series.locator('[aria-current]').innerText()).toBe('Medusa：给大模型多装几个解码头');
      await series.getByRole('link', { name: /系列：/u }).focus();
      const walked: string[] = [];
      for (let step = 0; step < 10; step += 1) {
        await page.keyboard.press('Tab');
        walked.push(
          await page.evaluate(() => document.activeElement?.getAttribute('href')?.split('/').at(-2) ?? ''),
        );
      }
      const parts = ['speculative-decoding', 'medusa', 'eagle', 'mtp', 'speculative-decoding', 'eagle'];
      expect(walked.slice(0, 6)).toEqual(parts);
      const related = page.getByRole('navigation', { name: '相关文章' }).getByRole('link');
      const near = await related.evaluateAll((links) =>
        links.map((link) => link.getAttribute('href')?.split('/').at(-2) ?? ''),
      );
      expect(near.length).toBeLessThanOrEqual(3);
      expect(near.filter((slug) => parts.includes(slug))).toEqual([]);
      const after = 6 + near.length;
      expect(walked.slice(6, after + 1)).toEqual([...near, 'mtp']);

      await series.getByRole('link', { name: /系列下一篇/u }).click();
      await page.waitForURL(`${sites.root}posts/eagle/`);
    });
  });
});
