import { expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';

const visit = useBrowser();
const address = `${inject('reading')}posts/reading/`;

it.each([
  ['a heading', 'sec-use', '链接到本节'],
  ['a figure', 'fig-page', '图 2'],
  ['a figure without a number', 'figure-1', '链接到这幅图'],
  ['a table', 'tbl-cmp', '表 1'],
  ['a table without a caption', 'table-1', '链接到这张表'],
  ['a listing', 'lst-code', '代码 1'],
  ['a listing without a number', 'listing-1', '链接到这段代码'],
  ['a theorem', 'thm-rank', '定理 1'],
])('%s has a link to itself', async (_name, id, name) => {
  await visit(address, async (page) => {
    const link = page.locator(`[data-article] a:is(.self-link, .label-number)[href="#${id}"]`);
    expect(await link.count()).toBe(1);
    await link.focus();
    const { isNamed, opacity } = await link.evaluate(
      (element, expected) => ({
        // A number keeps to its word by a space that does not break.
        isNamed:
          (element.getAttribute('aria-label') ?? element.textContent).replace('\u00A0', ' ') === expected,
        opacity: getComputedStyle(element).opacity,
      }),
      name,
    );
    expect({ isNamed, opacity }).toEqual({ isNamed: true, opacity: '1' });
    await page.keyboard.press('Enter');
    await expect.poll(() => decodeURIComponent(new URL(page.url()).hash)).toBe(`#${id}`);
    const block = page.locator(`[id="${id}"]`);
    await expect
      .poll(() => block.evaluate((element) => element.getBoundingClientRect().top))
      .toBeLessThan(720);
  });
});

it('show when a pointer is over their block, without making room for themselves', async () => {
  await visit(
    address,
    async (page) => {
      const link = page.locator('#sec-use > .self-link');
      expect(await link.evaluate((element) => getComputedStyle(element).opacity)).toBe('0');
      await page.locator('#sec-use').hover();
      expect(await link.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
      const box = await link.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(24);
      expect(box?.width).toBeGreaterThanOrEqual(24);
    },
    { viewport: { width: 360, height: 740 } },
  );
});

it('are no text: a copied heading is as it was written', async () => {
  await visit(address, async (page) => {
    const copied = await page.locator('#sec-use').evaluate((heading) => {
      getSelection()?.selectAllChildren(heading);
      return getSelection()?.toString();
    });
    expect(copied).toBe('1 用法');
  });
});
