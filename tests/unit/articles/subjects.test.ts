import { describe, expect, it } from 'vitest';
import { relatable } from '../../../src/articles/subjects.ts';

const empty = { slug: 'a', tags: [], terms: [], references: [], series: undefined } as never;
const work = (title: string) => ({ key: 'k', title, authors: [] });

const of = (data: object, language: 'zh' | 'en' = 'zh') =>
  relatable({ ...(empty as object), ...data } as Parameters<typeof relatable>[0], language);

describe('relatable', () => {
  it('knows one tag in two spellings, and names it as the article does', () => {
    expect(of({ tags: ['Fine Tuning'] }).subjects).toEqual([
      { kind: 'tag', id: 'fine-tuning', name: 'Fine Tuning' },
    ]);
    expect(of({ tags: ['fine tuning'] }).subjects[0]?.id).toBe('fine-tuning');
  });

  it('names terms in the language of the page', () => {
    const terms = [{ id: 'low-rank', zh: '低秩', en: 'low rank' }];
    expect(of({ terms }).subjects[0]).toEqual({ kind: 'term', id: 'low-rank', name: '低秩' });
    expect(of({ terms }, 'en').subjects[0]?.name).toBe('low rank');
  });

  it('knows a work by its title, whatever the bibliographies call it', () => {
    const [one, two] = of({
      references: [work('Attention Is All You Need'), work('Attention is all you need.')],
    }).subjects;
    expect(one?.id).toBe(two?.id);
    expect(one?.kind).toBe('work');
  });

  it.each([
    ['LoRA: Low-Rank Adaptation of Large Language Models', 'LoRA'],
    ['Attention Is All You Need', 'Attention Is All You Need'],
    [
      'Better and Faster Large Language Models via Multi-token Prediction',
      'Better and Faster Large Language Models…',
    ],
    ['统计学习方法：第二版', '统计学习方法'],
  ])('calls %j %j', (title, name) => {
    expect(of({ references: [work(title)] }).subjects[0]?.name).toBe(name);
  });

  it('knows a series by its address', () => {
    expect(of({ series: { id: 'Spec Decoding', order: 1 } }).series).toBe('spec-decoding');
  });
});
