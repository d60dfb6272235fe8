import { describe, expect, it } from 'vitest';
import { roundsOf, vocabulary } from '../../../src/figures/speculative-round/round-steps.ts';

describe('the steps of rounds', () => {
  it('go on from the text that the round before has written', () => {
    const rounds = roundsOf(4, 2, 7);
    for (const [index, { before, round }] of rounds.slice(0, -1).entries()) {
      expect(rounds[index + 1]?.before).toEqual([...before, ...round.tokens]);
    }
  });

  it('draft, verify, judge up to the first rejection, and end', () => {
    for (const { round, steps } of [1, 2, 3].flatMap((seed) => roundsOf(4, 2, seed))) {
      const judged = round.drafts.filter(({ verdict }) => verdict !== 'dropped').length;
      expect(steps.map(({ kind }) => kind)).toEqual([
        ...Array.from({ length: 4 }, () => 'draft'),
        'verified',
        ...Array.from({ length: judged }, () => 'judged'),
        'done',
      ]);
    }
  });

  it('yield more with a better draft, and are the same for the same seed', () => {
    const tokens = (order: number): number =>
      [1, 2, 3, 4, 5]
        .flatMap((seed) => roundsOf(4, order, seed))
        .reduce((sum, { round }) => sum + round.tokens.length, 0);
    expect(tokens(4)).toBeGreaterThan(tokens(1));
    expect(roundsOf(3, 2, 5)).toEqual(roundsOf(3, 2, 5));
    expect(vocabulary.characters.length).toBeGreaterThan(50);
  });
});
