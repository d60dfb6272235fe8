import { describe, expect, it } from 'vitest';
import {
  encode,
  type FloatFormat,
  formats,
  round,
  valueOf,
} from '../../../../src/models/precision/float-format.ts';
import {
  binadesOf,
  fieldsOf,
  flipBit,
  kindOf,
  patternOf,
  readBits,
  roundingOf,
  ulpOf,
  widthOf,
} from '../../../../src/models/precision/float-pattern.ts';
import { randomFrom } from '../../../../src/models/random.ts';

const { FP16, FP32, FP64 } = formats;

/** The bits of an array of the platform, the highest first. */
function platformBits(values: Float16Array | Float32Array | Float64Array): string {
  return [...new Uint8Array(values.buffer)]
    .toReversed()
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
}

const samples = (): number[] => {
  const random = randomFrom(3);
  return Array.from({ length: 500 }, () => (random() - 0.5) * 2 ** Math.floor(random() * 40 - 25));
};

describe('bits', () => {
  it('stand as in the arrays of the platform, up to 64 of them', () => {
    for (const value of [...samples(), 0, -0, 1, Infinity, -Infinity]) {
      const bitsIn = (format: FloatFormat): string => patternOf(encode(value, format), format).join('');
      expect(bitsIn(FP16)).toBe(platformBits(new Float16Array([value])));
      expect(bitsIn(FP32)).toBe(platformBits(new Float32Array([value])));
      expect(bitsIn(FP64)).toBe(platformBits(new Float64Array([value])));
    }
  });

  it('are read back as they were written', () => {
    for (const format of Object.values(formats)) {
      for (const value of samples()) {
        const bits = encode(value, format);
        const pattern = patternOf(bits, format);
        expect(pattern).toHaveLength(widthOf(format));
        expect(fieldsOf(pattern, format)).toEqual(bits);
      }
    }
  });

  it('are flipped one at a time, and back', () => {
    for (let place = 0; place < 16; place += 1) {
      const one = encode(1, FP16);
      const other = flipBit(one, FP16, place);
      expect(patternOf(other, FP16).filter((bit, at) => bit !== patternOf(one, FP16)[at])).toHaveLength(1);
      expect(flipBit(other, FP16, place)).toEqual(one);
    }
    expect(valueOf(flipBit(encode(1, FP16), FP16, 0), FP16)).toBe(-1);
    expect(valueOf(flipBit(encode(1, FP16), FP16, 15), FP16)).toBe(1 + 2 ** -10);
  });
});

describe('kinds', () => {
  it.each([
    [0, 'zero'],
    [2 ** -24, 'subnormal'],
    [2 ** -14 - 2 ** -24, 'subnormal'],
    [2 ** -14, 'normal'],
    [65_504, 'normal'],
    [65_520, 'infinite'],
    [NaN, 'nan'],
  ] as const)('of %d in FP16: %s', (value, kind) => {
    expect(kindOf(encode(value, FP16), FP16)).toBe(kind);
  });
});

describe('a rounding', () => {
  it('lies between its neighbours, one step from the upper one, and off by half a step at most', () => {
    for (const format of [FP16, formats.BF16, formats['FP8 E5M2']]) {
      for (const value of samples().map(Math.abs)) {
        const { value: got, above, below, ulp, error, relativeError } = roundingOf(value, format);
        if (!Number.isFinite(above)) continue;
        expect(above - got).toBe(ulp);
        expect(below).toBeLessThan(got);
        expect(error).toBe(Math.abs(got - value));
        expect(error).toBeLessThanOrEqual(ulp / 2);
        if (got >= 2 ** -14) expect(relativeError).toBeLessThanOrEqual(2 ** -(format.mantissaBits + 1));
      }
    }
  });

  it('of what overflows is infinitely wrong; of a number of the format not at all', () => {
    expect(roundingOf(1e6, FP16)).toMatchObject({ value: Infinity, error: Infinity, kind: 'infinite' });
    expect(readBits(encode(0.1, FP16), FP16)).toMatchObject({ error: 0, relativeError: 0 });
    expect(ulpOf(encode(1, FP16), FP16)).toBe(2 ** -10);
    expect(ulpOf(encode(0, FP16), FP16)).toBe(2 ** -24);
  });
});

describe('binades', () => {
  it('are as many as there are numbers 2^k', () => {
    for (const name of ['FP16', 'FP8 E5M2', 'FP8 E4M3'] as const) {
      let count = 0;
      for (let power = -60; power < 60; power += 1)
        if (round(2 ** power, formats[name]) === 2 ** power) count += 1;
      expect(binadesOf(formats[name]), name).toBe(count);
    }
  });
});
