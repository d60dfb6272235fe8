import { acceptance, residual } from './acceptance.ts';
import { type Distribution, drawWith } from './distribution.ts';

/** What comes after a text, given as its tokens. */
export type LanguageModel = (prefix: readonly number[]) => Distribution;

/** One drafted token and what became of it. */
export interface DraftStep {
  readonly token: number;
  /** Target and draft distributions where it stands. */
  readonly p: Distribution;
  readonly q: Distribution;
  /** min(1, p/q) of the token. */
  readonly acceptance: number;
  /** The number from 0 to 1 that decided; absent for drafts behind the first rejection. */
  readonly uniform?: number;
  readonly verdict: 'accepted' | 'rejected' | 'dropped';
}

/** One round: draft, verify, add one. */
export interface Round {
  readonly drafts: readonly DraftStep[];
  /** Where the last token of the round was drawn from: a residual after a rejection, the target otherwise. */
  readonly lastFrom: Distribution;
  /** What the round adds to the text: accepted drafts and one more. */
  readonly tokens: readonly number[];
}

/**
 * One round of speculative decoding (Leviathan et al. 2022, 2211.17192, algorithm 1): `gamma` drafts one after
 * the other, all of them verified from left to right, and one token from the residual or the target.
 */
export function decodeRound(
  { target, draft }: { target: LanguageModel; draft: LanguageModel },
  prefix: readonly number[],
  gamma: number,
  random: () => number,
): Round {
  const text = [...prefix];
  const guesses = Array.from({ length: gamma }, () => {
    const q = draft(text);
    const token = drawWith(q, random());
    text.push(token);
    return { token, q };
  });
  const drafts: DraftStep[] = [];
  let rejectedFrom: Distribution | undefined;
  for (const [place, { token, q }] of guesses.entries()) {
    const p = target(text.slice(0, prefix.length + place));
    const chance = acceptance(p[token] ?? 0, q[token] ?? 0);
    const seen = { token, p, q, acceptance: chance };
    if (rejectedFrom) {
      drafts.push({ ...seen, verdict: 'dropped' });
      continue;
    }
    const uniform = random();
    const isAccepted = uniform < chance;
    drafts.push({ ...seen, uniform, verdict: isAccepted ? 'accepted' : 'rejected' });
    if (!isAccepted) rejectedFrom = residual(p, q);
  }
  const accepted = drafts.filter(({ verdict }) => verdict === 'accepted').map(({ token }) => token);
  const lastFrom = rejectedFrom ?? target(text);
  return { drafts, lastFrom, tokens: [...accepted, drawWith(lastFrom, random())] };
}
