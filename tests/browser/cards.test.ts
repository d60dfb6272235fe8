import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { settled, sidewaysScroll, useBrowser } from './browser.ts';
import { violationsOf } from './violations.ts';

const visit = useBrowser();
const address = `${inject('reading')}posts/reading/`;

const cards = (page: Page) => page.getByRole('dialog');
const link = (page: Page, target: string) => page.locator(`[data-article] a[href="#${target}"]`).first();

/** Whether what has the focus is in a card, and its text. */
const focused = (page: Page): Promise<{ inCard: boolean; text: string; href: string | null }> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return {
      inCard: activeElement?.closest('.card') !== null,
      text: activeElement?.textContent ?? '',
      href: activeElement?.getAttribute('href') ?? null,
    };
  });

/** Everything of a card is in the window. */
async function expectOnScreen(page: Page): Promise<void> {
  const outside = (): Promise<boolean[]> =>
    cards(page)
      .first()
      .evaluate((card) => {
        const { left, top, right, bottom } = card.getBoundingClientRect();
        const { clientWidth, clientHeight } = document.documentElement;
        return [left < 0, top < 0, right > clientWidth, bottom > clientHeight];
      });
  // What comes late makes it larger, and it finds another place then.
  expect(await settled(page, outside)).toEqual([false, false, false, false]);
}

describe('a card', () => {
  it.each([
    ['a citation', 'a[role="doc-biblioref"]', 'LoRA: Low-Rank Adaptation', 'a[href*="arxiv.org"]'],
    ['an equation', 'a[href="#eq-lora"]', '(1)', '.katex-display math'],
    ['a figure', 'a[href="#fig-page"]', '页宽的图', 'img[alt="宽图"]'],
    ['a table', 'a[href="#tbl-cmp"]', '4.2 M', 'table'],
    ['a listing', 'a[href="#lst-code"]', 'rank = 8', 'pre'],
    ['a theorem', 'a[href="#thm-rank"]', '秩不超过', 'math'],
    ['a section', 'a[href="#sec-use"]', '小节的第一段', '.card-title'],
    ['another article', 'a[href$="posts/target/"]', '卡片里的一句说明。', 'a[href$="posts/target/"]'],
    ['a section of another article', 'a[href*="posts/target/#"]', '有 W₀ 的一节', '.card-section'],
    ['a symbol', '[data-symbol="W_0"]', '冻结的预训练权重', 'math'],
  ])('of %s shows what it refers to', async (_name, trigger, text, part) => {
    await visit(address, async (page) => {
      const ids = await page.locator('[id]').count();
      await page.locator(`[data-article] ${trigger}`).first().hover();
      const card = cards(page);
      await card.waitFor();
      expect(await card.textContent()).toContain(text);
      expect(await card.locator(part).count()).toBeGreaterThan(0);
      expect(await page.locator('[id]').count()).toBe(ids + 1);
      await expectOnScreen(page);
      expect(await violationsOf(page)).toEqual([]);
    });
  });

  it('waits for the pointer to rest, can be entered, and goes when the pointer has left', async () => {
    await visit(address, async (page) => {
      const anchor = link(page, 'eq-lora');
      await anchor.hover();
      await cards(page).waitFor();
      await cards(page).getByRole('button', { name: '关闭' }).hover();
      await page.waitForTimeout(500);
      expect(await cards(page).count()).toBe(1);
      await page.mouse.move(2, 2);
      await expect.poll(() => cards(page).count()).toBe(0);

      // By a clock that stands still while the test is busy.
      const box = await anchor.boundingBox();
      await page.clock.install();
      await page.clock.pauseAt(new Date(Date.now() + 3_600_000));
      await page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 4);
      expect(await anchor.evaluate((element) => element.matches(':hover'))).toBe(true);
      await page.clock.runFor(290);
      expect(await cards(page).count()).toBe(0);
      await page.mouse.move(2, 2);
      await page.clock.runFor(1000);
      expect(await cards(page).count()).toBe(0);
      await page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 4);
      await page.clock.runFor(300);
      await cards(page).waitFor();
    });
  });

  it('is closed by Escape with the pointer where it is, and stays closed', async () => {
    await visit(address, async (page) => {
      await page.locator('a[role="doc-biblioref"]').first().hover();
      await cards(page).waitFor();
      await page.keyboard.press('Escape');
      await page.waitForTimeout(500);
      expect(await cards(page).count()).toBe(0);
      expect(await page.locator('a[role="doc-biblioref"]').first().getAttribute('title')).toContain('LoRA');
    });
  });

  it('is opened, entered, left and closed by keyboard', async () => {
    await visit(address, async (page) => {
      const citation = page.locator('a[role="doc-biblioref"]').first();
      await page.keyboard.press('Tab');
      await citation.focus();
      await cards(page).waitFor();
      expect(await citation.getAttribute('aria-expanded')).toBe('true');
      expect((await focused(page)).inCard).toBe(false);
      // In: the work's link, where it stands, pin, close.
      await page.keyboard.press('Tab');
      expect((await focused(page)).href).toContain('arxiv.org');
      await page.keyboard.press('Tab');
      expect((await focused(page)).text).toBe('前往');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Shift+Tab');
      expect((await focused(page)).href).toBe('#ref-hu2021lora');
      expect(await cards(page).count()).toBe(1);
      // Through it and on, as if it stood behind its link.
      for (let stop = 0; stop < 4; stop += 1) await page.keyboard.press('Tab');
      expect(await focused(page)).toMatchObject({ inCard: true, text: '关闭' });
      await page.keyboard.press('Tab');
      const next = await focused(page);
      expect(next.inCard).toBe(false);
      expect(next.href).not.toBe('#ref-hu2021lora');
      await expect.poll(() => citation.getAttribute('aria-expanded')).toBe(null);
      // Escape from inside puts the focus back on the link, which does not open it again.
      await citation.focus();
      await expect.poll(() => citation.getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      expect((await focused(page)).href).toBe('#ref-hu2021lora');
      await page.waitForTimeout(500);
      expect(await cards(page).count()).toBe(0);
    });
  });

  it('stays while it is pinned, beside others, and keeps its place as the page moves', async () => {
    await visit(address, async (page) => {
      await link(page, 'eq-lora').hover();
      const pinned = page.getByRole('dialog', { name: '式 (1)' });
      await pinned.getByRole('button', { name: '固定' }).click();
      const box = () => pinned.boundingBox();
      const before = await settled(page, box);
      await page.mouse.move(2, 2);
      await page.waitForTimeout(500);
      await page.evaluate(() => {
        window.scrollTo({ top: 60, behavior: 'instant' });
      });
      expect(await settled(page, box)).toEqual(before);
      await link(page, 'thm-rank').hover();
      await page.getByRole('dialog', { name: '定理 1' }).waitFor();
      expect(await cards(page).count()).toBe(2);
      await page.keyboard.press('Escape');
      expect(await cards(page).count()).toBe(1);
      await pinned.getByRole('button', { name: '关闭' }).click();
      expect(await cards(page).count()).toBe(0);
    });
  });
});

describe('a symbol', () => {
  it('has all of its uses marked while its card is open', async () => {
    await visit(address, async (page) => {
      const uses = page.locator('[data-article] [data-symbol="W_0"]');
      const marked = page.locator('.is-use');
      await uses.first().hover();
      await expect.poll(() => marked.count()).toBe(await uses.count());
      expect(await cards(page).textContent()).toContain(`${String(await uses.count())} 处`);
      await page.mouse.move(2, 2);
      await expect.poll(() => marked.count()).toBe(0);
    });
  });

  it('is reached by keyboard: one stop where a section first uses it, arrow keys inside of a formula', async () => {
    await visit(address, async (page) => {
      await page.keyboard.press('Tab');
      const groups = page.getByRole('group', { name: '公式中的符号' });
      await groups.first().waitFor({ state: 'attached' });
      // W₀ and B in the first formula of all, W₀ again in the second section, B in the notes; nowhere else.
      expect(await groups.count()).toBe(3);
      expect(await groups.first().getByRole('button').allTextContents()).toEqual(['W₀', 'B']);
      expect(await page.locator('.card-stops [tabindex="0"]').count()).toBe(3);

      await groups.first().getByRole('button', { name: 'W₀' }).focus();
      await page.getByRole('dialog', { name: 'W₀' }).waitFor();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('dialog', { name: 'B', exact: true }).waitFor();
      expect(await cards(page).count()).toBe(1);
      expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.press('Enter');
      expect(await cards(page).getByRole('button', { name: '固定' }).getAttribute('aria-pressed')).toBe(
        'true',
      );
      await page.keyboard.press('Tab');
      expect(await focused(page)).toMatchObject({ inCard: true, text: '固定' });
      await page.keyboard.press('Escape');
      expect(await focused(page)).toMatchObject({ inCard: false, text: 'B' });
      expect(await cards(page).count()).toBe(0);
    });
  });
});

describe('on a phone', () => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

  it('a tap shows a card at the lower end, another pins it, one elsewhere closes it', async () => {
    await visit(
      address,
      async (page) => {
        const card = cards(page);
        const anchor = link(page, 'eq-lora');
        await anchor.tap();
        await card.waitFor();
        expect(new URL(page.url()).hash).toBe('');
        const box = await settled(page, () => card.boundingBox());
        expect(box).toMatchObject({ x: 0, width: 360 });
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(740, 0);
        expect(await violationsOf(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
        // The browser makes a click of a touch after that has ended.
        await anchor.tap();
        const pin = card.getByRole('button', { name: '固定' });
        await expect.poll(() => pin.getAttribute('aria-pressed')).toBe('true');
        await card.getByRole('button', { name: '关闭' }).tap();
        await expect.poll(() => card.count()).toBe(0);

        await page.locator('a[data-footnote-ref]').first().tap();
        await card.waitFor();
        expect(await card.textContent()).toContain('第一条脚注');
        await page.locator('h1').tap();
        await expect.poll(() => card.count()).toBe(0);
      },
      phone,
    );
  });

  it('a card leaves what it tells about in view', async () => {
    await visit(
      // With a fragment everything is laid out at once, and stays where it is.
      `${address}#content`,
      async (page) => {
        const anchor = page.locator('[data-article] a[href="#fn-seven"]');
        await anchor.evaluate((element) => {
          window.scrollBy({ top: element.getBoundingClientRect().bottom - 720, behavior: 'instant' });
        });
        await anchor.tap();
        await cards(page).waitFor();
        const card = await settled(page, () => cards(page).boundingBox());
        const box = await anchor.boundingBox();
        expect((card?.y ?? 0) + (card?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);
      },
      phone,
    );
  });

  it('leads on to where the link leads', async () => {
    await visit(
      address,
      async (page) => {
        await page.locator('a[href*="posts/target/#"]').first().tap();
        await cards(page).getByRole('link', { name: '目标文章' }).tap();
        await page.waitForURL(/posts\/target\/#/u);
      },
      phone,
    );
  });
});

it('links are plain links without a script', async () => {
  await visit(
    address,
    async (page) => {
      await link(page, 'eq-lora').click();
      await expect.poll(() => new URL(page.url()).hash).toBe('#eq-lora');
    },
    { javaScriptEnabled: false },
  );
});

it('a link is followed by mouse and by key, card or not', async () => {
  await visit(address, async (page) => {
    await link(page, 'eq-lora').click();
    await expect.poll(() => new URL(page.url()).hash).toBe('#eq-lora');
    await link(page, 'thm-rank').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe('#thm-rank');
  });
});

it('nothing of it is loaded before a reader points at something', async () => {
  await visit(address, async (page) => {
    const loaded = (): Promise<string[]> =>
      page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    await page.waitForLoadState('networkidle');
    expect((await loaded()).filter((name) => /cards|zoom|card\.json/u.test(name))).toEqual([]);
    await link(page, 'eq-lora').hover();
    await cards(page).waitFor();
    expect((await loaded()).some((name) => name.includes('/cards.'))).toBe(true);
  });
});
