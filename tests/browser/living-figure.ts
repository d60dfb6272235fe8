import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Brings a figure near and waits until it answers. */
export async function bringToLife(figure: Locator): Promise<void> {
  await figure.scrollIntoViewIfNeeded();
  await expect.poll(() => figure.getAttribute('data-live')).toBe('');
  // The server prints the controls switched off.
  await expect.poll(() => figure.locator('.living-controls:disabled').count()).toBe(0);
}

/** A living figure of the page, once it answers. */
export async function figureOf(page: Page, name: string): Promise<Locator> {
  const figure = page.locator(`[data-figure=${name}]`);
  await bringToLife(figure);
  return figure;
}

/** Reads what a figure says that it shows. */
export const summaryOf = (figure: Locator) => (): Promise<string | null> =>
  figure.locator('.living-summary').textContent();

/** Presses a key on a control a number of times. */
export async function press(page: Page, control: Locator, key: string, times = 1): Promise<void> {
  await control.focus();
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
}
