import { describe, expect, it } from 'vitest';
import { paintUrls, srcsetUrls, urlKind } from '../../../src/markdown/safe-urls.ts';

describe('urlKind', () => {
  it.each([
    ['fig.png', 'local'],
    ['../b/zh.md#x', 'local'],
    ['/film.mp4', 'local'],
    ['#x', 'local'],
    ['', 'local'],
    ['https://example.org', 'foreign'],
    ['//example.org', 'foreign'],
    ['/\\example.org', 'foreign'],
    ['\\\\example.org', 'foreign'],
    [' /\t/example.org', 'foreign'],
    ['https:example.org', 'local'],
    ['ftp://example.org', 'foreign'],
    ['mailto:a@example.org', 'handover'],
    ['data:image/png;base64,AAAA', 'picture'],
    ['data:image/svg+xml,<svg>', 'active'],
    ['data:text/html,x', 'active'],
    ['javascript:x', 'active'],
    ['\u0001 jAvA\nscript:x', 'active'],
    ['vbscript:x', 'active'],
    ['file:///etc/passwd', 'active'],
    ['blob:https://example.org/1', 'active'],
    ['https://', 'unreadable'],
  ])('%j is %s', (address, kind) => {
    expect(urlKind(address)).toBe(kind);
  });
});

describe('addresses in attributes', () => {
  it('finds all of a srcset', () => {
    expect(srcsetUrls('a.png 1x, //b/c.png 2x,d.png 3x')).toEqual(['a.png', '//b/c.png', 'd.png']);
    expect(srcsetUrls('data:image/png;base64,AA 1x, b.png')).toEqual(['data:image/png;base64,AA', 'b.png']);
  });

  it('finds those of a paint', () => {
    expect(paintUrls('url(#a) url( "//b/c" ), URL(\'d\')')).toEqual(['#a', '//b/c', 'd']);
    expect(paintUrls('red')).toEqual([]);
  });
});
