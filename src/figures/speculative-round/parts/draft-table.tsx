import type { Round } from '../../../models/speculative-decoding/decode-round.ts';
import type { Step } from '../round-steps.ts';
import type { words } from '../words.ts';

interface DraftTableProps {
  round: Round;
  now: Step;
  signOf: (token: number) => string;
  words: (typeof words)['zh'];
}

const decimals = (value: number | undefined): string => value?.toFixed(3) ?? '';

/** The drafts of a round as far as they are known: what is not there yet is left open. */
export function DraftTable({ round, now, signOf, words: own }: DraftTableProps) {
  const drafted = now.kind === 'draft' ? now.place + 1 : round.drafts.length;
  const judged = now.kind === 'judged' ? now.place + 1 : now.kind === 'done' ? round.drafts.length : 0;
  const isVerified = now.kind !== 'draft';
  const isRejected = round.drafts.slice(0, judged).some(({ verdict }) => verdict === 'rejected');
  const { place, token, q, p, accept, uniform, verdict } = own.columns;
  return (
    <section class="speculative-round-scroller" aria-label={own.drafted} tabIndex={0}>
      <table class="speculative-round-table">
        <caption>{own.drafted}</caption>
        <thead>
          <tr>
            {[place, token, q, p, accept, uniform, verdict].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {round.drafts.map((draft, at) => {
            const isThere = at < drafted;
            const isJudged = at < judged;
            const shown = isJudged || (isRejected && draft.verdict === 'dropped') ? draft.verdict : 'waiting';
            return (
              <tr key={at} class={`speculative-round-${isThere ? shown : 'open'}`}>
                <td>{at + 1}</td>
                <td lang="zh-Hans">{isThere ? signOf(draft.token) : '·'}</td>
                <td>{isThere ? decimals(draft.q[draft.token]) : ''}</td>
                <td>{isVerified ? decimals(draft.p[draft.token]) : ''}</td>
                <td>{isVerified ? decimals(draft.acceptance) : ''}</td>
                <td>{isJudged ? decimals(draft.uniform) : ''}</td>
                <td>{isThere ? own.verdicts[shown] : ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
