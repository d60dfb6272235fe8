import { expect, it } from 'vitest';
import { plainTerms } from '../../../src/feeds/plain-terms.ts';

it.each([
  ['两个<span data-term="low-rank">低秩</span>矩阵', '两个低秩矩阵'],
  [
    '<span data-term="kv-cache" lang="en">KV cache</span>与<span lang="en" data-term="a">a b</span>',
    '<span lang="en">KV cache</span>与<span lang="en">a b</span>',
  ],
  ['<span data-term="a"><em>甲</em></span>', '<span><em>甲</em></span>'],
  ['<code>data-term="a"</code>', '<code>data-term="a"</code>'],
])('plainTerms(%j)', (html, plain) => {
  expect(plainTerms(html)).toBe(plain);
});
