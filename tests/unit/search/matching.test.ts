import { describe, expect, it } from 'vitest';
import { coverageOf, findRanges, fold, needlesOf, piecesOf } from '../../../src/search/matching.ts';
import { readQuery } from '../../../src/search/read-query.ts';
import { bestParagraph, excerptAround } from '../../../src/search/excerpt.ts';

const needles = (query: string) => needlesOf(readQuery(query).words);
const marked = (text: string, query: string): string =>
  piecesOf(text, findRanges(text, needles(query)))
    .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
    .join('');

describe('marks', () => {
  it.each([
    ['用投机解码加速', '投机解码', '用[投机解码]加速'],
    ['投机采样与解码', '投机解码', '[投机]采样与[解码]'],
    ['Mixed Precision 训练', 'mixed precision', '[Mixed] [Precision] 训练'],
    ['ＬｏＲＡ很好', 'lora', '[ＬｏＲＡ]很好'],
    ['explora lora', 'lora', 'explora [lora]'],
    ['Quantization, quantized', 'quantize', '[Quantization], [quantized]'],
    ['一', '二', '一'],
    ['İstanbul lora', 'lora', 'İstanbul [lora]'],
  ])('in %j of %j: %j', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });
});

it('fold keeps every place', () => {
  for (const text of ['İ', 'ﬁ', '𝐀', 'ÅΩ', '（Ａ）']) expect(fold(text)).toHaveLength(text.length);
});

it('coverageOf counts parts of a run for less', () => {
  expect(coverageOf('投机采样', needles('投机解码 lora'))).toEqual([0.6 / 3, 0]);
  expect(coverageOf('投机解码 LoRA', needles('投机解码 lora'))).toEqual([1, 1]);
});

describe('excerpts', () => {
  const long = `${'甲'.repeat(30)}。${'乙'.repeat(5)}投机解码${'丙'.repeat(100)}`;
  const text = (pieces: readonly { text: string }[]): string => pieces.map((piece) => piece.text).join('');

  it('begin at the sentence, and say what they leave out', () => {
    expect(text(excerptAround(long, needles('投机解码')))).toBe(
      `…${'乙'.repeat(5)}投机解码${'丙'.repeat(63)}…`,
    );
  });

  it('cut no word and no pair of surrogates', () => {
    const words = `${'word '.repeat(40)}needle ${'𝐀'.repeat(120)}`;
    const cut = text(excerptAround(words, needles('needle')));
    expect(cut).toMatch(/^…\s?word/u);
    expect(cut.isWellFormed()).toBe(true);
  });

  it('come from the paragraph that holds most', () => {
    expect(bestParagraph(['甲', '投机', '投机解码'], needles('投机解码'))).toBe('投机解码');
    expect(bestParagraph([], needles('x'))).toBeUndefined();
  });
});
