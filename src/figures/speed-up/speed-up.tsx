import { useState } from 'preact/hooks';
import { expectedTokens } from '../../models/speculative-decoding/expected-tokens.ts';
import { bestGamma, levelCost, speedUp } from '../../models/speculative-decoding/speed-up.ts';
import { XAxis, YAxis } from '../shared/axes.tsx';
import { Slider, Toggle } from '../shared/controls.tsx';
import { Frame } from '../shared/frame.tsx';
import { areaPath, linePath } from '../shared/paths.ts';
import { Picture } from '../shared/picture.tsx';
import { linearScale, logScale } from '../shared/scales.ts';
import type { Lang } from '../shared/words.ts';
import { words } from './words.ts';

const first = { alpha: 0.8, power: -1.3, gamma: 4, isBest: true };
const height = 340;
const levels = [1, 1.5, 2, 3, 4, 6, 8] as const;
const alphas = Array.from({ length: 100 }, (_, index) => index / 100);
const cheapest = 0.005;

const decimals = (value: number): string => value.toFixed(2);

/** The gain as a landscape with level lines over α and c, for one γ or the best of each place. */
export function Figure({ lang }: { lang: Lang }) {
  const own = words[lang];
  const [state, setState] = useState(first);
  const { alpha, power, isBest } = state;
  const c = 10 ** power;
  const best = bestGamma({ alpha, c });
  const gamma = isBest ? best : state.gamma;
  const gain = speedUp({ alpha, c }, gamma);
  const change = (part: Partial<typeof first>): void => {
    setState({ ...state, ...part });
  };
  const cost = c.toFixed(3);
  return (
    <Frame
      lang={lang}
      title={own.title}
      summary={own.summary(
        decimals(alpha),
        cost,
        gamma,
        decimals(expectedTokens(alpha, gamma)),
        decimals(gain),
        best === 0 ? own.useless : own.bestHere(best, decimals(speedUp({ alpha, c }, best))),
      )}
      onReset={() => {
        setState(first);
      }}
      controls={
        <>
          <Slider
            label={own.alpha}
            min={0}
            max={0.99}
            step={0.01}
            value={alpha}
            text={decimals(alpha)}
            onChange={(value) => {
              change({ alpha: value });
            }}
          />
          <Slider
            label={own.c}
            min={-2.3}
            max={0}
            step={0.05}
            value={power}
            text={cost}
            onChange={(value) => {
              change({ power: value });
            }}
          />
          <Slider
            label={own.gamma}
            min={1}
            max={16}
            value={state.gamma}
            onChange={(value) => {
              change({ gamma: value, isBest: false });
            }}
          />
          <Toggle
            label={own.best}
            value={isBest}
            onChange={(value) => {
              change({ isBest: value });
            }}
          />
        </>
      }
    >
      <Picture label={own.title} height={height}>
        {(width) => {
          const x = linearScale([0, 0.99], [52, width - 40]);
          const y = logScale([cheapest, 1], [height - 44, 30]);
          const lineOf = (level: number): [number, number][] =>
            alphas.map((one) => {
              const limit = levelCost(one, level, isBest ? undefined : state.gamma);
              return [x(one), y(Math.max(cheapest, Math.min(1, limit)))];
            });
          return (
            <>
              {levels.map((level) => (
                <path key={level} class="speed-up-band" d={areaPath(lineOf(level), height - 44)} />
              ))}
              {levels.map((level) => {
                const line = lineOf(level);
                const right = line.at(-1);
                return (
                  <g key={level}>
                    <path class={level === 1 ? 'speed-up-even' : 'speed-up-level'} d={linePath(line)} />
                    {right && right[1] < height - 50 && (level === 1 || right[1] > 36) && (
                      <text x={width - 34} y={right[1] + 4}>
                        {`${String(level)}×`}
                      </text>
                    )}
                  </g>
                );
              })}
              <XAxis scale={x} at={height - 44} label={own.alpha} />
              <YAxis scale={y} at={52} count={3} label={own.c} />
              <path
                class="speed-up-cross"
                d={`M${String(x(alpha))} 30V${String(height - 44)}M52 ${String(y(c))}H${String(width - 40)}`}
              />
              <circle class="speed-up-point" cx={x(alpha)} cy={y(c)} r="6" />
              <text
                class="speed-up-value"
                x={x(alpha) + (alpha > 0.7 ? -10 : 10)}
                y={y(c) - 10}
                text-anchor={alpha > 0.7 ? 'end' : 'start'}
              >
                {`${decimals(gain)}×, γ = ${String(gamma)}`}
              </text>
            </>
          );
        }}
      </Picture>
    </Frame>
  );
}
