import { type Candidate, type Feature, softmax } from './uncertainty.ts';

/** A token of the small language that the figure speaks. */
export type Token = 'I' | 'am' | 'always' | 'excited' | 'ready' | 'begin' | 'look' | 'to' | 'for';

/** What the language model can say; `I` only begins a sentence. */
export const vocabulary = [
  'am',
  'always',
  'excited',
  'ready',
  'begin',
  'look',
  'to',
  'for',
] as const satisfies Token[];

const step = (2 * Math.PI) / vocabulary.length;
/** How sharply the output layer tells directions apart. */
const sharpness = 7;

/** Rows of the output layer: a direction for each token, all around the circle. */
export const outputLayer: readonly Feature[] = vocabulary.map((_, index) => [
  sharpness * Math.cos(index * step),
  sharpness * Math.sin(index * step),
]);

/** How far `I` turns from the middle of am and always, so that they are as 3 to 2. */
const lean = Math.asin(Math.log(1.5) / (2 * sharpness * Math.sin(step / 2)));

/** Where the feature after a token points, in steps around the circle: between the tokens that may follow. */
const headings: Readonly<Record<Token, number>> = {
  I: 0.5 - lean / step,
  am: 2.5,
  always: 4.5,
  excited: 6.9,
  ready: 6.1,
  begin: 6,
  look: 7.1,
  to: 3.5,
  for: 2.2,
};

/**
 * The feature of the target after a history: a point of the unit circle. The last token decides most of it, the one
 * before turns it a little, so that a feature knows more than its last token. The example of am and always with
 * their 0.6 and 0.4 is that of the paper (2401.15077, figure 3); everything else is made up for the figure.
 */
export function featureAfter(history: readonly Token[]): Feature {
  const last = history.at(-1) ?? 'I';
  const before = history.at(-2);
  const turn = before === 'always' ? 0.25 : 0;
  const angle = (headings[last] + turn) * step;
  return [Math.cos(angle), Math.sin(angle)];
}

/** What the output layer makes of a feature: a distribution over the vocabulary. */
export const nextTokens = (feature: Feature): number[] =>
  softmax(
    outputLayer.map((row) => row.reduce((total, weight, axis) => total + weight * (feature[axis] ?? 0), 0)),
  );

/** Histories that follow a number of tokens later, and how likely the target makes each. */
export function continuations(
  history: readonly Token[],
  count: number,
): { readonly history: readonly Token[]; readonly probability: number }[] {
  if (count === 0) return [{ history, probability: 1 }];
  return continuations(history, count - 1).flatMap(({ history: before, probability }) =>
    nextTokens(featureAfter(before)).map((next, index) => ({
      history: [...before, vocabulary[index] ?? 'am'],
      probability: probability * next,
    })),
  );
}

/** The features that may stand a number of tokens later. */
export const futureFeatures = (history: readonly Token[], count: number): Candidate[] =>
  continuations(history, count).map(({ history: later, probability }) => ({
    feature: featureAfter(later),
    probability,
  }));
