import { describe, expect, it } from 'vitest';
import { englishRuns } from '../../src/english-runs.ts';

const found = (text: string): string[] => englishRuns(text).map(({ start, end }) => text.slice(start, end));

describe('englishRuns', () => {
  it.each([
    ['改写 Attention Is All You Need（2017）的 Transformer。', ['Attention Is All You Need']],
    ['低秩适配（Low-Rank Adaptation, LoRA）', ['Low-Rank Adaptation, LoRA']],
    ['“Large Kernel Matters”一文', ['Large Kernel Matters']],
    ['见 Mixed Precision Training。', ['Mixed Precision Training']],
    ['Rank collapse (see Hu et al.) 之后', ['Rank collapse (see Hu et al']],
    ['用 Low-Rank Adaptation (LoRA) 微调', ['Low-Rank Adaptation (LoRA)']],
    ["don't stop training", ["don't stop training"]],
    ['Łukasz Kaiser 等人', ['Łukasz Kaiser']],
    ['用 4-bit NormalFloat 存', ['4-bit NormalFloat']],
    ['先 fine tuning 再 pruning heads', ['fine tuning', 'pruning heads']],
    ['Layer\nNormalization', ['Layer\nNormalization']],
  ])('finds the words in %j', (text, runs) => {
    expect(found(text)).toEqual(runs);
  });

  it.each([
    'LoRA',
    '用 A100 GPU 训练',
    'KV cache'.slice(3),
    'low-rank',
    'x y z',
    'x = f(y)',
    'FP16 与 BF16',
    '多 token 预测',
    'loss = mean',
    'https://example.org/some/page',
    '',
    '2106.09685',
  ])('leaves %j to the language of the text', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('takes a time that grows with the text alone', () => {
    const started = process.threadCpuUsage();
    englishRuns('a1'.repeat(200_000) + ' ('.repeat(200_000));
    expect(process.threadCpuUsage(started).user).toBeLessThan(2000_000);
  });
});
