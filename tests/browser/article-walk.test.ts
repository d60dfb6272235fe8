import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { settled, textsOf, useBrowser } from './browser.ts';

const visit = useBrowser();
const { root } = inject('sites');
const slugs = globSync('content/posts/*/zh.{md,mdx}').map((file) => path.basename(path.dirname(file)));

it('finds the eight articles', () => {
  expect(slugs.length).toBeGreaterThanOrEqual(8);
});

describe.each(slugs)('a reader of /posts/%s/ with a keyboard alone', (slug) => {
  it('jumps by the contents, follows a citation and comes back, and copies the BibTeX', async () => {
    await visit(
      `${root}posts/${slug}/`,
      async (page) => {
        // From the contents to a section.
        const entry = page.locator('.contents a').nth(3);
        const target = decodeURIComponent((await entry.getAttribute('href')) ?? '').slice(1);
        await entry.focus();
        await page.keyboard.press('Enter');
        const heading = page.locator(`[id="${target}"]`);
        await expect.poll(() => decodeURIComponent(new URL(page.url()).hash)).toBe(`#${target}`);
        const top = (): Promise<number> => heading.evaluate((element) => element.getBoundingClientRect().top);
        await expect.poll(top).toBeLessThan(400);
        expect(await settled(page, top)).toBeGreaterThanOrEqual(-1);

        // From a citation to the work, and back to where it is cited.
        const citation = page.locator('[data-article] a[role=doc-biblioref]').first();
        const work = ((await citation.getAttribute('href')) ?? '').slice(1);
        await citation.focus();
        await page.keyboard.press('Enter');
        await expect
          .poll(() => decodeURIComponent(new URL(page.url()).hash))
          .toBe(`#${decodeURIComponent(work)}`);
        const back = page.locator(`[id="${work}"] a[role=doc-backlink]`).first();
        const place = ((await back.getAttribute('href')) ?? '').slice(1);
        expect(await page.locator(`[id="${decodeURIComponent(place)}"]`).count()).toBe(1);
        await back.focus();
        await page.keyboard.press('Enter');
        await expect.poll(() => new URL(page.url()).hash).toBe(`#${place}`);

        // The article's own entry.
        const cite = page.locator('.cite-this');
        await cite.locator('summary').focus();
        await page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
        const copy = cite.getByRole('button', { name: '复制' });
        if (!(await copy.evaluate((button) => button === document.activeElement))) await copy.focus();
        const says = await textsOf(copy);
        await page.keyboard.press('Enter');
        await expect.poll(says).toContain('已复制');
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied).toMatch(/^@\w+\{[^]*\}\s*$/u);
        expect(copied).toContain(`/posts/${slug}/`);
      },
      { viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] },
    );
  });

  it('finds an abstract, the symbols, works with addresses, and the sections that every article has', async () => {
    await visit(`${root}posts/${slug}/`, async (page) => {
      const article = page.locator('[data-article]');
      expect(await article.locator('.abstract').count()).toBe(1);
      expect(await article.locator('[data-symbol]').count()).toBeGreaterThan(5);
      expect(await article.locator('.references > li').count()).toBeGreaterThanOrEqual(8);
      expect(await article.locator('.references > li a[href^="https://"]').count()).toBeGreaterThanOrEqual(8);
      const headings = await article.locator('h2').allTextContents();
      for (const name of ['局限与争议', '动手'])
        expect(
          headings.some((heading) => heading.includes(name)),
          name,
        ).toBe(true);
      expect(await article.locator('[data-figure]').count()).toBeGreaterThanOrEqual(1);
      const drawings = await article.locator('figure svg:not(.living svg)').count();
      expect(drawings).toBeGreaterThanOrEqual(2);
    });
  });
});
