import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { zh } from '../../src/i18n/zh.ts';
import { compileText } from '../markdown/compile-text.ts';
import { sidewaysScroll, useBrowser } from './browser.ts';

const visit = useBrowser();
const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const styles = ['tokens', 'base', 'prose', 'blocks'].map((name) => read(`src/styles/${name}.css`)).join('\n');
const blocks = ['callouts', 'theorems', 'tables', 'disclosure'].map((name) =>
  read(`tests/markdown/fixtures/blocks-${name}.md`),
);
const pixel = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="900" height="200"/>';
const figures = ['body', 'outset', 'page', 'screen', 'margin'].map(
  (layout) =>
    `:::figure{layout=${layout}}\n![甲](a.svg)\n![乙](a.svg)\n\n很长的题注，${'文字'.repeat(40)}。\n:::\n`,
);

/** The columns that an article stands in. */
const columns = `
:root { --font-latin: sans-serif; --font-mono-latin: monospace }
main {
  display: grid;
  grid-template-columns: minmax(0, var(--measure));
  justify-content: center;
  column-gap: 3.5rem;
  padding-inline: var(--gutter);
}
@media (min-width: 72rem) {
  main { grid-template-columns: 13rem minmax(0, var(--measure)) 13rem }
  main > * { grid-column: 2 }
}`;

/** A page with every block, as an article is set; with tabs or without the script for them. */
async function setContent(page: Page, withScript: boolean): Promise<void> {
  const { html } = await compileText([...blocks, ...figures].join('\n\n'), { 'a.svg': '<svg/>' });
  const body = html.replaceAll(/<img [^>]*>/gu, `<img alt="甲" src='${pixel}'>`);
  await page.setContent(
    `<!doctype html><html lang="zh-CN"><title>块</title><style>@layer tokens, base, prose;${styles}
${columns}</style>
<body><main><h1>块</h1><div class="prose">${body}</div></main>`,
  );
  if (!withScript) return;
  const script = stripTypeScriptTypes(read('src/client/tabs.ts'));
  await page.addScriptTag({ type: 'module', content: `${script}\nsetUpTabs(${JSON.stringify(zh.script)});` });
  // A module runs after it was added, whenever that is.
  await page.getByRole('tab').first().waitFor();
}

describe('blocks', () => {
  it.each([360, 768, 1152, 1600])('never make a page %i pixels wide scroll sideways', async (width) => {
    const check = async (page: Page): Promise<void> => {
      await setContent(page, true);
      expect(await sidewaysScroll(page)).toBe(0);
    };
    await visit('about:blank', check, { viewport: { width, height: 800 } });
  });

  it.each(['light', 'dark'] as const)('have no accessibility violations, %s', async (colorScheme) => {
    const check = async (page: Page): Promise<void> => {
      await setContent(page, true);
      await page.addScriptTag({ path: axeFile });
      const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    };
    await visit('about:blank', check, { colorScheme });
  });
});

describe('tables', () => {
  it('align their columns as the row of dashes says', async () => {
    await visit('about:blank', async (page) => {
      await setContent(page, false);
      for (const cell of ['th', 'td']) {
        const alignment = await page
          .locator(`${cell}.align-right`)
          .first()
          .evaluate((element) => getComputedStyle(element).textAlign);
        expect(alignment).toBe('end');
      }
    });
  });
});

describe('tabs', () => {
  it('show all of their text without a script', async () => {
    await visit('about:blank', async (page) => {
      await setContent(page, false);
      expect(await page.getByRole('tab').count()).toBe(0);
      for (const text of ['PyTorch', '块里的块。', '三']) {
        expect(await page.getByText(text, { exact: true }).isVisible()).toBe(true);
      }
    });
  });

  it('show one section, chosen by click or key', async () => {
    await visit('about:blank', async (page) => {
      await setContent(page, true);
      const tab = (name: string) => page.getByRole('tab', { name, exact: true });
      const panels = page.getByRole('tabpanel');
      await expect.poll(() => panels.allInnerTexts()).toHaveLength(2);
      expect(await page.getByRole('tabpanel', { name: 'PyTorch' }).isVisible()).toBe(true);
      await tab('JAX').click();
      expect(await page.getByText('块里的块。').isVisible()).toBe(true);
      expect(await tab('PyTorch').getAttribute('aria-selected')).toBe('false');
      await page.keyboard.press('ArrowRight');
      expect(await tab('PyTorch').getAttribute('aria-selected')).toBe('true');
      expect(await tab('PyTorch').evaluate((button) => button === document.activeElement)).toBe(true);
      await page.keyboard.press('End');
      expect(await tab('JAX').getAttribute('aria-selected')).toBe('true');
      expect(await tab('甲').getAttribute('aria-selected')).toBe('true');
    });
  });
});
