import { describe, expect, it } from 'vitest';
import { type Cbor, CborWriter, readCbor } from '../../../src/search-index/cbor.ts';

const write = (value: Cbor): string => {
  const writer = new CborWriter();
  writer.value(value);
  return writer.take().toString('hex');
};

// Examples of RFC 8949, appendix A.
const examples: [hex: string, value: Cbor][] = [
  ['00', 0],
  ['17', 23],
  ['1818', 24],
  ['1903e8', 1000],
  ['1a000f4240', 1_000_000],
  ['20', -1],
  ['3863', -100],
  ['3903e7', -1000],
  ['60', ''],
  ['62225c', '"\\'],
  ['63e6b0b4', '水'],
  ['64f0908591', '\u{10151}'],
  ['80', []],
  ['8301820203820405', [1, [2, 3], [4, 5]]],
  [
    '98190102030405060708090a0b0c0d0e0f101112131415161718181819',
    Array.from({ length: 25 }, (_, index) => index + 1),
  ],
];

describe('CBOR', () => {
  it.each(examples)('is %s for %j, and back', (hex, value) => {
    expect(write(value)).toBe(hex);
    expect(readCbor(Buffer.from(hex, 'hex'))).toEqual(value);
  });

  it('grows with what is written', () => {
    const long = '水'.repeat(100_000);
    expect(readCbor(Buffer.from(write([long, 1]), 'hex'))).toEqual([long, 1]);
  });

  it.each(['', '18', '63e6b0', '8201', '9f00ff', 'f6', '1b0000000000000000'])(
    'cannot be read where it is %j: cut off, or of other kinds',
    (hex) => {
      expect(() => readCbor(Buffer.from(hex, 'hex'))).toThrow(RangeError);
    },
  );
});
