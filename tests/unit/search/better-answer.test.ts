import { expect, it, vi } from 'vitest';
import { type JudgedAnswer, nothing } from '../../../src/search/answer-query.ts';
import { betterAnswer } from '../../../src/search/better-answer.ts';

const answer = (best: number): JudgedAnswer => ({ ...nothing, total: 1, best });
const formula = { mathml: '', text: 'x', url: '', article: '', section: '' };

it.each([
  ['nothing', nothing, answer(0.1), 'other'],
  ['nothing, as there', nothing, nothing, 'other'],
  ['words in passing', answer(0.6), answer(5), 'other'],
  ['words in passing, as there', answer(0.6), answer(1.5), 'own'],
  ['an answer about it', answer(2.5), answer(6), 'own'],
  ['a formula', { ...nothing, formulas: [formula] }, answer(6), 'own'],
] as const)('chooses for %s', async (_, own, other, chosen) => {
  expect(await betterAnswer(own, () => Promise.resolve(other))).toBe(chosen === 'own' ? own : other);
});

it('asks elsewhere for no answer that is about it', async () => {
  const elsewhere = vi.fn(() => Promise.resolve(answer(6)));
  await betterAnswer(answer(2.5), elsewhere);
  expect(elsewhere).not.toHaveBeenCalled();
});

it('keeps what it has when the other index is out of reach, and says so when it has nothing', async () => {
  const gone = () => Promise.reject(new Error('offline'));
  const own = answer(0.6);
  expect(await betterAnswer(own, gone)).toBe(own);
  await expect(betterAnswer(nothing, gone)).rejects.toThrow('offline');
});
