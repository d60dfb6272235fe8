import { createHash } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { violationsOf } from './violations.ts';

const visit = useBrowser();
const { root, based } = inject('sites');

describe.each([
  ['root', root],
  ['based', based],
])('a displayed formula under %s', (_name, home) => {
  it('is searched for from the keyboard, and leads back to itself', async () => {
    await visit(`${home}posts/lora/`, async (page) => {
      await page.keyboard.press('Tab');
      const equation = page.locator('.prose .equation', { has: page.locator('.formula-menu') }).first();
      const id = await equation.getAttribute('id');
      await equation.locator('.formula-menu').focus();
      await page.keyboard.press('Enter');
      const menu = page.getByRole('group', { name: '公式操作' });
      await menu.waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('复制 TeX');
      await menu.getByRole('button', { name: '搜索这个公式' }).press('Enter');
      const dialog = page.getByRole('dialog');
      const first = dialog.getByRole('listbox').getByRole('option').first();
      await first.waitFor();
      expect(await first.locator('math').count()).toBe(1);
      expect(await first.getAttribute('href')).toContain(`posts/lora/#${id ?? '?'}`);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('formula-menu');
    });
  });
});

it('copies the TeX as the author wrote it, and a link to the formula', async () => {
  await visit(
    `${root}posts/lora/`,
    async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const equation = page.locator('.prose .equation').first();
      const tex = await equation.locator('annotation').first().textContent();
      await equation.hover();
      await equation.locator('.formula-menu').click();
      const menu = page.getByRole('group', { name: '公式操作' });
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      await menu.getByRole('button', { name: '复制 TeX' }).click();
      await expect.poll(copied).toBe(tex?.trim());
      await menu.getByRole('button', { name: '复制链接' }).click();
      await expect.poll(copied).toBe(`${root}posts/lora/#${(await equation.getAttribute('id')) ?? '?'}`);
      expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(() => menu.isVisible()).toBe(false);
    },
    { viewport: { width: 360, height: 740 } },
  );
});

it('search works under a strict Content-Security-Policy', async () => {
  await visit(root, async (page) => {
    await page.route('**/*', async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      const inline = [...body.toString().matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/gu)].map(
        ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
      );
      const policy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ${inline.join(' ')}; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'`;
      await route.fulfill({
        response,
        body,
        headers: { ...response.headers(), 'content-security-policy': policy },
      });
    });
    await page.goto(`${root}posts/lora/`);
    await page.keyboard.press('/');
    const field = page.getByRole('dialog').getByRole('combobox', { name: '搜索文章' });
    await field.fill('投机解码');
    await page.getByRole('dialog').getByRole('listbox').getByRole('option').first().waitFor();
    await field.fill('\\frac{\\alpha}{r}BAx');
    await page.getByRole('dialog').locator('math').first().waitFor();
  });
});
