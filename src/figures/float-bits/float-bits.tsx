import { useState } from 'preact/hooks';
import {
  biasOf,
  encode,
  type FloatBits,
  type FloatFormat,
  formats,
  valueOf,
} from '../../models/precision/float-format.ts';
import { flipBit, readBits } from '../../models/precision/float-pattern.ts';
import { NumberField, Select, Slider } from '../shared/controls.tsx';
import { Frame } from '../shared/frame.tsx';
import { percent, readable } from '../shared/numbers.ts';
import type { Lang } from '../shared/words.ts';
import { BitRow } from './parts/bit-row.tsx';
import { NeighbourLine } from './parts/neighbour-line.tsx';
import { readNumber } from './read-number.ts';
import { words } from './words.ts';

type Name = keyof typeof formats | 'custom';

const names = ['FP64', 'FP32', 'TF32', 'BF16', 'FP16', 'FP8 E5M2', 'FP8 E4M3'] as const;

interface State {
  readonly name: Name;
  readonly custom: FloatFormat;
  readonly wanted: number;
  /** The bits where one was flipped: there are many NaN, and only their bits tell them apart. */
  readonly flipped?: FloatBits | undefined;
}

const first: State = {
  name: 'FP16',
  custom: { exponentBits: 4, mantissaBits: 4, specials: 'ieee' },
  wanted: 0.1,
};

const plainly = (value: number, digits: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(digits))).replace('-', '−') : readable(value);

/** A number in any format: its bits to flip, what they stand for, and how far that is from what was typed. */
export function Figure({ lang }: { lang: Lang }) {
  const own = words[lang];
  const [{ name, custom, wanted, flipped }, setState] = useState(first);
  const format = name === 'custom' ? custom : formats[name];
  const bits = flipped ?? encode(wanted, format);
  const rounding = readBits(bits, format, wanted);
  // Digits enough to tell neighbours apart, without the noise behind them.
  const digits = format.mantissaBits > 23 ? 17 : 10;
  const exactly = (number: number): string => plainly(number, digits);
  const { value, kind, below, above, ulp, error, relativeError } = rounding;
  const change = (part: Partial<State>): void => {
    setState({ name, custom, wanted, ...part });
  };
  const formatName =
    name === 'custom' ? `E${String(custom.exponentBits)}M${String(custom.mantissaBits)}` : name;
  const relative =
    Number.isFinite(relativeError) && relativeError < 1e-3 ? readable(relativeError) : percent(relativeError);
  const power = Math.max(1, bits.exponent) - biasOf(format);
  const reading =
    kind === 'nan' || kind === 'infinite'
      ? own.kinds[kind]
      : `${bits.sign === 1 ? '−' : ''}2^${String(power).replace('-', '−')} × (${bits.exponent === 0 ? '0' : '1'} + ${String(bits.mantissa)}/${String(2 ** format.mantissaBits)})`;
  const rows = [
    [own.wanted, exactly(wanted)],
    [own.stored, `${exactly(value)} · ${own.kinds[kind]}`],
    [own.formula, reading],
    [own.error, readable(error)],
    [own.relative, relative],
    [own.below, exactly(below)],
    [own.above, exactly(above)],
    [own.ulp, kind === 'nan' || kind === 'infinite' ? '—' : readable(ulp)],
  ] as const;
  return (
    <Frame
      lang={lang}
      title={own.title}
      summary={own.summary(formatName, exactly(wanted), own.kinds[kind], exactly(value), relative)}
      onReset={() => {
        setState(first);
      }}
      controls={
        <>
          <Select
            label={own.format}
            options={[
              ...names.map((one) => ({ value: one, label: one })),
              { value: 'custom' as const, label: own.custom },
            ]}
            value={name}
            onChange={(one: Name) => {
              change({ name: one });
            }}
          />
          {name === 'custom' && (
            <>
              <Slider
                label={own.exponentBits}
                min={2}
                max={11}
                value={custom.exponentBits}
                onChange={(exponentBits) => {
                  change({ custom: { ...custom, exponentBits } });
                }}
              />
              <Slider
                label={own.mantissaBits}
                min={1}
                max={52}
                value={custom.mantissaBits}
                onChange={(mantissaBits) => {
                  change({ custom: { ...custom, mantissaBits } });
                }}
              />
            </>
          )}
          <NumberField
            label={own.number}
            value={wanted}
            parse={readNumber}
            format={(number) => exactly(number).replace('−', '-')}
            onChange={(number) => {
              change({ wanted: number });
            }}
          />
        </>
      }
    >
      <BitRow
        bits={bits}
        format={format}
        words={own}
        onFlip={(place) => {
          const next = flipBit(bits, format, place);
          change({ wanted: valueOf(next, format), flipped: next });
        }}
      />
      <NeighbourLine rounding={rounding} wanted={wanted} label={own.line} format={exactly} />
      <dl class="float-bits-facts">
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Frame>
  );
}
