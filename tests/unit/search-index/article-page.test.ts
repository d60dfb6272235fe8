import { describe, expect, it } from 'vitest';
import { articlePage } from '../../../src/search-index/article-page.ts';

describe('articlePage', () => {
  it('has bigrams of all text, what counts for more and for less, and what hits are chosen by', () => {
    const record = {
      url: '/posts/a/',
      title: 'A & B',
      aliases: ['低秩适配'],
      date: '2026-11-20',
      tags: ['R&D'],
      kind: 'article',
      sections: [
        { id: '', title: '', text: ['开头 <x>'], code: [] },
        { id: '方法', title: '方法', text: ['正文'], code: ['a < b'] },
      ],
    } as const;
    expect(articlePage(record, [['tag', 'R&D']])).toEqual({
      text: [
        { tokens: '开头 x' },
        { tokens: '方法', weight: 144 },
        { tokens: '正文' },
        { tokens: 'a b', weight: 7 },
        { tokens: 'A B 低秩 秩适 适配' },
      ],
      names: 'A B 低秩 秩适 适配',
      filters: [['tag', 'R&D']],
      sort: { date: '2026-11-20' },
      record,
    });
  });
});
