import { describe, expect, it } from 'vitest';
import { searchCopy } from '../../../src/search-index/search-copy.ts';

describe('searchCopy', () => {
  it('holds title, sections under their ids, aliases and tags, all escaped', () => {
    const html = searchCopy(
      { title: 'A & B', aliases: ['低秩'], tags: ['大模型'] },
      [
        { id: '', title: '', depth: 1, blocks: [{ kind: 'text', text: '开头 <x>' }] },
        { id: '方法', title: '方法', depth: 2, blocks: [{ kind: 'code', text: 'a < b' }] },
      ],
      'zh',
    );
    expect(html).toBe(
      '<!doctype html><html lang="zh"><head><title>A &amp; B</title><meta data-pagefind-filter="tag:大模型"></head><body data-pagefind-body><h1>A &amp; B</h1><p>开头 &lt;x&gt;</p><h2 id="方法">方法</h2><pre data-pagefind-weight="0.3">a &lt; b</pre><p data-pagefind-weight="5">低秩</p></body></html>',
    );
  });
});
