import { describe, expect, it } from 'vitest';
import { breakLines, fitLine, fitTitle } from '../../../src/social-images/fit-title.ts';
import type { Measure, SetLine } from '../../../src/social-images/set-line.ts';
import { atomsOf } from '../../../src/text-atoms.ts';
import { randomFrom } from '../../../src/models/random.ts';

/** Letters half as wide as Chinese characters. */
const measure: Measure = (text, isWide) => [...text].length * (isWide ? 1 : 0.5);

const sizes = [
  { size: 100, lines: 2 },
  { size: 70, lines: 3 },
  { size: 50, lines: 4 },
];

const textOf = (lines: readonly SetLine[]): string[] =>
  lines.map(({ atoms }) =>
    atoms
      .map(({ text, x }, place) => {
        const before = atoms[place - 1];
        return before && x > before.x + measure(before.text, before.isWide) ? ` ${text}` : text;
      })
      .join(''),
  );

const fit = (text: string, width = 1000) => {
  const { size, lines } = fitTitle(text, measure, width, sizes);
  return { size, lines: textOf(lines) };
};

describe('fitTitle', () => {
  it('leaves a short title on one line', () => {
    expect(fit('低秩适配')).toEqual({ size: 100, lines: ['低秩适配'] });
  });

  it.each([
    ['混合精度训练：半精度为什么够用', ['混合精度训练：', '半精度为什么够用']],
    ['LoRA：大模型的低秩适配', ['LoRA：', '大模型的低秩适配']],
    ['投机解码：用小模型起草，大模型验收', ['投机解码：用小模型', '起草，大模型验收']],
    ['GCN：大卷积核与全局卷积网络', ['GCN：大卷积核', '与全局卷积网络']],
    ['Segment Anything（SAM）：可提示的图像分割', ['Segment Anything（SAM）：', '可提示的图像分割']],
  ])('balances %s', (title, lines) => {
    expect(fit(title, 1080).lines).toEqual(lines);
  });

  it('takes a smaller size before it takes more lines than that allows', () => {
    const long = '从零开始推导扩散模型的目标函数并且用两百行代码验证每一步';
    expect(fit(long)).toMatchObject({ size: 70 });
    expect(fit(long).lines.length).toBeLessThanOrEqual(3);
    expect(fit(`${long}，${long}`)).toMatchObject({ size: 50 });
    expect(fit(`${long}，${long}，${long}`.slice(0, 77)).lines).toHaveLength(4);
  });

  it('cuts what is too long with an ellipsis, after no sign', () => {
    const { size, lines } = fit('大模型，'.repeat(60));
    expect(size).toBe(50);
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toMatch(/[大模型]…$/u);
  });

  it('cuts a word wider than a line, and only such a one', () => {
    const { lines } = fit(`看 ${'x'.repeat(50)} 与 FP16`, 1000);
    expect(lines.join('').replaceAll(' ', '')).toBe(`看${'x'.repeat(50)}与FP16`);
    expect(lines.some((line) => line.includes('FP16'))).toBe(true);
  });

  it('has no line for no title', () => {
    expect(fit('').lines).toEqual([]);
  });

  it('holds the rules for any text', () => {
    const random = randomFrom(7);
    const parts = [
      '大',
      '模型',
      '，',
      '。',
      '（',
      '）',
      '：',
      '《',
      '》',
      ' ',
      'FP16',
      ' W₀ + BA ',
      '——',
      '“',
      '”',
      '、',
      'α',
      '?',
      '(',
      ')',
    ];
    for (let round = 0; round < 300; round += 1) {
      const text = Array.from(
        { length: 3 + Math.floor(random() * 50) },
        () => parts[Math.floor(random() * parts.length)],
      ).join('');
      const { size, lines } = fitTitle(text, measure, 1000, sizes);
      for (const [place, { atoms, width }] of lines.entries()) {
        expect(width * size, text).toBeLessThanOrEqual(1000.001);
        const first = atoms[0]?.text ?? '';
        const last = atoms.at(-1)?.text ?? '';
        if (place > 0 && size > 50) expect(first, text).not.toMatch(/^[，。）：》”、?)—]/u);
        if (place < lines.length - 1 && size > 50) expect(last, text).not.toMatch(/[（《“(]$/u);
      }
    }
  });
});

describe('breakLines', () => {
  it('has none where the rules leave no place', () => {
    expect(breakLines(atomsOf('甲，。！'), measure, 2, 2)).toBeUndefined();
  });

  it('halves signs that meet, and at the edges of a line', () => {
    const width = (text: string): number | undefined => breakLines(atomsOf(text), measure, 99, 1)?.[0]?.width;
    expect(width('甲，乙')).toBe(3);
    expect(width('甲），乙')).toBe(3.5);
    expect(width('甲）（乙')).toBe(3.5);
    expect(width('（甲）')).toBe(2);
    expect(width('甲！')).toBe(2);
  });
});

describe('fitLine', () => {
  it('leaves what fits, and cuts the rest', () => {
    expect(textOf([fitLine('大模型 · PEFT', measure, 10)])).toEqual(['大模型 · PEFT']);
    expect(textOf([fitLine('大模型 · 推理加速 · 投机解码', measure, 8)])).toEqual(['大模型 · 推理加…']);
    expect(fitLine('大模型', measure, 1).atoms).toEqual([]);
  });
});
