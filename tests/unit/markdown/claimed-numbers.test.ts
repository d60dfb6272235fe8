import { describe, expect, it } from 'vitest';
import { claimedNumbers } from '../../../src/markdown/claimed-numbers.ts';

const claims = (sentence: string): string[] => claimedNumbers(sentence).map(({ text }) => text);

describe('claims nothing', () => {
  it.each([
    ...[
      'GPT-3 175B',
      'Qwen1.5-7B-Chat 与 72B',
      'FP16、BF16 与 FP8 E4M3',
      '8 张 A100-80G',
      'H100 SXM5',
      'top-5',
    ],
    ...[
      'COCO 2017 的验证集',
      'PASCAL VOC 2012 上',
      'IEEE 754 规定',
      'RTX 4090 跑得动',
      'Llama 3.1 与 Python 3.12',
    ],
    ...['ResNet-101 接 1×1 卷积', '3 × 3', 'ZeRO-3、EAGLE-2', '参数写成 x86_64', '用 int8 与 W8A8'],
    ...['16 位浮点', '32/16 位', '8-bit Adam', '64 bits'],
    ...['3 个头、2 次、第 1 步', '有 10 层', '第 7 天', '−1 与 0', '共 ３ 项'],
    ...[
      '2017 年 10 月 10 日',
      '2017–2020 年间',
      '10 月 3 日',
      '2026-11-20',
      '（2017）',
      'Hu 等（2021）',
      'in May 2017',
    ],
    ...['图 12、表 4、式 (15) 和附录 A.12', '第 13.2 节', 'Fig. 12 and Section 14.1', 'arXiv:1710.03740'],
    'doi 10.1145/3292500.3330701',
    '没有数字',
  ])('%s', (sentence) => {
    expect(claims(sentence)).toEqual([]);
  });
});

describe('claims', () => {
  it.each([
    ['准确率为 73.4%。', ['73.4']],
    ['多出 65,536 个参数', ['65,536']],
    ['显存 80 GB 的 A800（160GB）', ['80', '160']],
    ['快 2 倍，省 5%，占 3 GB，用 4 天', ['2', '5', '3', '4']],
    ['第 12 层', ['12']],
    ['有 18M 个参数、0.236B 个参数', ['18', '0.236']],
    ['学习率 1e-4、2.5x、10⁹', ['1e-4', '2.5', '10']],
    ['BLEU 28、mIoU 5.2', ['28', '5.2']],
    ['A100 16 张，Token 32 个', ['16', '32']],
    ['约为 1/3', ['1', '3']],
    ['20%–30%', ['20', '30']],
    ['词表 32k，代表 16 种，试图 20 次，方式 12 种', ['32', '16', '20', '12']],
    ['15×15 的核，1024×1024 的图', ['15', '15', '1024', '1024']],
    ['５０％', ['５０']],
    ['With 96 layers on 8 GPUs', ['96']],
    ['batch 32', ['32']],
  ])('%s', (sentence, numbers) => {
    expect(claims(sentence)).toEqual(numbers);
  });

  it('at their places', () => {
    const sentence = 'GPT-3 训练 3 次，准确率 73.4%';
    expect(claimedNumbers(sentence)).toEqual([{ text: '73.4', index: sentence.indexOf('73.4') }]);
  });

  it('in no longer than the text is long', () => {
    const started = process.threadCpuUsage();
    for (const piece of ['A1 ', '1', '1,', '第 ', '1 ×', '表 1', 'A-', '2017 年'])
      claimedNumbers(piece.repeat(30_000));
    expect(process.threadCpuUsage(started).user).toBeLessThan(3000_000);
  });
});
