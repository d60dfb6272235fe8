import { useCallback, useState } from 'preact/hooks';
import { type Design, type FlowStep, flowSteps, predictionAt } from '../../models/mtp/flow.ts';
import { Choice, Slider } from '../shared/controls.tsx';
import { Frame } from '../shared/frame.tsx';
import { Picture } from '../shared/picture.tsx';
import { Stepper } from '../shared/stepper.tsx';
import type { Lang } from '../shared/words.ts';
import { Graph, graphHeight } from './parts/graph.tsx';
import { lowered, words } from './words.ts';

/** Tokens of the sequence that is shown; hidden size and vocabulary stand for themselves. */
const length = 9;
const hidden = 100;
const vocabulary = 1000;
const most = { parallel: 4, sequential: 3 } as const;
const first = { design: 'sequential' as Design, depths: 2, place: 4, step: 3 };

const stripTop = graphHeight + 16;
const height = stripTop + 44;

/** `T × d`, `(T−2) × 2d` */
function shapeText({ shape: [rows, columns] }: FlowStep): string {
  const names = new Map([
    [hidden, 'd'],
    [2 * hidden, '2d'],
    [vocabulary, 'V'],
  ]);
  const left = rows === length ? 'T' : `(T−${String(length - rows)})`;
  return `${left} × ${names.get(columns) ?? String(columns)}`;
}

/** Goes through the forward pass of parallel heads or of sequential modules, step by step. */
export function Figure({ lang }: { lang: Lang }) {
  const [{ design, depths, place, step }, setState] = useState(first);
  const own = words[lang];
  const steps = flowSteps(design, { length, hidden, vocabulary, depths });
  const current = Math.min(step, steps.length - 1);
  const now = steps[current];
  const goTo = useCallback((to: number) => {
    setState((state) => ({ ...state, step: to }));
  }, []);
  const depth = now?.operation === 'trunk' || now?.operation === 'embed' ? undefined : now?.depth;
  const { sees, target } =
    depth === undefined ? { sees: place, target: place + 1 } : predictionAt(design, place, depth);
  const hasTarget = target <= length;
  const does = now ? own.does[now.operation](now.depth) : '';
  const rest = hasTarget ? own.known(place, sees, target) : own.ends(place);
  return (
    <Frame
      lang={lang}
      title={own.title}
      summary={own.summary(does, now ? shapeText(now) : '', rest)}
      onReset={() => {
        setState(first);
      }}
      controls={
        <>
          <Choice
            label={own.design}
            options={(['parallel', 'sequential'] as const).map((value) => ({
              value,
              label: own.designs[value],
            }))}
            value={design}
            onChange={(value) => {
              setState({ design: value, depths: Math.min(depths, most[value]), place, step: 0 });
            }}
          />
          <Slider
            label={own.depths[design]}
            min={1}
            max={most[design]}
            value={depths}
            onChange={(value) => {
              setState({ design, depths: value, place, step: current });
            }}
          />
          <Slider
            label={own.place}
            min={1}
            max={length - 1}
            value={place}
            onChange={(value) => {
              setState({ design, depths, place: value, step: current });
            }}
          />
          <Stepper step={current} count={steps.length} onStep={goTo} />
        </>
      }
    >
      <Picture label={own.title} height={height}>
        {(width) => {
          const cell = Math.min(52, width / length);
          const left = (width - cell * length) / 2;
          return (
            <>
              <Graph
                design={design}
                steps={steps}
                current={current}
                width={width}
                top={4}
                boxText={({ operation, depth: at }) => own.box[operation](at)}
                shapeText={shapeText}
                onPick={goTo}
              />
              {Array.from({ length }, (_, index) => {
                const token = index + 1;
                const state =
                  token === target && hasTarget ? 'mtp-flow-target' : token <= sees ? 'mtp-flow-seen' : '';
                return (
                  <g
                    key={token}
                    class={`mtp-flow-token ${state}`}
                    transform={`translate(${String(left + index * cell)} ${String(stripTop)})`}
                  >
                    <rect x="2" width={cell - 4} height="26" />
                    <text x={cell / 2} y="13" dy="0.35em" text-anchor="middle">
                      x{lowered(token)}
                    </text>
                  </g>
                );
              })}
              <text class="mtp-flow-caption" x={width / 2} y={stripTop + 42} text-anchor="middle">
                {width < 420 ? '' : own.sequence}
              </text>
            </>
          );
        }}
      </Picture>
    </Frame>
  );
}
