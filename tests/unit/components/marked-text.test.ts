import { expect, it } from 'vitest';
import { markedParts, markedText, markedTitle } from '../../../src/components/marked-text.ts';

it.each([
  ['LoRA：大模型的低秩适配', 'zh-CN', 'LoRA：大模型的低秩适配'],
  [
    '什么是 speculative decoding & 草稿',
    'zh-CN',
    '什么是 <span lang="en">speculative decoding</span> &amp; 草稿',
  ],
  ['What is <b> & why', 'en', 'What is &lt;b&gt; &amp; why'],
])('prints %s in %s', (value, lang, html) => {
  expect(markedText(value, lang)).toBe(html);
});

it('marks where a line of a title may end, in English too', () => {
  expect(markedTitle('给大模型多装 Attention Is All You Need 解码头', 'zh-CN')).toBe(
    '给大模型<wbr aria-hidden="true">多装 <span lang="en">Attention Is All You Need</span> 解码头',
  );
  expect(markedTitle('读 A<B 的论文', 'zh-CN')).toBe('读 A&lt;B 的<wbr aria-hidden="true">论文');
  expect(markedTitle('大模型的低秩适配', 'ja')).toBe('大模型的低秩适配');
});

it('reads the parts of a heading as one line', () => {
  expect(markedParts(['为什么', { slot: 'm1' }, '很小，但', { code: 'x' }], 'zh-CN')).toEqual([
    '为什么<wbr aria-hidden="true">',
    undefined,
    '<wbr aria-hidden="true">很小，但<wbr aria-hidden="true">',
    undefined,
  ]);
  expect(markedParts(['秩', '远小于'], 'en')).toEqual(['秩', '远小于']);
});
