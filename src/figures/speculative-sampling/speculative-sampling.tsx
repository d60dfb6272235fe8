import { useState } from 'preact/hooks';
import { outputDistribution, overlap, residual } from '../../models/speculative-decoding/acceptance.ts';
import { normalise, totalVariation } from '../../models/speculative-decoding/distribution.ts';
import {
  emptyTally,
  sampleMore,
  sharesOf,
  type Tally,
  variationBound,
} from '../../models/speculative-decoding/monte-carlo.ts';
import { randomFrom } from '../../models/random.ts';
import { Button, Slider, Toggle } from '../shared/controls.tsx';
import { Frame } from '../shared/frame.tsx';
import { readable } from '../shared/numbers.ts';
import type { Lang } from '../shared/words.ts';
import { Bars } from './parts/bars.tsx';
import { type Passed, Convergence } from './parts/convergence.tsx';
import { words } from './words.ts';

const firstWeights = { p: [50, 30, 15, 5], q: [30, 30, 10, 30] } as const;
const tokens = firstWeights.p.length;

interface State {
  readonly p: readonly number[];
  readonly q: readonly number[];
  readonly isWrong: boolean;
  readonly tally: Tally;
  readonly passed: readonly Passed[];
}

const first: State = { ...firstWeights, isWrong: false, tally: emptyTally(tokens), passed: [] };

/** Where samples are counted on the way: 10, 20, 50, 100, … */
const stops = [1, 2, 3, 4, 5].flatMap((power) => [1, 2, 5].map((factor) => factor * 10 ** power));

/** Draws up to a number of samples in all and notes the distance at every stop; the same in every run. */
function drawTo(state: State, total: number): State {
  const p = normalise(state.p);
  const q = normalise(state.q);
  // A seed for each size: samples go on where they were, and come out the same again.
  const random = randomFrom(1 + state.tally.samples);
  const redraw = state.isWrong ? p : residual(p, q);
  let { tally } = state;
  const passed = [...state.passed];
  for (const stop of [...stops.filter((one) => one > tally.samples && one < total), total]) {
    tally = sampleMore(tally, { p, q }, stop - tally.samples, random, redraw);
    passed.push({ samples: stop, variation: totalVariation(sharesOf(tally), p) });
  }
  return { ...state, tally, passed };
}

const decimals = (value: number): string => value.toFixed(3);

/** Two distributions to edit, what is accepted and what is drawn again, and samples that come to the target. */
export function Figure({ lang }: { lang: Lang }) {
  const own = words[lang];
  const [state, setState] = useState(first);
  const p = normalise(state.p);
  const q = normalise(state.q);
  const beta = overlap(p, q);
  const redraw = state.isWrong ? p : residual(p, q);
  const off = totalVariation(outputDistribution(p, q, redraw), p);
  const { samples } = state.tally;
  const change = (part: Partial<State>): void => {
    setState({ ...state, ...part, tally: emptyTally(tokens), passed: [] });
  };
  return (
    <Frame
      lang={lang}
      title={own.title}
      summary={
        samples === 0
          ? own.none(decimals(beta), decimals(off))
          : own.summary(
              decimals(beta),
              readable(samples),
              decimals(totalVariation(sharesOf(state.tally), p)),
              decimals(variationBound(p, samples)),
            )
      }
      onReset={() => {
        setState(first);
      }}
      controls={
        <>
          {(['p', 'q'] as const).map((which) => (
            <div key={which} class="speculative-sampling-weights">
              {state[which].map((weight, token) => (
                <Slider
                  key={token}
                  label={which === 'p' ? own.target(token) : own.draft(token)}
                  min={token === 0 ? 1 : 0}
                  max={100}
                  value={weight}
                  text={(which === 'p' ? p : q)[token]?.toFixed(2) ?? ''}
                  onChange={(value) => {
                    change({ [which]: state[which].with(token, value) });
                  }}
                />
              ))}
            </div>
          ))}
          <Toggle
            label={own.redraw}
            value={state.isWrong}
            onChange={(isWrong) => {
              change({ isWrong });
            }}
          />
          {[100, 10_000].map((count) => (
            <Button
              key={count}
              disabled={samples + count > 500_000}
              onClick={() => {
                setState(drawTo(state, samples + count));
              }}
            >
              {own.draw(readable(count))}
            </Button>
          ))}
          <Button
            disabled={samples === 0}
            onClick={() => {
              change({});
            }}
          >
            {own.clear}
          </Button>
        </>
      }
    >
      <Bars p={p} q={q} redraw={redraw} tally={state.tally} words={own} />
      <Convergence p={p} off={off} passed={state.passed} words={own} />
    </Frame>
  );
}
