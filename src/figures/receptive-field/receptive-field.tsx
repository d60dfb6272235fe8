import { useMemo, useState } from 'preact/hooks';
import { normalFrom, randomFrom } from '../../models/random.ts';
import {
  type Design,
  designs,
  effectiveField,
  type Field,
  measure,
} from '../../models/receptive-field/effective-field.ts';
import {
  denseParameters,
  gcnParameters,
  receptiveField,
  stackDepth,
  stackParameters,
} from '../../models/receptive-field/sizes.ts';
import { XAxis, YAxis } from '../shared/axes.tsx';
import { Button, Select, Slider } from '../shared/controls.tsx';
import { Frame } from '../shared/frame.tsx';
import { linePath } from '../shared/paths.ts';
import { Picture } from '../shared/picture.tsx';
import { linearScale } from '../shared/scales.ts';
import type { Lang } from '../shared/words.ts';
import { words } from './words.ts';

/** Features of the last stage of ResNet-152 and classes of PASCAL VOC, for the parameters. */
const channels = { features: 2048, classes: 21 };
/** A network small enough to send impulses back through, for the fields. */
const small = { features: 6, classes: 4, between: 6 };
const draws = 16;
const first = { k: 15, between: '2048', seed: 1 };
const shades = 10;
const gap = 16;

/** Cells of one shade each as one path: few signs for many cells. */
function shadePaths(field: Field, k: number): string[] {
  const paths = Array.from({ length: shades + 1 }, () => '');
  for (const [cell, value] of field.entries()) {
    const shade = Math.round(value * shades);
    paths[shade] = `${paths[shade] ?? ''}M${String(cell % k)} ${String(Math.floor(cell / k))}h1v1h-1z`;
  }
  return paths;
}

function fieldsOf(k: number, seed: number): Record<Design, Field> {
  const normal = normalFrom(randomFrom(seed));
  const fieldOf = (design: Design): Field => effectiveField(design, { k, ...small }, normal, draws);
  return { dense: fieldOf('dense'), gcn: fieldOf('gcn'), stack: fieldOf('stack') };
}

function parametersOf(design: Design, k: number, between: number): number {
  if (design === 'dense') return denseParameters(k, channels);
  return design === 'gcn' ? gcnParameters(k, channels) : stackParameters(k, channels, between);
}

/** Impulses sent back through a dense kernel, a GCN block and stacked layers, side by side. */
export function Figure({ lang }: { lang: Lang }) {
  const [state, setState] = useState(first);
  const own = words[lang];
  const { k, between, seed } = state;
  const fields = useMemo(() => fieldsOf(k, seed), [k, seed]);
  const depth = stackDepth(k);
  const reach = {
    dense: receptiveField([{ kernel: k, stride: 1 }]),
    gcn: receptiveField([{ kernel: k, stride: 1 }]),
    stack: receptiveField(Array.from({ length: depth }, () => ({ kernel: 3, stride: 1 }))),
  };
  const measures = {
    dense: measure(fields.dense, k),
    gcn: measure(fields.gcn, k),
    stack: measure(fields.stack, k),
  };
  const [dense, gcn, stack] = designs.map((design) => measures[design].deviation.toFixed(2));
  const middle = (k - 1) / 2;
  return (
    <Frame
      lang={lang}
      title={own.title}
      summary={own.summary(k, dense ?? '', gcn ?? '', stack ?? '', depth)}
      onReset={() => {
        setState(first);
      }}
      controls={
        <>
          <Slider
            label={own.side}
            min={3}
            max={25}
            step={2}
            value={k}
            onChange={(value) => {
              setState({ ...state, k: value });
            }}
          />
          <Select
            label={own.between}
            value={between}
            options={['2048', '1024', '210'].map((value) => ({ value, label: value }))}
            onChange={(value) => {
              setState({ ...state, between: value });
            }}
          />
          <Button
            onClick={() => {
              setState({ ...state, seed: seed + 1 });
            }}
          >
            {own.redraw}
          </Button>
        </>
      }
    >
      <Picture label={own.title} height={440}>
        {(width) => {
          const side = Math.min(190, (width - 2 * gap) / 3);
          const left = (width - 3 * side - 2 * gap) / 2;
          const x = linearScale([-middle, middle], [34, width - 12]);
          // What the maps leave of the height.
          const y = linearScale([0, 1], [396, side + 76]);
          return (
            <>
              {designs.map((design, column) => (
                <g
                  key={design}
                  transform={`translate(${String(left + column * (side + gap))} 22)`}
                  class={`receptive-field-${design}`}
                >
                  <text y="-8">{own.designs[design]}</text>
                  <g transform={`scale(${String(side / k)})`} shape-rendering="crispEdges">
                    {shadePaths(fields[design], k).map((path, shade) => (
                      <path key={shade} d={path} fill-opacity={shade / shades} />
                    ))}
                  </g>
                  <rect class="receptive-field-frame" width={side} height={side} />
                </g>
              ))}
              <XAxis scale={x} at={396} label={own.offset} />
              <YAxis scale={y} at={34} count={2} label={own.profile} />
              {designs.map((design) => (
                <path
                  key={design}
                  class={`receptive-field-line receptive-field-${design}`}
                  d={linePath(
                    fields[design]
                      .slice(middle * k, (middle + 1) * k)
                      .map((value, column) => [x(column - middle), y(value)] as const),
                  )}
                />
              ))}
            </>
          );
        }}
      </Picture>
      <div class="receptive-field-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{own.design}</th>
              <th scope="col">{own.parameters}</th>
              <th scope="col">{own.theoretical}</th>
              <th scope="col">{own.effective}</th>
              <th scope="col">{own.deviation}</th>
            </tr>
          </thead>
          <tbody>
            {designs.map((design) => (
              <tr key={design} class={`receptive-field-${design}`}>
                <th scope="row">{own.designs[design]}</th>
                <td>{parametersOf(design, k, Number(between)).toLocaleString('en-US')}</td>
                <td>{`${String(reach[design])}×${String(reach[design])}`}</td>
                <td>{`${measures[design].side.toFixed(1)}²`}</td>
                <td>{measures[design].deviation.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Frame>
  );
}
