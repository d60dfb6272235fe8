import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { settled, sidewaysScroll, useBrowser } from './browser.ts';
import { violationsOf } from './violations.ts';

const visit = useBrowser();
const address = `${inject('reading')}posts/terms/`;
const english = `${inject('reading')}en/posts/terms/`;

const cards = (page: Page) => page.getByRole('dialog');
const term = (page: Page, id: string) => page.locator(`[data-term="${id}"]`).first();
const groups = (page: Page) => page.getByRole('group', { name: '本节的术语' });
const dots = (page: Page, id: string): Promise<string> =>
  term(page, id).evaluate((element) => {
    const { textDecorationLine: line, textDecorationColor: color } = getComputedStyle(element);
    return line === 'none' || color === 'rgba(0, 0, 0, 0)' ? 'none' : 'shown';
  });

/** Links of a card: what they say and where they lead. */
const links = (page: Page): Promise<(string | null)[][]> =>
  cards(page)
    .locator('a')
    .evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href')]));

describe('a term', () => {
  it('shows what it is called, what it is, and where to read on, from one file', async () => {
    await visit(address, async (page) => {
      const files: string[] = [];
      page.on('request', (request) => files.push(new URL(request.url()).pathname));
      await term(page, 'kv-cache').hover();
      await cards(page).waitFor();
      expect(await cards(page).getAttribute('aria-label')).toBe('键值缓存');
      expect(await cards(page).locator('.card-body').innerText()).toMatch(
        /^键值缓存\s+KV 缓存 · KV cache · KVC\s+存下键和值，不必重算。/u,
      );
      expect(await links(page)).toEqual([
        ['§ 1 键值缓存', `#${encodeURIComponent('键值缓存')}`],
        ['搜索“键值缓存”', `/some/base/search/?q=${encodeURIComponent('键值缓存')}`],
      ]);
      expect(await violationsOf(page)).toEqual([]);
      await term(page, 'speculative-decoding').hover();
      await page.getByRole('dialog', { name: '投机解码' }).waitFor();
      expect((await links(page))[0]).toEqual(['投机解码：先猜后验', '/some/base/posts/decoding/']);
      const asked = files.filter((name) => name.endsWith('.json'));
      expect(asked).toEqual([expect.stringMatching(/^\/some\/base\/_assets\/terms-zh-[\w-]{8}\.json$/u)]);
    });
  });

  it('speaks English on an English page, and says where it cannot', async () => {
    await visit(english, async (page) => {
      await term(page, 'kv-cache').hover();
      await page.getByRole('dialog', { name: 'KV cache' }).waitFor();
      expect(await cards(page).locator('[lang="en"]', { hasText: 'Keys and values, kept.' }).count()).toBe(1);
      expect((await links(page)).at(-1)).toEqual(['Search “KV cache”', '/some/base/en/search/?q=KV%20cache']);
      await term(page, 'attention').hover();
      await page.getByRole('dialog', { name: 'attention' }).waitFor();
      expect(await cards(page).locator('p[lang="zh"]').innerText()).toBe('对值加权求和的运算。');
    });
  });

  it('is a word like any other until a pointer is in its paragraph, and on paper', async () => {
    await visit(address, async (page) => {
      expect(await dots(page, 'kv-cache')).toBe('none');
      await page.getByText('再写一段').hover({ position: { x: 4, y: 8 } });
      expect(await dots(page, 'kv-cache')).toBe('shown');
      expect(await dots(page, 'attention')).toBe('none');
      await page.emulateMedia({ media: 'print' });
      expect(await dots(page, 'kv-cache')).toBe('none');
    });
  });

  it('is plain text without scripts', async () => {
    await visit(
      address,
      async (page) => {
        await page.getByText('再写一段').hover({ position: { x: 4, y: 8 } });
        expect(await dots(page, 'kv-cache')).toBe('none');
      },
      { javaScriptEnabled: false },
    );
  });

  it('is reached by keyboard: one stop a section, arrow keys from term to term', async () => {
    await visit(address, async (page) => {
      const heights = (): Promise<number[]> =>
        page.locator('[data-article] > *').evaluateAll((all) => all.map(({ clientHeight }) => clientHeight));
      const before = await settled(page, heights);
      await page.keyboard.press('Tab');
      await groups(page).first().waitFor({ state: 'attached' });
      expect(await groups(page).count()).toBe(2);
      const first = groups(page).first();
      expect(await first.getByRole('button').allTextContents()).toEqual(['注意力', '投机解码', '键值缓存']);
      expect(await page.locator('.card-stops [tabindex="0"]').count()).toBe(2);
      expect(await settled(page, heights)).toEqual(before);
      await first.getByRole('button', { name: '注意力' }).focus();
      await page.getByRole('dialog', { name: '注意力' }).waitFor();
      await page.keyboard.press('ArrowLeft');
      await page.getByRole('dialog', { name: '键值缓存' }).waitFor();
      expect(await term(page, 'kv-cache').evaluate((element) => getComputedStyle(element).outlineStyle)).toBe(
        'solid',
      );
      expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('§ 1 键值缓存');
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('键值缓存');
      expect(await cards(page).count()).toBe(0);
    });
  });

  it('is tapped on a phone, where its dots always show', async () => {
    await visit(
      address,
      async (page) => {
        expect(await dots(page, 'attention')).toBe('shown');
        await term(page, 'attention').tap();
        await cards(page).waitFor();
        expect(await cards(page).innerText()).toContain('对值加权求和的运算。');
        expect(await sidewaysScroll(page)).toBe(0);
        await page.getByText('什么也没有。').tap();
        await expect.poll(() => cards(page).count()).toBe(0);
      },
      { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    );
  });
});
