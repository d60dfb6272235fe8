import type { Round } from '../../../models/speculative-decoding/decode-round.ts';
import { Picture } from '../../shared/picture.tsx';
import { linearScale } from '../../shared/scales.ts';
import type { Step } from '../round-steps.ts';
import type { words } from '../words.ts';

interface CandidatesProps {
  round: Round;
  now: Step;
  signOf: (token: number) => string;
  words: (typeof words)['zh'];
}

const row = 24;
const count = 5;

/** The likeliest tokens of the distribution that the step draws from or compares with. */
export function Candidates({ round, now, signOf, words: own }: CandidatesProps) {
  const isRejected = round.drafts.some(({ verdict }) => verdict === 'rejected');
  const draft = 'place' in now ? round.drafts[now.place] : round.drafts[0];
  const name =
    now.kind === 'draft' ? 'draft' : now.kind === 'done' && isRejected ? 'residual' : ('target' as const);
  const distribution =
    now.kind === 'done' ? round.lastFrom : now.kind === 'draft' ? (draft?.q ?? []) : (draft?.p ?? []);
  const chosen = now.kind === 'done' ? round.tokens.at(-1) : draft?.token;
  const best = distribution
    .map((probability, token) => ({ probability, token }))
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, count);
  return (
    <>
      <p class="speculative-round-name">{own.candidates[name]}</p>
      <Picture label={own.candidates[name]} height={row * count}>
        {(width) => {
          const x = linearScale([0, 1], [30, width - 50]);
          return best.map(({ probability, token }, at) => (
            <g key={token} transform={`translate(0 ${String(row * at)})`}>
              <text x="16" y="17" text-anchor="middle" lang="zh-Hans">
                {signOf(token)}
              </text>
              <rect
                class={`speculative-round-${name}${token === chosen ? ' speculative-round-chosen' : ''}`}
                x="30"
                y="4"
                width={Math.max(1, x(probability) - 30)}
                height={row - 8}
              />
              <text x={x(probability) + 8} y="17">
                {probability.toFixed(2)}
              </text>
            </g>
          ));
        }}
      </Picture>
    </>
  );
}
