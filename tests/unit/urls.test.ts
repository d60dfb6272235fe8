import { describe, expect, it } from 'vitest';
import { href, listPagePath, tagPath } from '../../src/urls.ts';

describe('urls', () => {
  it('encodes and puts the base in front', () => {
    expect(href('/', tagPath('大模型'))).toBe('/tags/%E5%A4%A7%E6%A8%A1%E5%9E%8B/');
    expect(href('/some/base/', tagPath('多 Token 预测'))).toBe(
      '/some/base/tags/%E5%A4%9A-token-%E9%A2%84%E6%B5%8B/',
    );
  });
  it('gives page 1 the address of the list itself', () => {
    expect(listPagePath('/', 1)).toBe('/');
    expect(listPagePath('/', 2)).toBe('/page/2/');
    expect(listPagePath('/tags/peft/', 3)).toBe('/tags/peft/page/3/');
  });
});
