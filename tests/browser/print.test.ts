import { expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';

const visit = useBrowser();
const { root } = inject('sites');

it('prints an article without what is there to be clicked, and says where its links lead', async () => {
  await visit(
    `${root}posts/mtp/`,
    async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      for (const chrome of [
        '.site-header',
        '.contents',
        '.series',
        '.neighbours',
        'body > footer',
        '.self-link',
      ]) {
        const found = page.locator(chrome).first();
        expect(await found.count(), chrome).toBe(1);
        expect(await found.isVisible(), chrome).toBe(false);
      }
      for (const kept of ['h1', '.wave', '.prose .equation', '.references > li']) {
        expect(await page.locator(kept).first().isVisible(), kept).toBe(true);
      }
      const { link, address, paper, lead, heading, equation, skipped } = await page.evaluate(() => {
        const style = (selector: string, pseudo?: string): CSSStyleDeclaration | undefined => {
          const found = document.querySelector(selector);
          return found ? getComputedStyle(found, pseudo) : undefined;
        };
        const outside = '.prose p a[href^="http"]';
        return {
          link: document.querySelector(outside)?.getAttribute('href') ?? '',
          address: style(outside, '::after')?.content,
          paper: style('html')?.backgroundColor,
          lead: style('.prose > p:has(+ .equation)')?.breakAfter,
          heading: style('.prose h2')?.breakAfter,
          equation: style('.prose .katex-display')?.breakInside,
          skipped: [...document.querySelectorAll('.prose > *')].filter(
            (block) => getComputedStyle(block).contentVisibility !== 'visible',
          ).length,
        };
      });
      expect(link).toMatch(/^https:/u);
      expect(address).toContain(link);
      expect(paper).toBe('rgb(255, 255, 255)');
      expect([lead, heading, equation]).toEqual(['avoid', 'avoid', 'avoid']);
      expect(skipped).toBe(0);
    },
    { viewport: { width: 700, height: 900 } },
  );
});
