import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { violationsOf } from './violations.ts';

const visit = useBrowser();
const { root } = inject('sites');

describe.each(['docs/notebooks/', 'en/docs/notebooks/'])('a notebook at /%s', (path) => {
  it('shows its outputs against no policy, and nothing of it is wider than a phone', async () => {
    await visit(
      root + path,
      async (page) => {
        await page.evaluate(() => {
          delete document.documentElement.dataset.fromTop;
        });
        const picture = page.locator('#fig-softmax img');
        await picture.scrollIntoViewIfNeeded();
        expect(await picture.getAttribute('width')).toBe('360');
        await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(360);
        const table = page.locator('.output .table-scroll');
        await table
          .locator('td')
          .first()
          .evaluate((cell) => void (cell.textContent = 'W'.repeat(80)));
        await table.focus();
        await page.keyboard.press('ArrowRight');
        await expect.poll(() => table.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
        expect(await page.locator('[style]').count()).toBe(
          await page.locator('svg [style], html[style]').count(),
        );
      },
      { viewport: { width: 360, height: 720 } },
    );
  });

  it('opens what a program has complained of by keyboard', async () => {
    await visit(root + path, async (page) => {
      const folded = page.locator('.output-stderr details');
      const text = folded.locator('code');
      await folded.locator('summary').focus();
      expect(await text.isVisible()).toBe(false);
      await page.keyboard.press('Enter');
      expect(await text.isVisible()).toBe(true);
      expect(await page.locator('.output-error code').innerText()).not.toMatch(/\[\d+m/u);
    });
  });

  it('is accessible in both themes', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await visit(
        root + path,
        async (page) => {
          expect(await violationsOf(page)).toEqual([]);
        },
        { colorScheme },
      );
    }
  });
});
