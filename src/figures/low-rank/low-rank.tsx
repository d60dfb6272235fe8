import { useMemo, useState } from 'preact/hooks';
import {
  eckartYoung,
  factorParameters,
  projectedOn,
  relativeError,
  truncated,
} from '../../models/lora/low-rank.ts';
import { gaussian, samples, sampleSize } from '../../models/lora/samples.ts';
import { entryOf, type Matrix, matrixOf, svd } from '../../models/lora/svd.ts';
import { XAxis, YAxis } from '../shared/axes.tsx';
import { Select, Slider } from '../shared/controls.tsx';
import { Frame } from '../shared/frame.tsx';
import { percent } from '../shared/numbers.ts';
import { linePath } from '../shared/paths.ts';
import { Picture } from '../shared/picture.tsx';
import { linearScale } from '../shared/scales.ts';
import type { Lang } from '../shared/words.ts';
import { words } from './words.ts';

type Sample = keyof typeof samples;

const first: { sample: Sample; rank: number } = { sample: 'tuned', rank: 4 };
const sampleNames = Object.keys(samples) as Sample[];
const { rows: d, columns: k } = sampleSize;
const ranks = Array.from({ length: k + 1 }, (_, rank) => rank);
const [mapHeight, chartHeight] = [212, 270];
/** Shades on either side of zero. */
const shades = [1, 2, 3, 4];

const firstRows = (matrix: Matrix, count: number): Matrix =>
  matrixOf(count, matrix.columns, (row, column) => entryOf(matrix, row, column));

/** Everything that does not depend on the rank that is chosen; the random rows of each rank go on with the next. */
function explore(sample: Sample) {
  const matrix = samples[sample]();
  const found = svd(matrix);
  const whole = eckartYoung(found.singular, 0);
  const drawn = gaussian(k, k, 61);
  return {
    matrix,
    found,
    bound: ranks.map((rank) => eckartYoung(found.singular, rank) / whole),
    reached: ranks.map((rank) => relativeError(matrix, truncated(found, rank))),
    random: ranks.map((rank) => relativeError(matrix, projectedOn(matrix, firstRows(drawn, rank)))),
    largest: Math.max(...matrix.values.map(Math.abs)),
  };
}

/** Fields of one shade as runs in each row, in units of a field. */
function fieldsOf(matrix: Matrix, holds: (value: number) => boolean): string {
  let path = '';
  for (let row = 0; row < matrix.rows; row += 1) {
    for (let column = 0; column < matrix.columns; column += 1) {
      if (!holds(entryOf(matrix, row, column))) continue;
      const from = column;
      while (column + 1 < matrix.columns && holds(entryOf(matrix, row, column + 1))) column += 1;
      const run = String(column + 1 - from);
      path += `M${String(from)} ${String(row)}h${run}v1h-${run}z`;
    }
  }
  return path;
}

interface MapProps {
  matrix: Matrix;
  largest: number;
  x: number;
  field: number;
  label: string;
}

/** A matrix as shaded fields, one colour for each sign. */
function HeatMap({ matrix, largest, x, field, label }: MapProps) {
  // Most entries are far below the largest; the root brings them out.
  const shadeOf = (value: number): number =>
    Math.min(shades.length, Math.ceil((shades.length + 1) * Math.sqrt(Math.abs(value) / largest) - 1));
  return (
    <g transform={`translate(${x.toFixed(1)} 0)`}>
      <text y="12">{label}</text>
      <g transform={`translate(0 20) scale(${field.toFixed(3)})`} shape-rendering="crispEdges">
        <rect class="low-rank-map" width={k} height={d} />
        {[-1, 1].flatMap((sign) =>
          shades.map((shade) => (
            <path
              key={sign * shade}
              class={sign < 0 ? 'low-rank-negative' : 'low-rank-positive'}
              fill-opacity={shade / shades.length}
              d={fieldsOf(matrix, (value) => Math.sign(value) === sign && shadeOf(value) === shade)}
            />
          )),
        )}
      </g>
    </g>
  );
}

/** A matrix, its best approximation of a rank, and the error by rank against the bound. */
export function Figure({ lang }: { lang: Lang }) {
  const [{ sample, rank }, setState] = useState(first);
  const own = words[lang];
  const { matrix, found, bound, reached, random, largest } = useMemo(() => explore(sample), [sample]);
  const approximation = useMemo(() => truncated(found, rank), [found, rank]);
  const numbers = factorParameters(d, k, rank);
  return (
    <Frame
      lang={lang}
      title={own.title}
      summary={own.summary({
        rank,
        error: percent(reached[rank] ?? 0),
        random: percent(random[rank] ?? 0),
        numbers: String(numbers),
        all: String(d * k),
        share: percent(numbers / (d * k)),
      })}
      onReset={() => {
        setState(first);
      }}
      controls={
        <>
          <Select
            label={own.matrix}
            options={sampleNames.map((value) => ({ value, label: own.names[value] }))}
            value={sample}
            onChange={(value) => {
              setState({ sample: value, rank });
            }}
          />
          <Slider
            label={own.rank}
            min={0}
            max={k}
            value={rank}
            onChange={(value) => {
              setState({ sample, rank: value });
            }}
          />
        </>
      }
    >
      <div class="low-rank-pictures">
        <Picture label={`${own.whole}；${own.approximation(rank)}`} height={mapHeight + 20} width={360}>
          {(width) => {
            const field = Math.min((mapHeight - 8) / d, (width - 20) / 2 / k);
            return (
              <>
                <HeatMap matrix={matrix} largest={largest} x={0} field={field} label={own.whole} />
                <HeatMap
                  matrix={approximation}
                  largest={largest}
                  x={Math.max(field * k + 20, 130)}
                  field={field}
                  label={own.approximation(rank)}
                />
              </>
            );
          }}
        </Picture>
        <Picture label={`${own.bound}；${own.random}；${own.share}`} height={chartHeight + 66} width={360}>
          {(width) => {
            const x = linearScale([0, k], [38, width - 10]);
            const y = linearScale([0, 1], [chartHeight - 40, 30]);
            const broken = (d * k) / (d + k);
            return (
              <>
                <XAxis scale={x} at={chartHeight - 40} count={6} label={own.axis} />
                <YAxis
                  scale={y}
                  at={38}
                  count={5}
                  format={(value) => percent(value, 0)}
                  label={own.errorAxis}
                />
                <path class="low-rank-now" d={`M${x(rank).toFixed(1)} 30V${String(chartHeight - 40)}`} />
                <path
                  class="low-rank-share"
                  d={linePath([
                    [x(0), y(0)],
                    [x(broken), y(1)],
                  ])}
                />
                <path class="low-rank-bound" d={linePath(bound.map((error, at) => [x(at), y(error)]))} />
                {ranks.map((at) => (
                  <g key={at}>
                    <circle
                      class="low-rank-random"
                      cx={x(at).toFixed(1)}
                      cy={y(random[at] ?? 0).toFixed(1)}
                      r={at === rank ? 4.5 : 2.5}
                    />
                    <circle
                      class="low-rank-reached"
                      cx={x(at).toFixed(1)}
                      cy={y(reached[at] ?? 0).toFixed(1)}
                      r={at === rank ? 4.5 : 2.5}
                    />
                  </g>
                ))}
                {[own.bound, own.random, own.share].map((label, index) => (
                  <g key={label} transform={`translate(38 ${String(chartHeight + 16 + 20 * index)})`}>
                    {index === 1 ? (
                      <circle class="low-rank-random" cx="11" cy="-4" r="3.5" />
                    ) : (
                      <path class={index === 0 ? 'low-rank-bound' : 'low-rank-share'} d="M0 -4H22" />
                    )}
                    <text x="30">{label}</text>
                  </g>
                ))}
              </>
            );
          }}
        </Picture>
      </div>
    </Frame>
  );
}
