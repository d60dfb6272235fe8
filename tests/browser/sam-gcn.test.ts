import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { scrolledTo, settled, useBrowser } from './browser.ts';
import { figureOf } from './living-figure.ts';

const visit = useBrowser();
const { root } = inject('sites');
const article = `${root}posts/segment-anything/`;

const playground = (page: Page): Promise<Locator> => figureOf(page, 'prompt-playground');

const rows = (figure: Locator): Promise<string[][]> =>
  figure
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)),
    );

const summary = (figure: Locator): Promise<string | null> => figure.locator('.living-summary').textContent();

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
}

describe('the prompt playground', () => {
  it('takes a point by keyboard and gives masks of what is there', async () => {
    await visit(article, async (page) => {
      const figure = await playground(page);
      const before = await rows(figure);
      expect(before).toHaveLength(3);
      await figure.getByRole('application').focus();
      const scrolled = await scrolledTo(page);
      // From the dot to the handle: up the picture, over its edge and back.
      await press(page, 'Shift+ArrowRight', 4);
      await expect.poll(() => figure.getByRole('application').getAttribute('aria-label')).toContain('57');
      expect(await rows(figure)).toEqual(before);
      await page.keyboard.press('Enter');
      await expect.poll(() => summary(figure)).toContain('(57, 28)');
      expect(await rows(figure)).not.toEqual(before);
      expect(await scrolledTo(page)).toBe(scrolled);
    });
  });

  it('passes the error back through another mask when another object is meant', async () => {
    await visit(article, async (page) => {
      const figure = await playground(page);
      const passed = async (): Promise<number> =>
        (await rows(figure)).findIndex((cells) => cells.at(-1) === '是');
      const seen = new Set<number>();
      for (const name of ['整体', '部分', '子部分']) {
        await figure.getByRole('radio', { name, exact: true }).check();
        seen.add(await settled(page, passed));
      }
      expect([...seen].toSorted()).toEqual([0, 1, 2]);
    });
  });

  it('gives one mask for several points, and takes a point back', async () => {
    await visit(article, async (page) => {
      const figure = await playground(page);
      await figure.getByRole('radio', { name: '背景 −' }).check();
      await figure.getByRole('application').focus();
      await press(page, 'ArrowUp', 14);
      await page.keyboard.press(' ');
      await expect.poll(() => summary(figure)).toMatch(/^2 个点：得到 1 张/u);
      await page.keyboard.press('Backspace');
      await expect.poll(() => summary(figure)).toMatch(/^1 个点/u);
    });
  });

  it('takes a box by dragging and by two corners', async () => {
    await visit(article, async (page) => {
      const figure = await playground(page);
      await figure.getByRole('radio', { name: '框' }).check();
      const stage = figure.getByRole('application');
      await stage.scrollIntoViewIfNeeded();
      const box = await settled(page, () => stage.boundingBox());
      const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
      const at = (column: number, row: number): [number, number] => [
        x + ((column + 0.5) / 72) * width,
        y + ((row + 0.5) / 54) * height,
      ];
      await page.mouse.move(...at(23, 18));
      await page.mouse.down();
      await page.mouse.move(...at(42, 37), { steps: 4 });
      await page.mouse.up();
      await expect.poll(() => summary(figure)).toContain('(23, 18)');
      const dragged = await rows(figure);
      expect(dragged[0]?.[3]).toBe('1.00');
      await stage.focus();
      await page.keyboard.press('Enter');
      await press(page, 'ArrowUp', 3);
      await page.keyboard.press('Enter');
      await expect.poll(() => summary(figure)).toContain('(42, 34)');
    });
  });

  it('shows the noise that it segments, and more of it when asked', async () => {
    await visit(article, async (page) => {
      const figure = await playground(page);
      // Noise does not compress.
      const bytes = (): Promise<number> =>
        figure.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL().length);
      await expect.poll(bytes).toBeGreaterThan(8000);
      const some = await bytes();
      await figure.getByRole('slider').focus();
      await page.keyboard.press('End');
      await expect.poll(bytes).toBeGreaterThan(some + 1000);
    });
  });
});

describe('the explorer of losses', () => {
  it('turns focal loss into cross entropy, and shows what a missed object costs', async () => {
    await visit(article, async (page) => {
      const figure = await figureOf(page, 'mask-losses');
      expect(await summary(figure)).toContain('focal 是同权重交叉熵的 0.01。');
      await figure.getByRole('slider', { name: '聚焦 γ' }).focus();
      await page.keyboard.press('Home');
      await expect.poll(() => summary(figure)).toContain('focal 是同权重交叉熵的 1。');
      await figure.getByRole('slider', { name: '物体占全图' }).focus();
      await page.keyboard.press('Home');
      await expect.poll(() => summary(figure)).toContain('物体占全图 0.01%');
      await figure.getByRole('button', { name: '复位' }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => summary(figure)).toContain('物体占全图 1.0%');
    });
  });
});

describe('the explorer of receptive fields', () => {
  it('counts parameters and sends impulses back for another kernel', async () => {
    await visit(`${root}posts/global-convolutional-network/`, async (page) => {
      const figure = await figureOf(page, 'receptive-field');
      const parameters = (): Promise<(string | undefined)[]> =>
        rows(figure).then((all) => all.map((cells) => cells[1]));
      expect(await parameters()).toEqual(['9,676,800', '1,303,470', '226,879,488']);
      await figure.getByRole('slider').focus();
      await press(page, 'ArrowLeft', 4);
      await expect.poll(parameters).toEqual(['2,107,392', '608,286', '75,884,544']);
      await figure.getByRole('combobox').focus();
      await page.keyboard.press('End');
      await expect.poll(parameters).toEqual(['2,107,392', '608,286', '4,307,310']);
      const cells = (await rows(figure)).map((all) => Number(all.at(-1)));
      // Flat over seven cells each way, and three layers of three.
      expect(cells[0]).toBeCloseTo(2, 0);
      expect(cells[2]).toBeLessThan(1.7);
      const before = await summary(figure);
      await figure.getByRole('button', { name: '换一组权重' }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => summary(figure)).not.toBe(before);
    });
  });
});
