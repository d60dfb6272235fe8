import { expect, it } from 'vitest';
import { phraseBreaks } from '../../src/phrases.ts';

it.each([
  ['words stay whole', '大模型的低秩适配', '大模型的|低秩适配'],
  ['one character goes with what follows', '给大模型多装几个解码头', '给大模型|多装几个|解码头'],
  ['a suffix goes with its word', '接受率与主权重', '接受率|与主权重'],
  ['a particle too', '省显存的顺序', '省显存的|顺序'],
  [
    'after signs and blanks a line may end anyhow',
    '算法：起草、验收 与 补一个',
    '算法：起草、验收 与 补一个',
  ],
  ['beside Latin', '用FP16训练模型', '用|FP16|训练|模型'],
  ['beside a formula', '为什么\uFFFC很小', '为什么|\uFFFC|很小'],
  ['no line begins with a sign', '秩（rank）与\uFFFC，以后', '秩|（rank）与|\uFFFC，以后'],
  ['text without Han is left to its spaces', 'Attention is all you need', 'Attention is all you need'],
  ['nothing', '', ''],
])('%s', (_rule, text, expected) => {
  const breaks = phraseBreaks(text);
  expect([0, ...breaks].map((start, index) => text.slice(start, breaks[index])).join('|')).toBe(expected);
});
