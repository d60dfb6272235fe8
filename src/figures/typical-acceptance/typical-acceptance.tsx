import { useState } from 'preact/hooks';
import {
  entropyOf,
  softmax,
  typicalThreshold,
  typicalTokens,
} from '../../models/medusa/typical-acceptance.ts';
import { YAxis } from '../shared/axes.tsx';
import { Choice, Slider, Toggle } from '../shared/controls.tsx';
import { Frame } from '../shared/frame.tsx';
import { percent } from '../shared/numbers.ts';
import { Picture } from '../shared/picture.tsx';
import { linearScale } from '../shared/scales.ts';
import type { Lang } from '../shared/words.ts';
import { words } from './words.ts';

const height = 290;
const floor = height - 40;

const shapeNames = ['peak', 'fork', 'flat'] as const;
type Shape = (typeof shapeNames)[number];

/** Logits made up to show three shapes of distributions, 16 tokens each, in falling order. */
const tail = (from: number, step: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from - step * index);
const shapes: Readonly<Record<Shape, readonly number[]>> = {
  peak: [5, ...tail(2.2, 0.25, 15)],
  fork: [4, 3.4, ...tail(2.2, 0.3, 14)],
  flat: tail(1.5, 0.08, 16),
};

/** The authors' program: ε = 0.09 and δ = √ε. */
const first = { shape: 'fork' as Shape, temperature: 0.7, epsilon: 0.09, delta: 0.3, isTied: true };

/** What a distribution lets pass under typical acceptance. */
export function Figure({ lang }: { lang: Lang }) {
  const [state, setState] = useState(first);
  const own = words[lang];
  const { shape, temperature, epsilon, isTied } = state;
  const delta = isTied ? Math.sqrt(epsilon) : state.delta;
  const change = (part: Partial<typeof first>): void => {
    setState({ ...state, ...part });
  };
  const distribution = softmax(shapes[shape], temperature);
  const threshold = typicalThreshold(distribution, { epsilon, delta });
  const passing = new Set(typicalTokens(distribution, { epsilon, delta }));
  const entropy = entropyOf(distribution);
  const summary = own.summary({
    temperature: temperature.toFixed(2),
    entropy: entropy.toFixed(2),
    falling: (delta * Math.exp(-entropy)).toFixed(3),
    epsilon: epsilon.toFixed(2),
    threshold: threshold.toFixed(3),
    isHard: threshold === epsilon,
    count: passing.size,
    share: percent([...passing].reduce((sum, index) => sum + (distribution[index] ?? 0), 0)),
    second: percent(distribution[1] ?? 0),
    secondPasses: passing.has(1),
  });
  return (
    <Frame
      lang={lang}
      title={own.title}
      summary={summary}
      onReset={() => {
        setState(first);
      }}
      controls={
        <>
          <Choice
            label={own.shape}
            options={shapeNames.map((value) => ({ value, label: own.shapes[value] }))}
            value={shape}
            onChange={(value) => {
              change({ shape: value });
            }}
          />
          <Slider
            label={own.temperature}
            min={0}
            max={2}
            step={0.05}
            value={temperature}
            text={temperature.toFixed(2)}
            onChange={(value) => {
              change({ temperature: value });
            }}
          />
          <Slider
            label={own.epsilon}
            min={0.01}
            max={0.25}
            step={0.01}
            value={epsilon}
            text={epsilon.toFixed(2)}
            onChange={(value) => {
              change({ epsilon: value });
            }}
          />
          <Toggle
            label={own.tied}
            value={isTied}
            onChange={(value) => {
              change({ isTied: value, delta });
            }}
          />
          {!isTied && (
            <Slider
              label={own.delta}
              min={0.05}
              max={1.5}
              step={0.05}
              value={delta}
              text={delta.toFixed(2)}
              onChange={(value) => {
                change({ delta: value });
              }}
            />
          )}
        </>
      }
    >
      <Picture label={own.title} height={height}>
        {(width) => {
          const y = linearScale([0, 1], [floor, 30]);
          const x = linearScale([0, distribution.length], [40, width]);
          const bar = x(1) - x(0);
          return (
            <>
              <YAxis scale={y} at={40} format={(value) => value.toFixed(1)} label={own.probability} />
              {distribution.map((share, index) => (
                <g key={index}>
                  <rect
                    class={passing.has(index) ? 'typical-acceptance-in' : 'typical-acceptance-out'}
                    x={x(index) + bar * 0.12}
                    y={y(share)}
                    width={bar * 0.76}
                    height={floor - y(share)}
                  />
                  <text x={x(index + 0.5)} y={floor + 16} text-anchor="middle">
                    {bar > 18 || index % 2 === 0 ? index + 1 : ''}
                  </text>
                </g>
              ))}
              <path class="typical-acceptance-line" d={`M40 ${String(y(threshold))}H${String(width)}`} />
              <text x={width} y={y(threshold) - 7} text-anchor="end">
                {own.threshold} {threshold.toFixed(3)}
              </text>
              <text class="typical-acceptance-axis" x={(40 + width) / 2} y={height - 5} text-anchor="middle">
                {own.token}
              </text>
            </>
          );
        }}
      </Picture>
    </Frame>
  );
}
