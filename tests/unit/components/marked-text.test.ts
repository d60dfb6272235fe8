import { expect, it } from 'vitest';
import { markedText } from '../../../src/components/marked-text.ts';

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
