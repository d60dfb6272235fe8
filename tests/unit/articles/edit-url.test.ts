import { expect, it } from 'vitest';
import { editUrlOf } from '../../../src/articles/edit-url.ts';

it('puts the path of an article into the address, each part encoded', () => {
  const template = 'https://git.example/edit/main/{path}?plain=1';
  expect(editUrlOf('posts/注意力 #1/zh.md', template)).toBe(
    'https://git.example/edit/main/posts/%E6%B3%A8%E6%84%8F%E5%8A%9B%20%231/zh.md?plain=1',
  );
  expect(editUrlOf('posts/$&/zh.md', template)).toContain('/posts/%24%26/zh.md');
});

it('is nowhere where the site names no address', () => {
  expect(editUrlOf('posts/lora/zh.md', undefined)).toBeUndefined();
});
