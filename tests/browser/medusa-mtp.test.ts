import { expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { figureOf, press, summaryOf } from './living-figure.ts';

const visit = useBrowser();
const { root } = inject('sites');

it('builds a candidate tree and its mask by keyboard', async () => {
  await visit(`${root}posts/medusa/`, async (page) => {
    const figure = await figureOf(page, 'medusa-tree');
    const summary = summaryOf(figure);
    expect(await summary()).toMatch(/2 × 3：6 条候选共用 8 个新 token，逐条展开要 12 个。节点 1\.2 .*n\+3/u);
    await press(page, figure.getByRole('slider', { name: '看节点' }), 'End');
    await expect.poll(summary).toContain('节点 2.3 的位置编号是 n+3，看得见 R、2 和自己');
    expect(await figure.locator('.medusa-tree-through').allTextContents()).toEqual(['R→2→3']);
    await press(page, figure.getByRole('slider', { name: '头 3 取前' }), 'ArrowRight', 2);
    await expect.poll(summary).toContain('2 × 3 × 2：12 条候选共用 20 个新 token');
    expect(await figure.locator('.tree-node').count()).toBe(21);
    await press(page, figure.getByRole('button', { name: '复位' }), 'Enter');
    await expect.poll(summary).toContain('2 × 3：6 条候选');
    // A node can be picked by pointer too.
    await figure.locator('.tree-node').nth(2).click();
    await expect.poll(summary).toContain('节点 2 的位置编号是 n+2，看得见 R 和自己');
  });
});

it('grows a sparse tree and moves thresholds by keyboard, each figure by itself', async () => {
  await visit(`${root}posts/medusa/`, async (page) => {
    const sparse = await figureOf(page, 'sparse-tree');
    const typical = await figureOf(page, 'typical-acceptance');
    // Radio buttons of both figures keep their own choices.
    expect(await sparse.getByRole('radio', { checked: true }).count()).toBe(1);
    expect(await typical.getByRole('radio', { checked: true }).count()).toBe(1);
    const grown = summaryOf(sparse);
    await press(page, sparse.getByRole('slider', { name: '头数' }), 'End');
    await press(page, sparse.getByRole('slider', { name: '节点预算' }), 'End');
    // As `sparse-tree.py` beside the article prints.
    await expect.poll(grown).toMatch(/63 个节点.*期望每步 2\.38 个 token.*5 × 5 × 1，期望 2\.31/u);
    await press(page, sparse.getByRole('radio', { name: 'Vicuna-7B' }), 'ArrowRight');
    await expect.poll(grown).toContain('Vicuna-13B，63 个节点');

    const accepted = summaryOf(typical);
    await press(page, typical.getByRole('slider', { name: '温度' }), 'Home');
    await expect.poll(accepted).toMatch(/熵 H = 0\.00 nat.*合格 1 个 token，合占概率 100\.0%.*典型接受必拒/u);
    await press(page, typical.getByRole('slider', { name: '温度' }), 'End');
    await press(page, typical.getByRole('radio', { name: '两可' }), 'ArrowRight');
    await expect.poll(accepted).toContain('合格 16 个 token');
    await press(page, typical.getByRole('checkbox'), ' ');
    await press(page, typical.getByRole('slider', { name: 'δ' }), 'End');
    await expect.poll(accepted).toContain('合格 0 个 token');
  });
});

it('steps through both kinds of multi-token prediction by keyboard', async () => {
  await visit(`${root}posts/mtp/`, async (page) => {
    const figure = await figureOf(page, 'mtp-flow');
    const summary = summaryOf(figure);
    expect(await summary()).toMatch(/拼接，结果的形状是 \(T−1\) × 2d。位置 4 依据 x₁ 到 x₅ 预测 x₆/u);
    await press(page, figure.getByRole('button', { name: '下一步' }), 'Enter', 3);
    await expect.poll(summary).toMatch(/共享的输出头.*\(T−1\) × V/u);
    await press(page, figure.getByRole('radio', { name: '串行模块' }), 'ArrowLeft');
    await press(page, figure.getByRole('slider', { name: '头数 n' }), 'End');
    await press(page, figure.getByRole('button', { name: '下一步' }), 'Enter', 9);
    await expect.poll(summary).toMatch(/T × V。位置 4 依据 x₁ 到 x₄ 预测 x₈，中间隔着 3 个/u);
  });
});

it('turns acceptance into tokens a step by keyboard', async () => {
  await visit(`${root}posts/mtp/`, async (page) => {
    const figure = await figureOf(page, 'mtp-tokens');
    const summary = summaryOf(figure);
    expect(await summary()).toMatch(/3 个草稿，期望每步 3\.50 个 token.*加速 3\.04 倍/u);
    await press(page, figure.getByRole('slider', { name: '第 1 个草稿' }), 'Home');
    await expect.poll(summary).toMatch(/期望每步 1\.00 个 token.*反而慢下来/u);
    await press(page, figure.getByRole('combobox'), 'Home');
    await expect.poll(summary).toContain('期望每步 3.12 个 token');
  });
});
