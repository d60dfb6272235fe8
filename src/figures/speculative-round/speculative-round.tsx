import { useMemo, useState } from 'preact/hooks';
import { Button, Slider } from '../shared/controls.tsx';
import { Frame } from '../shared/frame.tsx';
import { Stepper } from '../shared/stepper.tsx';
import type { Lang } from '../shared/words.ts';
import { Candidates } from './parts/candidates.tsx';
import { DraftTable } from './parts/draft-table.tsx';
import { roundsOf, type Step, type SteppedRound, vocabulary } from './round-steps.ts';
import { words } from './words.ts';

/** The server draws the end of the first round. */
const first = { gamma: 4, order: 2, seed: 34, step: (roundsOf(4, 2, 34, 1)[0]?.steps.length ?? 1) - 1 };

const decimals = (value: number, places = 3): string => value.toFixed(places);

/** Where a step of all rounds lies: in which round, and where in it. */
function locate(rounds: readonly SteppedRound[], step: number): { index: number; at: number } {
  let rest = step;
  for (const [index, { steps }] of rounds.entries()) {
    if (rest < steps.length) return { index, at: rest };
    rest -= steps.length;
  }
  const last = rounds.length - 1;
  return { index: last, at: (rounds[last]?.steps.length ?? 1) - 1 };
}

/** Rounds of speculative decoding by two models that count characters, one decision at a time. */
export function Figure({ lang }: { lang: Lang }) {
  const own = words[lang];
  const [{ gamma, order, seed, step }, setState] = useState(first);
  const rounds = useMemo(() => roundsOf(gamma, order, seed), [gamma, order, seed]);
  const { index, at } = locate(rounds, step);
  const current = rounds[index];
  const now = current?.steps[at];
  if (!current || !now) return undefined;
  const { round, before } = current;
  const signOf = (token: number): string => {
    const sign = vocabulary.characters[token] ?? '';
    return sign === '\n' ? own.lineBreak : sign;
  };
  const textOf = (tokens: readonly number[]): string => tokens.map(signOf).join('');
  const said = ((): string => {
    const { steps } = own;
    const draft = 'place' in now ? round.drafts[now.place] : undefined;
    const token = draft ? signOf(draft.token) : '';
    if (now.kind === 'verified') return steps.verified(gamma);
    if (now.kind === 'done' || !draft) {
      const last = signOf(round.tokens.at(-1) ?? 0);
      const isBonus = round.tokens.length === gamma + 1;
      const finished = rounds.slice(0, index + 1).reduce((sum, one) => sum + one.round.tokens.length, 0);
      const total = own.total(index + 1, finished, decimals(finished / (index + 1), 2));
      return `${(isBonus ? steps.bonus : steps.redrawn)(last, round.tokens.length)}${lang === 'en' ? ' ' : ''}${total}`;
    }
    if (now.kind === 'draft') return steps.draft(now.place + 1, token, decimals(draft.q[draft.token] ?? 0));
    const judged = draft.verdict === 'accepted' ? steps.accepted : steps.rejected;
    return judged(token, decimals(draft.uniform ?? 0), decimals(draft.acceptance));
  })();
  return (
    <Frame
      lang={lang}
      title={own.title}
      summary={said}
      onReset={() => {
        setState(first);
      }}
      controls={
        <>
          <Slider
            label={own.gamma}
            min={1}
            max={6}
            value={gamma}
            onChange={(value) => {
              setState({ gamma: value, order, seed, step: 0 });
            }}
          />
          <Slider
            label={own.order}
            min={0}
            max={4}
            value={order - 1}
            onChange={(value) => {
              setState({ gamma, order: value + 1, seed, step: 0 });
            }}
          />
          <Button
            onClick={() => {
              setState({ gamma, order, seed: seed + 1, step: 0 });
            }}
          >
            {own.again}
          </Button>
          <Stepper
            step={step}
            count={rounds.reduce((sum, { steps }) => sum + steps.length, 0)}
            onStep={(to) => {
              setState({ gamma, order, seed, step: to });
            }}
          />
        </>
      }
    >
      <p class="speculative-round-text" lang="zh-Hans">
        <span>{textOf(before)}</span>
        {now.kind === 'done' && <mark>{textOf(round.tokens)}</mark>}
      </p>
      <DraftTable round={round} now={now satisfies Step} signOf={signOf} words={own} />
      <Candidates round={round} now={now} signOf={signOf} words={own} />
    </Frame>
  );
}
