import { describe, expect, it } from 'vitest';
import { articlePage } from '../../../src/search-index/article-page.ts';

describe('articlePage', () => {
  it('has all text, what counts for more and for less, and what hits are chosen by', () => {
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
        { text: '开头 <x>' },
        { text: '方法', weight: 144 },
        { text: '正文' },
        { text: 'a < b', weight: 7 },
        { text: 'A & B\n低秩适配' },
      ],
      names: 'A & B\n低秩适配',
      filters: [['tag', 'R&D']],
      sort: { date: '2026-11-20' },
      record,
    });
  });
});
