import type { FloatBits, FloatFormat } from '../../../models/precision/float-format.ts';
import { patternOf } from '../../../models/precision/float-pattern.ts';
import { useLive } from '../../shared/frame.tsx';

interface BitRowProps {
  bits: FloatBits;
  format: FloatFormat;
  words: {
    readonly bits: string;
    readonly fields: Readonly<Record<'sign' | 'exponent' | 'mantissa', string>>;
    readonly bit: (field: string, place: number, bit: number) => string;
  };
  onFlip: (place: number) => void;
}

/** The bits of a number by field, each a button that flips it. */
export function BitRow({ bits, format, words, onFlip }: BitRowProps) {
  const isLive = useLive();
  const pattern = patternOf(bits, format);
  const fields = [
    { field: 'sign', from: 0, to: 1, value: bits.sign },
    { field: 'exponent', from: 1, to: 1 + format.exponentBits, value: bits.exponent },
    { field: 'mantissa', from: 1 + format.exponentBits, to: pattern.length, value: bits.mantissa },
  ] as const;
  return (
    <div class="float-bits-row" role="group" aria-label={words.bits}>
      {fields.map(({ field, from, to, value }) => (
        <div key={field} class={`float-bits-field float-bits-${field}`}>
          <span class="float-bits-name">
            {words.fields[field]} <b>{value}</b>
          </span>
          <span class="float-bits-bits">
            {pattern.slice(from, to).map((bit, at) => (
              <button
                key={at}
                type="button"
                disabled={!isLive}
                aria-pressed={bit === 1}
                aria-label={words.bit(words.fields[field], to - from - 1 - at, bit)}
                onClick={() => {
                  onFlip(from + at);
                }}
              >
                {bit}
              </button>
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}
