import type { Locator, Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { drawn, holdBack, useBrowser } from './browser.ts';
import { violationsOf } from './violations.ts';

const visit = useBrowser();
const { root } = inject('sites');
const address = `${inject('reading')}posts/reading/`;
const dialog = (page: Page) => page.locator('dialog.zoom');
// A dialog tells that it was closed in a task of its own.
const isClosed = (page: Page): Promise<void> => dialog(page).waitFor({ state: 'detached' });
/** Waits for an image, which is loaded when it is near, to be there. */
const hasCome = (image: Locator): Promise<void> =>
  expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
const focusedClass = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.className ?? '');

it('an image shown smaller than it is opens over the window by its first click, with its caption', async () => {
  await visit(
    address,
    async (page) => {
      const image = page.locator('#fig-page img');
      await image.scrollIntoViewIfNeeded();
      await hasCome(image);
      const shown = await image.boundingBox();
      await image.click();
      await dialog(page).waitFor();
      const large = dialog(page).locator('.zoom-stage img');
      await hasCome(large);
      expect((await large.boundingBox())?.width).toBeGreaterThan(shown?.width ?? Infinity);
      expect(await dialog(page).textContent()).toContain('页宽的图');
      expect(await page.getByRole('dialog', { name: '宽图' }).count()).toBe(1);
      expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await isClosed(page);
      expect(await focusedClass(page)).toBe('zoom-open');
      await image.click();
      await dialog(page).locator('.zoom-stage img').click();
      await isClosed(page);
    },
    { viewport: { width: 1280, height: 900 } },
  );
});

it('opens what was clicked although the pointer has gone on before the script has come', async () => {
  await visit(
    address,
    async (page) => {
      const release = await holdBack(page, /figure-zoom/u);
      const image = page.locator('#fig-page img');
      await image.scrollIntoViewIfNeeded();
      await hasCome(image);
      await image.click();
      await page.mouse.move(2, 2);
      await image.hover();
      release();
      await page.getByRole('dialog', { name: '宽图' }).waitFor();
    },
    { viewport: { width: 1280, height: 900 } },
  );
});

it('is opened, scrolled and closed by keyboard', async () => {
  await visit(
    address,
    async (page) => {
      await page.keyboard.press('Tab');
      const opener = page.getByRole('button', { name: '放大：宽图' });
      await page.locator('#fig-page img').scrollIntoViewIfNeeded();
      await opener.waitFor();
      await opener.focus();
      expect(await opener.evaluate((button) => getComputedStyle(button).opacity)).toBe('1');
      await page.keyboard.press('Enter');
      await dialog(page).waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('关闭');
      const actual = page.getByRole('button', { name: '原始大小' });
      await actual.press('Enter');
      const stage = dialog(page).locator('.zoom-stage');
      // The copy of the image may have come only now.
      await stage.locator('img').dispatchEvent('load');
      expect(await actual.getAttribute('aria-pressed')).toBe('true');
      const hidden = await stage.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(hidden).toBeGreaterThan(0);
      // All of it can be scrolled to, its left edge too.
      expect(
        await stage.locator('img').evaluate((image) => image.getBoundingClientRect().left),
      ).toBeGreaterThanOrEqual(0);
      await stage.focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => stage.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
      await page.getByRole('button', { name: '关闭' }).press('Enter');
      await isClosed(page);
      expect(await focusedClass(page)).toBe('zoom-open');
    },
    { viewport: { width: 768, height: 900 } },
  );
});

it('a drawing fills the window, and a diagram too', async () => {
  await visit(
    address,
    async (page) => {
      const drawing = page.locator('#figure-1 img');
      await drawing.scrollIntoViewIfNeeded();
      await hasCome(drawing);
      await drawing.click();
      await dialog(page).waitFor();
      const large = dialog(page).locator('.zoom-stage img');
      await hasCome(large);
      expect((await large.boundingBox())?.height).toBeGreaterThan(600);
    },
    { viewport: { width: 1280, height: 900 } },
  );
  await visit(
    `${root}docs/figures/`,
    async (page) => {
      await page.locator('figure.diagram svg').first().click();
      await dialog(page).waitFor();
      const large = await dialog(page).locator('.zoom-stage svg').boundingBox();
      expect(large?.height).toBeGreaterThan(600);
      expect(await violationsOf(page)).toEqual([]);
    },
    { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  );
});

it('an image that is shown as large as it is has no button', async () => {
  await visit(address, async (page) => {
    await page.keyboard.press('Tab');
    const small = page.getByRole('img', { name: '小图' });
    await small.scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: '放大：没有编号的图' }).waitFor();
    await hasCome(small);
    await drawn(page);
    expect(await page.getByRole('button', { name: '放大：小图' }).count()).toBe(0);
  });
});
