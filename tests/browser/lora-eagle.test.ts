import { expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { figureOf, press, summaryOf } from './living-figure.ts';

const visit = useBrowser();
const { root } = inject('sites');

it('adds up the memory of training by keyboard', async () => {
  await visit(`${root}posts/lora/`, async (page) => {
    const figure = await figureOf(page, 'lora-memory');
    const summary = summaryOf(figure);
    expect(await summary()).toContain('Qwen1.5-7B LoRA：共 17.74 GB');
    await press(page, figure.getByRole('radio', { name: 'LoRA', exact: true }), 'ArrowLeft');
    await expect.poll(summary).toMatch(/Qwen1\.5-7B 全量：共 125\.5 GB.*至少 2 张/u);
    await press(page, figure.getByRole('combobox', { name: '模型' }), 'ArrowDown');
    await expect.poll(summary).toMatch(/Qwen1\.5-72B 全量：共 1\.16 TB.*至少 16 张/u);
    const legend = figure.locator('.lora-memory-legend');
    expect(await legend.locator('li', { hasText: '一阶矩' }).textContent()).toContain('289 GB');
    await press(page, figure.getByRole('combobox', { name: '优化器' }), 'End');
    await expect.poll(() => legend.locator('li', { hasText: '一阶矩' }).textContent()).toContain('0 B');
    await press(page, figure.getByRole('button', { name: '复位' }), 'Enter');
    await expect.poll(summary).toContain('Qwen1.5-7B LoRA：共 17.74 GB');
  });
});

it('explores ranks by keyboard, down to an error of nothing', async () => {
  await visit(`${root}posts/lora/`, async (page) => {
    const figure = await figureOf(page, 'low-rank');
    const summary = summaryOf(figure);
    expect(await summary()).toContain('秩 4：截断 SVD 的相对误差 44.9%');
    const rank = figure.getByRole('slider', { name: '秩 r' });
    await press(page, rank, 'End');
    await expect.poll(summary).toContain('秩 24：截断 SVD 的相对误差 0.0%');
    await press(page, rank, 'Home');
    await expect.poll(summary).toContain('相对误差 100.0%');
    await press(page, rank, 'ArrowRight', 4);
    await press(page, figure.getByRole('combobox'), 'End');
    await expect.poll(summary).toContain('秩 4：截断 SVD 的相对误差 76.0%');
  });
});

it('steps through a round of drafting by keyboard', async () => {
  await visit(`${root}posts/eagle/`, async (page) => {
    const figure = await figureOf(page, 'eagle-drafting');
    const summary = summaryOf(figure);
    expect(await summary()).toContain('剩 1.14 bit');
    await press(page, figure.getByRole('combobox'), 'End');
    await expect.poll(summary).toMatch(/剩 0 bit.*接受的概率是 100%/u);
    expect(await figure.locator('.eagle-drafting-answer').count()).toBe(1);
    await press(page, figure.getByRole('button', { name: '下一步' }), 'Enter', 4);
    await expect.poll(summary).toMatch(/真实的 f₂、f₃.*依次是 100% 与 100%/u);
    await press(page, figure.getByRole('combobox'), 'Home');
    await expect.poll(summary).toContain('接受与否取决于小模型');
    await press(page, figure.getByRole('radio', { name: 'am' }), 'ArrowRight');
    await expect.poll(() => figure.locator('.living-picture').first().textContent()).toContain('always');
  });
});
