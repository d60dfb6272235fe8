import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations on a page, `rule: element`. */
export async function violationsOf(page: Page): Promise<string[]> {
  // What is far from the screen is judged as a reader gets it: laid out.
  await page.evaluate(async () => {
    delete document.documentElement.dataset.fromTop;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  });
  // Not as an element: the policy of the page would forbid that.
  await page.evaluate(axeScript);
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
