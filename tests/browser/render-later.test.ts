import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { settled, useBrowser } from './browser.ts';

const visit = useBrowser();
const { root } = inject('sites');
const article = `${root}posts/eagle/`;
const phone = { viewport: { width: 412, height: 800 } };

/** How many blocks of the text have not been laid out. */
const waiting = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('.prose > p > *')].filter(
        (element) => !element.checkVisibility({ contentVisibilityAuto: true }),
      ).length,
  );

/** Where the blocks of the text stand on the page. */
const places = (page: Page): Promise<number[]> =>
  page
    .locator('.prose > *')
    .evaluateAll((blocks) => blocks.map((block) => Math.round(block.getBoundingClientRect().top + scrollY)));

/** What the keyboard stops at because it is wider than its column, as places among all that may be. */
const wide = (page: Page): Promise<number[]> =>
  page
    .locator('.prose :is(.table-scroll, .katex-display, .diagram, pre)')
    .evaluateAll((all) => all.flatMap((scroller, at) => (scroller.hasAttribute('tabindex') ? [at] : [])));

it('lays out what is far from the screen of a phone when it comes near, and then as all the rest', async () => {
  await visit(
    article,
    async (page) => {
      expect(await waiting(page)).toBeGreaterThan(50);
      const { length } = await places(page);
      for (let block = 0; block < length; block += 4) {
        await page
          .locator('.prose > *')
          .nth(block)
          .evaluate((element) => {
            element.scrollIntoView({ behavior: 'instant' });
            return new Promise(requestAnimationFrame);
          });
      }
      const stops = await settled(page, () => wide(page));
      expect(stops.length).toBeGreaterThan(5);
      const scrolled = await places(page);
      await page.evaluate(() => delete document.documentElement.dataset.fromTop);
      await expect.poll(() => waiting(page)).toBe(0);
      const whole = await settled(page, () => places(page));
      const off = scrolled.map((place, block) => Math.abs(place - (whole[block] ?? 0)));
      expect(Math.max(...off)).toBeLessThanOrEqual(1);
      await expect.poll(() => wide(page)).toEqual(stops);
    },
    phone,
  );
});

it('leads to the very place from the contents, from elsewhere, and back', async () => {
  await visit(
    article,
    async (page) => {
      const links = await page
        .locator('.contents > details > ol > li > a')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).hash));
      const hash = links.at(-3) ?? '';
      const topOf = (): Promise<number> =>
        page.evaluate(
          (id) => document.getElementById(id)?.getBoundingClientRect().top ?? Number.NaN,
          decodeURIComponent(hash.slice(1)),
        );
      const expectThere = (): Promise<void> =>
        expect.poll(topOf).toSatisfy((top: number) => Math.abs(top - 80) < 2);
      expect(await waiting(page)).toBeGreaterThan(50);
      await page.locator('.contents summary').click();
      await page.locator(`.contents a[href="${decodeURIComponent(hash)}"]`).click();
      await expectThere();
      await page.goto('about:blank');
      await page.goto(article + hash);
      await expect.poll(() => waiting(page)).toBe(0);
      await expectThere();
      await page.reload();
      await expect.poll(() => waiting(page)).toBe(0);
      await expectThere();
    },
    phone,
  );
});

it('answers readers before it has been drawn, and sets up what they do not see at first after that', async () => {
  await visit(`${root}about/`, async (page) => {
    await page.addInitScript(() => {
      const frames: FrameRequestCallback[] = [];
      window.requestAnimationFrame = (callback) => frames.push(callback);
      document.addEventListener('draw', () => {
        for (const callback of frames.splice(0)) callback(performance.now());
      });
    });
    await page.goto(`${root}posts/lora/`);
    const count = (selector: string): Promise<number> =>
      page.evaluate((all) => document.querySelectorAll(all).length, selector);
    expect(await count('[data-needs-script][hidden]')).toBe(0);
    await page.keyboard.press('/');
    await expect.poll(() => count('dialog[open] [role=combobox]')).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => count('dialog[open]')).toBe(0);
    expect(await count('.copy-code')).toBe(0);
    await page.evaluate(() => document.dispatchEvent(new Event('draw')));
    await expect.poll(() => count('.copy-code')).toBeGreaterThan(0);
  });
});
