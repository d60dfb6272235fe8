import { useMemo, useState } from 'preact/hooks';
import { errorsOf, type Method, sumErrorBound } from '../../models/precision/accumulate.ts';
import { formats, round } from '../../models/precision/float-format.ts';
import { normalFrom, randomFrom } from '../../models/random.ts';
import { XAxis, YAxis } from '../shared/axes.tsx';
import { Choice, Slider } from '../shared/controls.tsx';
import { Frame } from '../shared/frame.tsx';
import { readable } from '../shared/numbers.ts';
import { linePath } from '../shared/paths.ts';
import { Picture } from '../shared/picture.tsx';
import { logScale } from '../shared/scales.ts';
import type { Lang } from '../shared/words.ts';
import { words } from './words.ts';

const names = ['FP16', 'BF16'] as const;
type Name = (typeof names)[number];
const kinds = ['ones', 'uniform', 'products'] as const;
type Kind = (typeof kinds)[number];
const methods = ['plain', 'pairwise', 'chunked', 'kahan'] as const satisfies readonly Method[];

const first: { name: Name; kind: Kind; power: number } = { name: 'FP16', kind: 'products', power: 12 };
const height = 320;
const least = 1e-9;
const powers = Array.from({ length: 13 }, (_, index) => index + 1);
const lengths = powers.map((power) => 2 ** power);

/** Terms that the format holds, so that all error comes from adding them. */
function termsOf(kind: Kind, name: Name): number[] {
  const random = randomFrom(5);
  const normal = normalFrom(random);
  return Array.from({ length: 2 ** 13 }, () => {
    if (kind === 'ones') return 1;
    return round(kind === 'uniform' ? random() : Math.abs(normal() * normal()), formats[name]);
  });
}

/** The relative error of a sum over its length, by ways to add. */
export function Figure({ lang }: { lang: Lang }) {
  const own = words[lang];
  const [{ name, kind, power }, setState] = useState(first);
  const curves = useMemo(() => {
    const terms = termsOf(kind, name);
    return [
      ...methods.map((method) => ({ id: method, points: errorsOf(method, terms, formats[name], lengths) })),
      { id: 'reference' as const, points: errorsOf('plain', terms, formats.FP32, lengths) },
    ];
  }, [kind, name]);
  const errorAt = (id: string): string => {
    const error = curves.find((curve) => curve.id === id)?.points[power - 1]?.error ?? 0;
    return readable(error, 2);
  };
  return (
    <Frame
      lang={lang}
      title={own.title}
      summary={own.summary(
        name,
        readable(2 ** power),
        errorAt('plain'),
        errorAt('kahan'),
        errorAt('chunked'),
      )}
      onReset={() => {
        setState(first);
      }}
      controls={
        <>
          <Choice
            label={own.format}
            options={names.map((value) => ({ value, label: value }))}
            value={name}
            onChange={(value) => {
              setState({ name: value, kind, power });
            }}
          />
          <Choice
            label={own.terms}
            options={kinds.map((value) => ({ value, label: own.kinds[value] }))}
            value={kind}
            onChange={(value) => {
              setState({ name, kind: value, power });
            }}
          />
          <Slider
            label={own.length}
            min={1}
            max={13}
            value={power}
            text={readable(2 ** power)}
            onChange={(value) => {
              setState({ name, kind, power: value });
            }}
          />
        </>
      }
    >
      <Picture label={own.title} height={height}>
        {(width) => {
          const x = logScale([2, 2 ** 13], [52, width - 12]);
          const y = logScale([least, 2], [height - 44, 30]);
          const at = (error: number): number => y(Math.max(least, Math.min(2, error)));
          const bound = lengths.map(
            (length) => [x(length), at(sumErrorBound(length, formats[name]))] as const,
          );
          return (
            <>
              <XAxis scale={x} at={height - 44} label={own.length} />
              <YAxis scale={y} at={52} count={6} label={own.axis} />
              <path class="accumulation-bound" d={linePath(bound)} />
              {curves.map(({ id, points }) => (
                <path
                  key={id}
                  class={`accumulation-line accumulation-${id}`}
                  d={linePath(points.map(({ length, error }) => [x(length), at(error)]))}
                />
              ))}
              <path class="accumulation-now" d={`M${String(x(2 ** power))} 30V${String(height - 44)}`} />
            </>
          );
        }}
      </Picture>
      <ul class="accumulation-legend">
        {curves.map(({ id }) => (
          <li key={id} class={`accumulation-${id}`}>
            <svg width="28" height="8" aria-hidden="true">
              <path class={`accumulation-line accumulation-${id}`} d="M0 4H28" />
            </svg>
            {id === 'reference' ? own.reference : own.methods[id]}
          </li>
        ))}
        <li>
          <svg width="28" height="8" aria-hidden="true">
            <path class="accumulation-bound" d="M0 4H28" />
          </svg>
          {own.bound}
        </li>
      </ul>
    </Frame>
  );
}
