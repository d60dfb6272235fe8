import sharp from 'sharp';
import { expect, it } from 'vitest';
import { cardColours, ColourNumbers } from '../../../src/social-images/card-colours.ts';
import { encodeIndexedPng } from '../../../src/social-images/indexed-png.ts';
import { readPalette } from '../../../src/social-images/palette.ts';

const colours = [
  [255, 255, 255],
  [10, 20, 30],
  [200, 0, 100],
] as const;

it.each([5, 6])('encodes a picture of width %i as others read it', async (width) => {
  const pixels = Uint8Array.from({ length: width * 3 }, (_, place) => (place * 7) % colours.length);
  const png = await encodeIndexedPng({ width, height: 3, pixels, colours });
  const read = await sharp(png).removeAlpha().raw().toBuffer();
  expect([...read]).toEqual([...pixels].flatMap((number) => colours[number] ?? []));
});

it('refuses more colours than it can number', async () => {
  const many = Array.from({ length: 17 }, (_, place) => [place, place, place] as const);
  const picture = { width: 1, height: 1, pixels: new Uint8Array(1), colours: many };
  await expect(encodeIndexedPng(picture)).rejects.toThrow(RangeError);
});

it.each(['light', 'dark'] as const)('gives each colour of a %s card its own number', (scheme) => {
  const all = cardColours(readPalette(scheme));
  expect(all.length).toBeLessThanOrEqual(16);
  const data = Uint8Array.from(all.flatMap((colour) => [...colour, 255]));
  expect([...new ColourNumbers(all).of(data)]).toEqual([...all.keys()]);
});
