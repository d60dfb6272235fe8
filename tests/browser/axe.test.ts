import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';

const visit = useBrowser();
const { root } = inject('sites');
const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const pages = [
  '',
  'page/2/',
  'posts/lora/',
  'posts/mixed-precision/',
  'tags/',
  'archive/',
  'about/',
  'docs/',
  'docs/start/',
  'docs/writing/',
  '404.html',
];
const cases = pages.flatMap((path) => (['light', 'dark'] as const).map((theme) => [path, theme] as const));

/** Violations on a page, `rule: element`. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axeFile });
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, target }) => ({ id, html, target })),
  );
  const real = await Promise.all(
    found.map(async ({ id, target }) => {
      if (id !== 'empty-table-header') return true;
      // axe reads no text out of MathML: a header that is a formula looks empty to it.
      return (await page.locator(target.join(' ')).locator('math').count()) === 0;
    }),
  );
  return found.filter((_, index) => real[index]).map(({ id, html }) => `${id}: ${html}`);
}

describe('accessibility', () => {
  it.each(cases)('/%s has no violation in the %s theme', async (path, colorScheme) => {
    await visit(
      root + path,
      async (page) => {
        expect(await violationsOf(page)).toEqual([]);
      },
      { colorScheme },
    );
  });

  it('holds for the search dialog with results', async () => {
    await visit(root, async (page) => {
      await page.keyboard.press('/');
      await page.getByRole('searchbox').fill('投机解码');
      await page.locator('.search-results > li').first().waitFor();
      expect(await violationsOf(page)).toEqual([]);
    });
  });
});
