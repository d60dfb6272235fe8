import { describe, expect, it } from 'vitest';
import {
  encode,
  type FloatBits,
  type FloatFormat,
  formats,
  limitsOf,
  neighboursOf,
  round,
  valueOf,
} from '../../../../src/models/precision/float-format.ts';
import { randomFrom } from '../../../../src/models/random.ts';

/** The platform's own arrays. */
const platform = {
  FP16: (value: number): number => new Float16Array([value])[0] ?? NaN,
  FP32: (value: number): number => Math.fround(value),
  FP64: (value: number): number => value,
} as const;

/** Fields of a pattern of bits. */
const fieldsOf = (pattern: number, { exponentBits, mantissaBits }: FloatFormat): FloatBits => ({
  sign: Math.floor(pattern / 2 ** (exponentBits + mantissaBits)) % 2 === 1 ? 1 : 0,
  exponent: Math.floor(pattern / 2 ** mantissaBits) % 2 ** exponentBits,
  mantissa: pattern % 2 ** mantissaBits,
});

/** Finite numbers of all sizes, with many ties between two numbers of a format. */
function samples({ exponentBits, mantissaBits }: FloatFormat, count: number): number[] {
  const random = randomFrom(7);
  return Array.from({ length: count }, () => {
    const exponent = Math.floor((random() - 0.5) * (2 ** exponentBits + 2 * mantissaBits + 8));
    const steps = 2 ** Math.min(51, mantissaBits + 1);
    const fraction = random() < 0.5 ? random() : Math.floor(random() * steps) / steps;
    return (random() < 0.5 ? -1 : 1) * (1 + fraction) * 2 ** Math.max(-1074, Math.min(1023, exponent));
  });
}

describe('against the arrays of the platform', () => {
  it('reads every pattern of FP16 as Float16Array does', () => {
    const { FP16 } = formats;
    const own = new Uint16Array(1);
    const halves = new Float16Array(own.buffer);
    for (let pattern = 0; pattern < 2 ** 16; pattern += 1) {
      own[0] = pattern;
      const bits = fieldsOf(pattern, FP16);
      if (!Object.is(valueOf(bits, FP16), halves[0]))
        expect(valueOf(bits, FP16), String(pattern)).toBe(halves[0]);
      if (!Number.isNaN(halves[0]) && round(halves[0] ?? 0, FP16) !== halves[0])
        expect(encode(halves[0] ?? 0, FP16)).toEqual(bits);
    }
  });

  it.each(Object.keys(platform) as (keyof typeof platform)[])('rounds to %s as they do', (name) => {
    const special = [0, -0, Infinity, -Infinity, NaN, 65519, 65520, -65520, 2 ** -25, 2 ** -24 * 1.5, 5e-324];
    for (const value of [...special, ...samples(formats[name], 20_000)]) {
      const rounded = round(value, formats[name]);
      if (!Object.is(rounded, platform[name](value)))
        expect(rounded, String(value)).toBe(platform[name](value));
    }
  });

  it('rounds to BF16 as the upper half of FP32 does, a tie to even', () => {
    const floats = new Float32Array(1);
    const words = new Uint32Array(floats.buffer);
    for (const value of samples(formats.BF16, 20_000).map(Math.fround)) {
      floats[0] = value;
      const [word = 0] = words;
      words[0] = ((word + 0x7fff + ((word >>> 16) & 1)) & 0xffff0000) >>> 0;
      if (round(value, formats.BF16) !== floats[0])
        expect(round(value, formats.BF16), String(value)).toBe(floats[0]);
    }
  });
});

describe('FP8', () => {
  it('has the limits of table 1 of Micikevicius et al. 2022', () => {
    expect(limitsOf(formats['FP8 E4M3'])).toMatchObject({
      largest: 448,
      smallestNormal: 2 ** -6,
      smallestSubnormal: 2 ** -9,
    });
    expect(limitsOf(formats['FP8 E5M2'])).toMatchObject({
      largest: 57_344,
      smallestNormal: 2 ** -14,
      smallestSubnormal: 2 ** -16,
    });
  });

  it('has no infinity in E4M3', () => {
    expect(round(464, formats['FP8 E4M3'])).toBe(448);
    expect(round(464.1, formats['FP8 E4M3'])).toBeNaN();
    expect(round(Infinity, formats['FP8 E4M3'])).toBeNaN();
    expect(round(61_440, formats['FP8 E5M2'])).toBe(Infinity);
  });

  it.each(['FP8 E4M3', 'FP8 E5M2'] as const)('rounds to the nearest number of %s', (name) => {
    const format = formats[name];
    const all = Array.from({ length: 256 }, (_, pattern) => valueOf(fieldsOf(pattern, format), format));
    const finite = all.filter(Number.isFinite);
    const { largest } = limitsOf(format);
    for (const value of samples(format, 2_000).filter((one) => Math.abs(one) <= largest)) {
      const distance = Math.abs(round(value, format) - value);
      expect(distance).toBe(Math.min(...finite.map((one) => Math.abs(one - value))));
    }
  });
});

describe('neighbours', () => {
  it.each(['FP8 E4M3', 'FP8 E5M2', 'FP16'] as const)('are the numbers before and after in %s', (name) => {
    const format = formats[name];
    const count = 2 ** (1 + format.exponentBits + format.mantissaBits);
    const patterns = Array.from({ length: count }, (_, pattern) => fieldsOf(pattern, format));
    const sorted = patterns
      .filter(
        (bits) => !Number.isNaN(valueOf(bits, format)) && !(bits.sign === 1 && valueOf(bits, format) === 0),
      )
      .toSorted((a, b) => valueOf(a, format) - valueOf(b, format));
    for (const [place, bits] of sorted.slice(1, -1).entries()) {
      const before = sorted[place];
      const after = sorted[place + 2];
      if (!before || !after) throw new Error('There is always one.');
      const { below, above } = neighboursOf(bits, format);
      if (below !== valueOf(before, format) || above !== valueOf(after, format))
        expect({ below, above }).toEqual({ below: valueOf(before, format), above: valueOf(after, format) });
    }
  });
});
