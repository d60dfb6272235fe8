import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { holdBack, settled, useBrowser } from './browser.ts';

const visit = useBrowser();
const { root, based } = inject('sites');
const wide = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 360, height: 740 } };

/** The entries that are marked as the current one. */
const current = (page: Page): Promise<string[]> =>
  page
    .locator('.contents [aria-current=location]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

/** Scrolls to a heading, and again while what comes into sight on the way still moves it. */
async function scrollTo(page: Page, id: string): Promise<void> {
  await settled(page, () =>
    page.evaluate((target) => {
      const { top } = document.getElementById(target)?.getBoundingClientRect() ?? { top: 0 };
      window.scrollTo({ top: scrollY + top - 40, behavior: 'instant' });
      return scrollY;
    }, id),
  );
}

const scrollToEnd = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
  });

const offer = (page: Page) => page.locator('.continue-reading');

describe('the table of contents', () => {
  it('follows the scroll, also over sections that are jumped over', async () => {
    await visit(
      `${root}posts/lora/`,
      async (page) => {
        expect(await current(page)).toEqual([]);
        for (const id of ['为什么低秩可能够用', '每个参数-16-字节', '后续改进']) {
          await scrollTo(page, id);
          await expect.poll(() => current(page)).toEqual([`#${id}`]);
        }
        await scrollToEnd(page);
        const last = await page.locator('.contents a').last().getAttribute('href');
        await expect.poll(() => current(page)).toEqual([last]);
      },
      wide,
    );
  });

  it('keeps the current entry in view without moving the page', async () => {
    await visit(
      `${root}posts/lora/`,
      async (page) => {
        await scrollTo(page, '后续改进');
        await expect.poll(() => current(page)).toEqual(['#后续改进']);
        const { entry, list } = await page.locator('.contents [aria-current]').evaluate((link) => ({
          entry: link.getBoundingClientRect().bottom,
          list: link.closest('.contents')?.getBoundingClientRect().bottom ?? 0,
        }));
        expect(entry).toBeLessThanOrEqual(list);
        expect(await page.locator('.contents').evaluate((list) => list.scrollTop)).toBeGreaterThan(0);
        const top = await page.evaluate(() => scrollY);
        await page.waitForTimeout(100);
        expect(await page.evaluate(() => scrollY)).toBe(top);
      },
      { viewport: { width: 1440, height: 420 } },
    );
  });

  it('is right after going back and forward', async () => {
    await visit(
      `${root}posts/lora/`,
      async (page) => {
        await scrollTo(page, '论文的结果');
        await expect.poll(() => current(page)).toEqual(['#论文的结果']);
        await page.locator('.contents a[href="#低秩增量"]').click();
        await expect.poll(() => current(page)).toEqual(['#低秩增量']);
        await page.goBack();
        await expect.poll(() => current(page)).toEqual(['#论文的结果']);
        await page.goForward();
        await expect.poll(() => current(page)).toEqual(['#低秩增量']);
      },
      { ...wide, reducedMotion: 'reduce' },
    );
  });

  it('is a bar on a phone, with the current section, that opens over the text and closes after use', async () => {
    await visit(
      `${root}posts/lora/`,
      async (page) => {
        const summary = page.locator('.contents summary');
        await scrollTo(page, '论文的结果');
        await expect.poll(() => summary.innerText()).toMatch(/目录\s+6\s+论文的结果/u);
        expect((await summary.boundingBox())?.y).toBeLessThan(4);
        const text = page.locator('[data-article]');
        const before = (await text.boundingBox())?.y;
        await summary.click();
        expect((await text.boundingBox())?.y).toBe(before);
        await page.keyboard.press('Escape');
        expect(await page.locator('.contents ol').first().isVisible()).toBe(false);
        expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
        await page.keyboard.press('Enter');
        await page.locator('.contents a[href="#后续改进"]').click();
        await expect.poll(() => summary.innerText()).toContain('后续改进');
        expect(await page.locator('.contents ol').first().isVisible()).toBe(false);
        // The heading is not below the bar.
        const bar = await summary.boundingBox();
        const heading = await settled(page, () => page.locator('#后续改进').boundingBox());
        expect(heading?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
      },
      { ...phone, reducedMotion: 'reduce' },
    );
  });

  it('stays open where a reader has opened it before its script has come', async () => {
    await visit(
      `${root}about/`,
      async (page) => {
        const release = await holdBack(page, /\/contents\./u);
        await page.goto(`${root}posts/lora/`);
        await page.locator('.contents summary').click();
        release();
        // It is the script that lets the keyboard stop there.
        await page.locator('.contents summary[tabindex="0"]').waitFor();
        expect(await page.locator('.contents ol').first().isVisible()).toBe(true);
      },
      phone,
    );
  });

  it('opens without a script too', async () => {
    await visit(
      `${root}posts/lora/`,
      async (page) => {
        await page.locator('.contents summary').click();
        expect(await page.getByRole('link', { name: '6 论文的结果' }).isVisible()).toBe(true);
      },
      { ...phone, javaScriptEnabled: false },
    );
  });

  it.each(['posts/lora/', 'docs/writing/'])('is beside the text of /%s without a script', async (path) => {
    await visit(
      root + path,
      async (page) => {
        const entry = await page.locator('.contents a').first().boundingBox();
        const text = await page.locator('[data-article]').boundingBox();
        expect(entry?.height).toBeGreaterThan(10);
        expect((entry?.x ?? 0) + (entry?.width ?? 0)).toBeLessThan(text?.x ?? 0);
      },
      { ...wide, javaScriptEnabled: false },
    );
  });
});

describe('the progress of reading', () => {
  it('is drawn from the beginning of the text to its end, and moves nothing', async () => {
    await visit(
      `${root}posts/lora/`,
      async (page) => {
        const share = (): Promise<number> =>
          page
            .locator('.progress')
            .evaluate((line) => line.getBoundingClientRect().width / document.documentElement.clientWidth);
        expect(await share()).toBe(0);
        await scrollTo(page, 'lora-的做法');
        await expect.poll(share).toBeGreaterThan(0.2);
        expect(await share()).toBeLessThan(0.7);
        await scrollToEnd(page);
        await expect.poll(share).toBe(1);
      },
      wide,
    );
  });
});

describe('the place where an article was left', () => {
  const leave = async (page: Page, home: string): Promise<void> => {
    await scrollTo(page, '低秩增量');
    await expect.poll(() => current(page)).toEqual(['#低秩增量']);
    await page.goto(`${home}about/`);
  };

  it('is offered to whoever comes back, and nothing moves before it is accepted', async () => {
    await visit(
      `${based}posts/lora/`,
      async (page) => {
        await leave(page, based);
        await page.goto(`${based}posts/lora/`);
        await expect.poll(() => offer(page).innerText()).toMatch(/继续读 4\.1\s+低秩增量/u);
        expect(await page.evaluate(() => scrollY)).toBe(0);
        await offer(page).getByRole('link').click();
        await expect.poll(() => current(page)).toEqual(['#低秩增量']);
        expect(await offer(page).count()).toBe(0);
      },
      { ...wide, reducedMotion: 'reduce' },
    );
  });

  it('is not offered on going back, on an address with a place or a search, or after it was read', async () => {
    await visit(
      `${root}posts/lora/`,
      async (page) => {
        await leave(page, root);
        await page.goBack();
        await expect.poll(() => current(page)).toEqual(['#低秩增量']);
        expect(await offer(page).count()).toBe(0);
        for (const suffix of ['#后续改进', '?q=LoRA']) {
          await page.goto(`${root}about/`);
          await page.goto(`${root}posts/lora/${suffix}`);
          await page.locator('.contents details[open]').waitFor();
          expect(await offer(page).count()).toBe(0);
        }
        await scrollToEnd(page);
        const last = await page.locator('.contents a').last().getAttribute('href');
        await expect.poll(() => current(page)).toEqual([last]);
        await page.goto(`${root}about/`);
        await page.goto(`${root}posts/lora/`);
        await page.locator('.contents details[open]').waitFor();
        expect(await page.evaluate(() => localStorage.getItem('reading-places'))).toBe('[]');
        expect(await offer(page).count()).toBe(0);
      },
      { ...wide, reducedMotion: 'reduce' },
    );
  });

  it('goes away when it is closed', async () => {
    await visit(
      `${root}posts/lora/`,
      async (page) => {
        await leave(page, root);
        await page.goto(`${root}posts/lora/`);
        await offer(page).getByRole('button', { name: '关闭' }).click();
        expect(await offer(page).count()).toBe(0);
      },
      phone,
    );
  });

  it('is not kept where storage is forbidden, and nothing breaks', async () => {
    await visit(`${root}about/`, async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('forbidden', 'SecurityError');
          },
        });
      });
      await page.goto(`${root}posts/lora/`);
      await leave(page, root);
      await page.goto(`${root}posts/lora/`);
      await page.locator('.contents').waitFor();
      expect(await offer(page).count()).toBe(0);
    });
  });
});
