import { decodeRound, type Round } from '../../models/speculative-decoding/decode-round.ts';
import { ngramModel, vocabularyOf } from '../../models/speculative-decoding/n-gram.ts';
import { sampleTexts } from '../../models/speculative-decoding/sample-texts.ts';
import { randomFrom } from '../../models/random.ts';

/** Characters that the target sees, its own among them. */
const targetOrder = 5;

export const vocabulary = vocabularyOf(sampleTexts);
const start = vocabulary.tokensOf('\n');
const target = ngramModel(sampleTexts, vocabulary, targetOrder);

/** One moment of a round. */
export type Step =
  | { readonly kind: 'draft'; readonly place: number }
  | { readonly kind: 'verified' }
  | { readonly kind: 'judged'; readonly place: number }
  | { readonly kind: 'done' };

/** A round with the text that it starts from, and its moments. */
export interface SteppedRound {
  readonly before: readonly number[];
  readonly round: Round;
  readonly steps: readonly Step[];
}

function stepsOf({ drafts }: Round): Step[] {
  const judged = drafts.filter(({ verdict }) => verdict !== 'dropped').length;
  return [
    ...drafts.map((_, place) => ({ kind: 'draft', place }) as const),
    { kind: 'verified' },
    ...Array.from({ length: judged }, (_, place) => ({ kind: 'judged', place }) as const),
    { kind: 'done' },
  ];
}

/** The rounds that write some text, the same for the same seed. */
export function roundsOf(gamma: number, draftOrder: number, seed: number, count = 6): SteppedRound[] {
  const random = randomFrom(seed);
  const draft = ngramModel(sampleTexts, vocabulary, draftOrder);
  const text = [...start];
  return Array.from({ length: count }, () => {
    const before = [...text];
    const round = decodeRound({ target, draft }, before, gamma, random);
    text.push(...round.tokens);
    return { before, round, steps: stepsOf(round) };
  });
}
