import { describe, expect, it } from 'vitest';
import { absoluteUrls } from '../../../src/feeds/absolute-urls.ts';

describe('absoluteUrls', () => {
  it.each([
    ['<a href="/tags/">', '<a href="https://example.org/tags/">'],
    ['<a href="#fn-1">', '<a href="https://example.org/b/posts/a/#fn-1">'],
    ['<a href="https://other.org/?a=1&amp;b=2">', '<a href="https://other.org/?a=1&amp;b=2">'],
    ['<a href="mailto:a@b.org">', '<a href="mailto:a@b.org">'],
    ['<img alt="src=" src="/_assets/x.webp">', '<img alt="src=" src="https://example.org/_assets/x.webp">'],
    [
      '<img srcset="/a.webp 1x, /b.webp 2x">',
      '<img srcset="https://example.org/a.webp 1x, https://example.org/b.webp 2x">',
    ],
  ])('%s', (html, absolute) => {
    expect(absoluteUrls(html, 'https://example.org/b/posts/a/')).toBe(absolute);
  });
});
