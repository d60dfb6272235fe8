import { useState } from 'preact/hooks';
import {
  focalTerm,
  focalWeight,
  logitOf,
  missedLosses,
  usualFocal,
} from '../../models/segmentation/losses.ts';
import { XAxis, YAxis } from '../shared/axes.tsx';
import { Slider } from '../shared/controls.tsx';
import { Frame } from '../shared/frame.tsx';
import { percent, readable } from '../shared/numbers.ts';
import { linePath } from '../shared/paths.ts';
import { Picture } from '../shared/picture.tsx';
import { linearScale, logScale, type Scale } from '../shared/scales.ts';
import type { Lang } from '../shared/words.ts';
import { words } from './words.ts';

/** Pixels of a side of the grid that SAM decodes masks on. */
const pixels = 256 ** 2;
const confidence = 0.98;
/** The share of the object is 10 to this power. */
const first = { ...usualFocal, right: 0.9, power: -2 };
const height = 300;
const right = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);
const powers = Array.from({ length: 71 }, (_, index) => -4 + index / 20);

/** A line with its name at its end. */
const Named = ({ at, name, kind }: { at: readonly [number, number]; name: string; kind: string }) => (
  <text x={at[0]} y={at[1]} class={`mask-losses-name mask-losses-${kind}`}>
    {name}
  </text>
);

/** What one pixel costs by its probability, and what a missed object costs by its size. */
export function Figure({ lang }: { lang: Lang }) {
  const [state, setState] = useState(first);
  const own = words[lang];
  const share = 10 ** state.power;
  const pixelLoss = (probability: number, isForeground: boolean, gamma = state.gamma): number =>
    focalTerm((isForeground ? 1 : -1) * logitOf(probability), isForeground, { ...state, gamma }).value;
  const missed = (power: number): { focal: number; dice: number } => {
    const { focal, dice } = missedLosses(10 ** power * pixels, pixels, confidence, state);
    return { focal: focalWeight * focal, dice };
  };
  const lost = missed(state.power);
  const change = (part: Partial<typeof first>): void => {
    setState({ ...state, ...part });
  };
  return (
    <Frame
      lang={lang}
      title={own.title}
      summary={own.summary(
        state.right.toFixed(2),
        readable(pixelLoss(state.right, true) / pixelLoss(state.right, true, 0)),
        percent(share, share < 0.01 ? 2 : 1),
        readable(lost.focal),
        lost.dice.toFixed(3),
      )}
      onReset={() => {
        setState(first);
      }}
      controls={
        <>
          <Slider
            label={own.gamma}
            min={0}
            max={5}
            step={0.5}
            value={state.gamma}
            text={state.gamma.toFixed(1)}
            onChange={(gamma) => {
              change({ gamma });
            }}
          />
          <Slider
            label={own.alpha}
            min={0.05}
            max={0.95}
            step={0.05}
            value={state.alpha}
            text={state.alpha.toFixed(2)}
            onChange={(alpha) => {
              change({ alpha });
            }}
          />
          <Slider
            label={own.right}
            min={0.01}
            max={0.99}
            step={0.01}
            value={state.right}
            text={state.right.toFixed(2)}
            onChange={(value) => {
              change({ right: value });
            }}
          />
          <Slider
            label={own.share}
            min={-4}
            max={-0.5}
            step={0.05}
            value={state.power}
            text={percent(share, share < 0.01 ? 2 : 1)}
            onChange={(power) => {
              change({ power });
            }}
          />
        </>
      }
    >
      <div class="mask-losses-pair">
        <Picture label={own.pixel} height={height} width={320}>
          {(width) => {
            const x = linearScale([0, 1], [34, width - 10]);
            const y = linearScale([0, 3], [height - 44, 42]);
            const line = (isForeground: boolean, gamma = state.gamma): string =>
              linePath(right.map((one) => [x(one), y(Math.min(3, pixelLoss(one, isForeground, gamma)))]));
            return (
              <>
                <text y="12" class="mask-losses-title">
                  {own.pixel}
                </text>
                <XAxis scale={x} at={height - 44} format={(value) => value.toFixed(1)} label={own.right} />
                <YAxis scale={y} at={34} count={3} label={own.pixelLoss} />
                <path class="mask-losses-line mask-losses-entropy" d={line(true, 0)} />
                <path class="mask-losses-line mask-losses-entropy" d={line(false, 0)} />
                <path class="mask-losses-line mask-losses-background" d={line(false)} />
                <path class="mask-losses-line mask-losses-foreground" d={line(true)} />
                {[true, false].map((isForeground) => (
                  <circle
                    key={isForeground}
                    class={`mask-losses-point mask-losses-${isForeground ? 'foreground' : 'background'}`}
                    cx={x(state.right)}
                    cy={y(Math.min(3, pixelLoss(state.right, isForeground)))}
                    r="4.5"
                  />
                ))}
                <Named at={[width - 130, 60]} name={own.entropy} kind="entropy" />
                <Named at={[width - 130, 78]} name={own.background} kind="background" />
                <Named at={[width - 130, 96]} name={own.foreground} kind="foreground" />
              </>
            );
          }}
        </Picture>
        <Picture label={own.object} height={height} width={320}>
          {(width) => {
            const x: Scale = logScale([1e-4, 10 ** -0.5], [34, width - 10]);
            const largest = Math.max(1.2, missed(-0.5).focal);
            const y = linearScale([0, largest], [height - 44, 42]);
            const line = (term: 'focal' | 'dice'): string =>
              linePath(powers.map((power) => [x(10 ** power), y(missed(power)[term])]));
            return (
              <>
                <text y="12" class="mask-losses-title">
                  {own.object}
                </text>
                <XAxis
                  scale={x}
                  at={height - 44}
                  format={(value) => percent(value, value < 0.01 ? 2 : 0)}
                  label={own.share}
                />
                <YAxis scale={y} at={34} count={4} label={own.missedLoss} />
                <path class="mask-losses-line mask-losses-background" d={line('focal')} />
                <path class="mask-losses-line mask-losses-dice" d={line('dice')} />
                <circle
                  class="mask-losses-point mask-losses-background"
                  cx={x(share)}
                  cy={y(lost.focal)}
                  r="4.5"
                />
                <circle class="mask-losses-point mask-losses-dice" cx={x(share)} cy={y(lost.dice)} r="4.5" />
                <Named at={[44, 60]} name={own.focal} kind="background" />
                <Named at={[44, 78]} name={own.dice} kind="dice" />
              </>
            );
          }}
        </Picture>
      </div>
    </Frame>
  );
}
