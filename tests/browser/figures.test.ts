import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { drawn, useBrowser } from './browser.ts';
import { bringToLife } from './living-figure.ts';

const visit = useBrowser();
const { root } = inject('sites');
const reading = inject('reading');
const phone = { viewport: { width: 360, height: 740 } };

/** Articles of this site that have living figures, and the page of the fixture. */
const pages = [
  `${reading}posts/living/`,
  ...globSync('content/posts/*/zh.mdx').map((file) => `${root}posts/${path.basename(path.dirname(file))}/`),
];

/** What a figure shows and says. */
const stateOf = (figure: Locator): Promise<string> =>
  figure.evaluate((element) =>
    [...element.querySelectorAll('.living-picture, .living-summary')].map((part) => part.outerHTML).join(''),
  );

/** Keys that change a control when it has the focus. */
const keysOf = (control: Locator): Promise<string[]> =>
  control.evaluate((element) => {
    if (element instanceof HTMLSelectElement) return ['ArrowDown', 'ArrowUp'];
    if (!(element instanceof HTMLInputElement)) return ['Enter'];
    if (element.type === 'text') return ['Backspace', '1'];
    return element.type === 'checkbox' ? [' '] : ['ArrowRight', 'ArrowLeft', 'ArrowLeft'];
  });

/** Whether some key on a control changes what the figure shows. */
async function answers(page: Page, figure: Locator, control: Locator): Promise<boolean> {
  await control.focus();
  for (const key of await keysOf(control)) {
    const before = await stateOf(figure);
    await page.keyboard.press(key);
    await drawn(page);
    if ((await stateOf(figure)) !== before) return true;
  }
  return false;
}

describe.each(pages)('the living figures of %s', (address) => {
  it('answer to the keyboard, and do not move the page', async () => {
    await visit(address, async (page) => {
      await page.evaluate(() => {
        const seen = window as unknown as { shifted: number };
        seen.shifted = 0;
        new PerformanceObserver((list) => {
          // What an answer moves is meant to move.
          for (const entry of list.getEntries() as (PerformanceEntry & {
            value: number;
            hadRecentInput: boolean;
          })[])
            if (!entry.hadRecentInput) seen.shifted += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      for (const figure of await page.locator('[data-figure]').all()) {
        await bringToLife(figure);
        const name = (await figure.getAttribute('data-figure')) ?? '';
        const shifted = await page.evaluate(() => (window as unknown as { shifted: number }).shifted);
        expect(shifted, name).toBe(0);
        const controls = await figure
          .locator('.living-controls :is(input, select, button):not(:disabled)')
          .all();
        expect(controls.length, name).toBeGreaterThan(0);
        let answered = 0;
        for (const control of controls) if (await answers(page, figure, control)) answered += 1;
        // A button that takes back what has not been done has nothing to answer.
        expect(
          answered,
          `${name}: ${String(answered)} of ${String(controls.length)} controls answer`,
        ).toBeGreaterThan(0);
      }
    });
  });

  it('say what they show before a script has run, and fit a phone', async () => {
    await visit(
      address,
      async (page) => {
        // Labels and groups of radio buttons go by them.
        const ids = await page
          .locator('.living [id]')
          .evaluateAll((elements) => elements.map(({ id }) => id));
        expect(ids).toEqual([...new Set(ids)]);
        for (const figure of await page.locator('[data-figure]').all()) {
          const summary = await figure.locator('.living-summary').textContent();
          expect(summary?.length).toBeGreaterThan(10);
          expect(
            await figure.locator('.living-picture').locator('svg, table, ol, ul, dl').count(),
          ).toBeGreaterThan(0);
          expect(await figure.locator('[style]').count()).toBe(0);
          const { width, x } = (await figure.boundingBox()) ?? { width: 0, x: 0 };
          expect(x + width).toBeLessThanOrEqual(360);
        }
      },
      { ...phone, javaScriptEnabled: false },
    );
  });
});

describe('the bytes of living figures', () => {
  const limit = 12_000;
  const sizes = new Map<string, number>();

  const sizeOf = async (page: Page, url: string): Promise<number> => {
    const known = sizes.get(url);
    if (known !== undefined) return known;
    const size = brotliCompressSync(await (await page.request.get(url)).body()).length;
    sizes.set(url, size);
    return size;
  };

  it.each(pages)('stay within 12 kB each, and so does what they share: %s', async (address) => {
    await visit(address, async (page) => {
      const scripts = (): Promise<string[]> =>
        page.evaluate(() =>
          performance
            .getEntriesByType('resource')
            .map(({ name }) => name)
            .filter((name) => name.endsWith('.js')),
        );
      // What the page itself loads once it has been drawn is there, and figures that were near.
      await page.waitForLoadState('networkidle');
      const before = await scripts();
      const names: string[] = [];
      for (const figure of await page.locator('[data-figure]').all()) {
        names.push((await figure.getAttribute('data-figure')) ?? '');
        await bringToLife(figure);
      }
      let own = 0;
      let shared = 0;
      for (const url of new Set(await scripts())) {
        const size = await sizeOf(page, url);
        const name = names.find((one) => path.basename(url).startsWith(`${one}.`));
        if (name === undefined) shared += before.includes(url) ? 0 : size;
        else {
          own += 1;
          expect(size, name).toBeLessThanOrEqual(limit);
        }
      }
      expect(own).toBe(new Set(names).size);
      expect(shared).toBeLessThanOrEqual(limit);
    });
  });
});

it('has a figure of every folder on some page', () => {
  const texts = globSync('{content,tests/browser/fixtures/reading}/**/*.mdx').map((file) =>
    readFileSync(file, 'utf8'),
  );
  for (const file of globSync('src/figures/*/*.astro')) {
    const name = path.basename(file, '.astro');
    if (file.includes(`${path.sep}shared${path.sep}`)) continue;
    expect(
      texts.some((text) => text.includes(`<${name} `)),
      name,
    ).toBe(true);
  }
});
