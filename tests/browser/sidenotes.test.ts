import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { settled, useBrowser } from './browser.ts';
import { violationsOf } from './violations.ts';

const visit = useBrowser();
const address = `${inject('reading')}posts/reading/`;
const notes = (page: Page) => page.locator('.sidenote:visible');

interface Box {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The boxes of all notes, and of everything else that a note could collide with. */
const boxes = (page: Page): Promise<{ notes: Box[]; others: Box[] }> =>
  page.evaluate(() => {
    const box = (element: Element): Box => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { name: element.textContent.slice(0, 12), left, right, top, bottom };
    };
    const shown = [...document.querySelectorAll('.sidenote')].filter((note) => note.checkVisibility());
    return {
      notes: shown.map(box),
      others: [...document.querySelectorAll('[data-article] > *, .article .head')].map(box),
    };
  });

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;

async function expectNoCollision(page: Page, count: number): Promise<void> {
  const found = await settled(page, () => boxes(page));
  expect(found.notes).toHaveLength(count);
  const collisions = found.notes.flatMap((note, index) =>
    [...found.notes.slice(index + 1), ...found.others]
      .filter((other) => overlap(note, other))
      .map((other) => `${note.name} × ${other.name}`),
  );
  expect(collisions).toEqual([]);
}

describe('footnotes beside the text', () => {
  it.each([1440, 1920])('never collide with each other or with figures, %i pixels wide', async (width) => {
    await visit(
      address,
      async (page) => {
        await expect.poll(() => notes(page).count()).toBe(7);
        await expectNoCollision(page, 7);
        // A margin figure and a page-wide one are there to collide with, and with each other.
        const { others } = await boxes(page);
        const figures = await page.locator('#fig-margin, #fig-page').all();
        expect(figures).toHaveLength(2);
        const [margin, wide] = others.filter(({ name }) => /图\s[12]/u.test(name));
        expect(margin && wide && overlap(margin, wide)).toBe(false);

        // What was folded away pushes the rest down, and brings its own note.
        await page.locator('summary', { hasText: '展开' }).click();
        await expect.poll(() => notes(page).count()).toBe(8);
        await expectNoCollision(page, 8);
        const { top } = (await boxes(page)).notes[5] ?? {};
        const reference = await page.locator('a[data-footnote-ref][href="#fn-six"]').boundingBox();
        expect(Math.abs((top ?? 0) - (reference?.y ?? 0))).toBeLessThan(30);
      },
      { viewport: { width, height: 900 } },
    );
  });

  it('are no layout shift, neither as they come nor as they move', async () => {
    await visit(
      address,
      async (page) => {
        await expect.poll(() => notes(page).count()).toBe(7);
        const shifted = await page.evaluate(
          () =>
            new Promise<boolean[]>((resolve) => {
              const found: boolean[] = [];
              new PerformanceObserver((list) => {
                const entries = list.getEntries() as unknown as { sources: { node: Node | null }[] }[];
                for (const { node } of entries.flatMap(({ sources }) => sources)) {
                  const place = node instanceof Element ? node : node?.parentElement;
                  found.push(place?.closest('.sidenotes') !== null);
                }
              }).observe({ type: 'layout-shift', buffered: true });
              // A fold that opens moves text and notes: the text by what the reader did, the notes by none of it.
              document.querySelector<HTMLDetailsElement>('[data-article] details')?.setAttribute('open', '');
              setTimeout(() => {
                resolve(found);
              }, 700);
            }),
        );
        expect(shifted).not.toContain(true);
      },
      { viewport: { width: 1440, height: 900 } },
    );
  });

  it('are not read or visited twice', async () => {
    await visit(
      address,
      async (page) => {
        await expect.poll(() => notes(page).count()).toBe(7);
        expect(await page.locator('.sidenotes').getAttribute('aria-hidden')).toBe('true');
        expect(await page.locator('.sidenotes a[href]:not([tabindex="-1"])').count()).toBe(0);
        expect(await page.locator('.sidenotes a[href]').count()).toBeGreaterThan(0);
        expect(await page.locator('.footnotes li').count()).toBe(8);
        expect(await page.locator('.footnotes').isVisible()).toBe(true);
        expect(await violationsOf(page)).toEqual([]);
        const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
        expect(ids).toEqual([...new Set(ids)]);
      },
      { viewport: { width: 1440, height: 900 } },
    );
  });

  it('light up with their reference in place of a card', async () => {
    await visit(
      address,
      async (page) => {
        await expect.poll(() => notes(page).count()).toBe(7);
        const reference = page.locator('a[data-footnote-ref]').nth(1);
        await reference.hover();
        await expect.poll(() => page.locator('.sidenote.is-asked').textContent()).toContain('第二条');
        expect(await page.locator('.card').count()).toBe(0);
        await page.locator('.sidenote').first().hover();
        await expect
          .poll(() => page.locator('a[data-footnote-ref].is-asked').getAttribute('href'))
          .toBe('#fn-one');
        expect(await page.locator('.sidenote.is-asked').count()).toBe(0);
      },
      { viewport: { width: 1440, height: 900 } },
    );
  });

  it('go where there is no margin, and come with it', async () => {
    await visit(
      address,
      async (page) => {
        expect(await page.locator('.sidenote').count()).toBe(0);
        await page.setViewportSize({ width: 1440, height: 900 });
        await expect.poll(() => notes(page).count()).toBe(7);
        await page.setViewportSize({ width: 1000, height: 900 });
        await expect.poll(() => notes(page).count()).toBe(0);
        await page.locator('a[data-footnote-ref]').first().hover();
        await page.getByRole('dialog', { name: '注释 1' }).waitFor();
      },
      { viewport: { width: 1000, height: 900 } },
    );
  });

  it('are left out of print, where the footnotes stand at the end', async () => {
    await visit(
      address,
      async (page) => {
        await expect.poll(() => notes(page).count()).toBe(7);
        await page.emulateMedia({ media: 'print' });
        expect(await notes(page).count()).toBe(0);
        expect(await page.locator('.footnotes').isVisible()).toBe(true);
      },
      { viewport: { width: 1440, height: 900 } },
    );
  });
});
