import {
  continuations,
  featureAfter,
  futureFeatures,
  nextTokens,
  type Token,
  vocabulary,
} from './small-world.ts';
import {
  bestGuess,
  type Candidate,
  entropy,
  type Feature,
  meanSquaredError,
  merged,
  overlap,
} from './uncertainty.ts';

/** What a draft model is given: tokens alone, features alone, or features with tokens at the same or the next place. */
export type Input = 'token' | 'feature' | 'unshifted' | 'shifted';

export const inputs: readonly Input[] = ['token', 'feature', 'unshifted', 'shifted'];

/** The moments of one round, in order. */
export type Moment = 'forward' | 'sample' | 'draft-1' | 'token-1' | 'draft-2' | 'token-2' | 'verify';

export const moments: readonly Moment[] = [
  'forward',
  'sample',
  'draft-1',
  'token-1',
  'draft-2',
  'token-2',
  'verify',
];

/** How a token or a feature is known at a moment: not yet, from the target, or as a draft. */
export type Knowledge = 'unknown' | 'target' | 'draft';

/** A place of the sequence at a moment; the first one holds `I`. */
export interface Place {
  readonly token: Token | undefined;
  readonly tokenKnowledge: Knowledge;
  readonly featureKnowledge: Knowledge;
  /** Whether the draft model reads the token, or the feature, at this moment. */
  readonly isTokenRead: boolean;
  readonly isFeatureRead: boolean;
}

/** A guess of a feature, and what it is up against. */
export interface Guess {
  /** Features that the inputs leave possible, likeliest first. */
  readonly candidates: readonly Candidate[];
  /** The one that the target will have. */
  readonly truth: Feature;
  /** What a perfect draft model answers; nothing where it has no features to continue. */
  readonly answer: Feature | undefined;
  /** Bits that the inputs leave open. */
  readonly bits: number;
  /** The squared error that no training removes. */
  readonly residual: number;
  /** Distribution of the token after it, for the target and for the draft. */
  readonly p: readonly number[];
  readonly q: readonly number[] | undefined;
  /** How often a token drawn from q is accepted. */
  readonly acceptance: number | undefined;
}

/** A round at a moment. */
export interface Round {
  readonly places: readonly Place[];
  /** The guess that the moment makes or uses; nothing before the first draft. */
  readonly guess: Guess | undefined;
  /** Acceptance of both drafted tokens, at the end. */
  readonly acceptances: readonly (number | undefined)[];
}

const likeliest = (distribution: readonly number[]): Token => {
  const index = distribution.indexOf(Math.max(...distribution));
  return vocabulary[index] ?? 'am';
};

/**
 * What is known of the feature after `history`, a number of tokens after the last feature of the target.
 *
 * Without the tokens in between, every way there is possible, as the target would draw it; `tᵢ` beside `fᵢ` adds
 * nothing, as the feature was computed from it. With them the feature is one point, since the target is a function.
 * Tokens alone leave nothing open either, but have no feature to continue: how good they are is a matter of the
 * capacity of the draft model, of which nothing is said here.
 */
function guessOf(input: Input, history: readonly Token[], ahead: number): Guess {
  const truth = featureAfter(history);
  const isOpen = input === 'feature' || input === 'unshifted';
  const candidates = merged(
    isOpen ? futureFeatures(history.slice(0, -ahead), ahead) : [{ feature: truth, probability: 1 }],
  ).toSorted((a, b) => b.probability - a.probability);
  const answer = input === 'token' ? undefined : bestGuess(candidates);
  const p = nextTokens(truth);
  const q = answer && nextTokens(answer);
  return {
    candidates,
    truth,
    answer,
    bits: entropy(candidates.map(({ probability }) => probability)),
    residual: meanSquaredError(candidates, bestGuess(candidates)),
    p,
    q,
    acceptance: q && overlap(p, q),
  };
}

/**
 * One round of drafting after `I`: the target has read it and draws `sampled`; two features and two tokens are
 * drafted, the likeliest token each time, and verified.
 */
export function roundAt(input: Input, sampled: Token, moment: Moment): Round {
  const at = moments.indexOf(moment);
  const reached = (name: Moment): boolean => at >= moments.indexOf(name);
  const first = guessOf(input, ['I', sampled], 1);
  const drafted = likeliest(first.q ?? first.p);
  const second = guessOf(input, ['I', sampled, drafted], 2);
  const later = likeliest(second.q ?? second.p);
  const isVerified = moment === 'verify';

  const isReading = moment === 'draft-1' || moment === 'draft-2';
  const last = moment === 'draft-2' ? 2 : 1;
  const readsFeatures = isReading && input !== 'token';
  const readsTokens = isReading && input !== 'feature';
  // The token beside the feature of a place: its own, or with `shifted` the one after it; tokens alone run to the end.
  const [fromToken, toToken] =
    input === 'unshifted' ? [0, last - 1] : input === 'shifted' ? [1, last] : [0, last];

  const known = (token: Moment, knowledge: Knowledge): Knowledge => (reached(token) ? knowledge : 'unknown');
  const features: Knowledge[] = [
    'target',
    isVerified ? 'target' : known('draft-1', input === 'token' ? 'unknown' : 'draft'),
    isVerified ? 'target' : known('draft-2', input === 'token' ? 'unknown' : 'draft'),
    'unknown',
  ];
  const tokens: [Token, Knowledge][] = [
    ['I', 'target'],
    [sampled, known('sample', 'target')],
    [drafted, known('token-1', 'draft')],
    [later, known('token-2', 'draft')],
  ];
  return {
    places: tokens.map(([token, tokenKnowledge], index) => ({
      token: tokenKnowledge === 'unknown' ? undefined : token,
      tokenKnowledge,
      featureKnowledge: features[index] ?? 'unknown',
      isTokenRead: readsTokens && index >= fromToken && index <= toToken,
      isFeatureRead: readsFeatures && index < last,
    })),
    guess: reached('draft-2') ? second : reached('draft-1') ? first : undefined,
    acceptances: isVerified ? [first.acceptance, second.acceptance] : [],
  };
}

/**
 * How often the token after the next is accepted, over all that the target may draw next: what an input is worth
 * when the draft model is perfect.
 */
export function meanAcceptance(input: Exclude<Input, 'token'>): number {
  return continuations(['I'], 1).reduce(
    (total, { history, probability }) => total + probability * (guessOf(input, history, 1).acceptance ?? 0),
    0,
  );
}
