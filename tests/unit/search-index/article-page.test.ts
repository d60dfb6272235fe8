import { describe, expect, it } from 'vitest';
import { searchCopy } from '../../../src/search-index/search-copy.ts';

describe('searchCopy', () => {
  it('holds bigrams of all text, what hits are filtered and sorted by, all escaped', () => {
    const html = searchCopy(
      {
        url: '/posts/a/',
        title: 'A & B',
        aliases: ['低秩适配'],
        date: '2026-11-20',
        tags: ['R&D "x"'],
        kind: 'article',
        sections: [
          { id: '', title: '', text: ['开头 <x>'], code: [] },
          { id: '方法', title: '方法', text: [], code: ['a < b'] },
        ],
      },
      'peft',
    );
    expect(html).toBe(
      '<!doctype html><html lang="en"><head>' +
        '<meta data-pagefind-meta="k[content]" content="A B 低秩 秩适 适配">' +
        '<meta data-pagefind-filter="tag[content]" content="R&amp;D &quot;x&quot;">' +
        '<meta data-pagefind-filter="series[content]" content="peft">' +
        '<meta data-pagefind-filter="year[content]" content="2026">' +
        '<meta data-pagefind-filter="kind[content]" content="article">' +
        '<meta data-pagefind-sort="date[content]" content="2026-11-20">' +
        '</head><body data-pagefind-body><p>开头 x</p><h2>方法</h2>' +
        '<pre data-pagefind-weight="0.3">a b</pre><p>A B 低秩 秩适 适配</p></body></html>',
    );
  });
});
