import { useState } from 'preact/hooks';
import { formats, limitsOf } from '../../models/precision/float-format.ts';
import { binadeCounts, sharesOf } from '../../models/precision/loss-scale.ts';
import { XAxis, YAxis } from '../shared/axes.tsx';
import { Choice, Slider } from '../shared/controls.tsx';
import { Frame } from '../shared/frame.tsx';
import { percent } from '../shared/numbers.ts';
import { Picture } from '../shared/picture.tsx';
import { linearScale } from '../shared/scales.ts';
import type { Lang } from '../shared/words.ts';
import { gradientRun } from './gradient-run.ts';
import { words } from './words.ts';

const names = ['FP16', 'BF16', 'FP8 E5M2', 'FP8 E4M3'] as const;
type Name = (typeof names)[number];
const batches = ['5', '10', '15', '20'] as const;
type Batch = (typeof batches)[number];

const first: { name: Name; scale: number; batch: Batch } = { name: 'FP16', scale: 0, batch: '15' };
const height = 300;
const lowest = -50;
const highest = 24;

const superscript = (power: number): string =>
  String(power).replaceAll(/[-\d]/gu, (sign) => (sign === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? '')));

/**
 * Gradients of a small network by size, over the range of a format, moved by the scale on the loss.
 *
 * @param sizes log2 of quantiles of the gradients that are not zero, of a loss averaged over a batch of the run.
 */
export function Figure({ lang, sizes = [] }: { lang: Lang; sizes?: readonly number[] }) {
  const own = words[lang];
  const [{ name, scale, batch }, setState] = useState(first);
  // The gradient of a mean over n samples is that of one sample over n.
  const move = Math.log2(gradientRun.batchSize) - Number(batch);
  const gradients = sizes.map((size) => 2 ** (size + move));
  const shares = sharesOf(gradients, 2 ** scale, formats[name]);
  const counts = binadeCounts(
    gradients.map((gradient) => gradient * 2 ** scale),
    lowest,
    highest - 1,
  );
  const { smallestSubnormal, smallestNormal, largest } = limitsOf(formats[name]);
  const edges = [Math.log2(smallestSubnormal) - 1, Math.log2(smallestNormal), Math.log2(largest)] as const;
  const zoneOf = (binade: number): 'lost' | 'subnormal' | 'normal' | 'overflow' =>
    binade < edges[0] ? 'lost' : binade < edges[1] ? 'subnormal' : binade <= edges[2] ? 'normal' : 'overflow';
  return (
    <Frame
      lang={lang}
      title={own.title}
      summary={own.summary(
        name,
        `2${superscript(scale)}`,
        percent(shares.lost),
        percent(shares.subnormal),
        percent(shares.overflow),
      )}
      onReset={() => {
        setState(first);
      }}
      controls={
        <>
          <Slider
            label={own.scale}
            min={0}
            max={32}
            value={scale}
            text={`2${superscript(scale)}`}
            onChange={(value) => {
              setState({ name, batch, scale: value });
            }}
          />
          <Choice
            label={own.points}
            options={batches.map((value) => ({ value, label: `2${superscript(Number(value))}` }))}
            value={batch}
            onChange={(value) => {
              setState({ name, scale, batch: value });
            }}
          />
          <Choice
            label={own.format}
            options={names.map((value) => ({ value, label: value }))}
            value={name}
            onChange={(value) => {
              setState({ name: value, scale, batch });
            }}
          />
        </>
      }
    >
      <Picture label={own.title} height={height}>
        {(width) => {
          const x = linearScale([lowest, highest], [44, width - 8]);
          const y = linearScale([0, 0.16], [height - 44, 44]);
          const within = (binade: number): number => Math.max(lowest, Math.min(highest, binade));
          const zones = [
            { zone: 'lost', from: lowest, to: edges[0] },
            { zone: 'subnormal', from: edges[0], to: edges[1] },
            { zone: 'normal', from: edges[1], to: edges[2] },
            { zone: 'overflow', from: edges[2], to: highest },
          ] as const;
          return (
            <>
              {zones.map(({ zone, from, to }) => {
                const [left, right] = [x(within(from)), x(within(to))];
                if (right - left < 1) return undefined;
                return (
                  <g key={zone} class={`loss-scale-zone loss-scale-${zone}`}>
                    <rect x={left} y="26" width={right - left} height={height - 70} />
                    {right - left > 30 && (
                      <text x={(left + right) / 2} y="20" text-anchor="middle">
                        {own[zone]}
                      </text>
                    )}
                  </g>
                );
              })}
              {counts.map((count, index) => {
                const binade = lowest + index;
                const share = count / Math.max(1, gradients.length);
                if (count === 0) return undefined;
                return (
                  <rect
                    key={binade}
                    class={`loss-scale-bar loss-scale-${zoneOf(binade)}`}
                    x={x(binade) + 0.5}
                    y={y(Math.min(0.16, share))}
                    width={Math.max(1, x(binade + 1) - x(binade) - 1)}
                    height={y(0) - y(Math.min(0.16, share))}
                  />
                );
              })}
              <XAxis
                scale={x}
                at={height - 44}
                format={(value) => `2${superscript(value)}`}
                label={own.axis}
              />
              <YAxis scale={y} at={44} count={4} format={(value) => percent(value, 0)} />
            </>
          );
        }}
      </Picture>
    </Frame>
  );
}
