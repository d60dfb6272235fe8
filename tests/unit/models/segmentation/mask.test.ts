import { describe, expect, it } from 'vitest';
import {
  areaOf,
  boxIouOf,
  diceFromIou,
  iouOf,
  type Mask,
  pathOf,
  stabilityOf,
} from '../../../../src/models/segmentation/mask.ts';
import { randomFrom } from '../../../../src/models/random.ts';

const draw = (rows: string[]): Mask => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  pixels: Uint8Array.from(rows.join(''), (sign) => (sign === '#' ? 1 : 0)),
});

/** Corners of the rings of a path. */
function ringsOf(path: string): [number, number][][] {
  return path
    .split('Z')
    .filter(Boolean)
    .map((ring) => {
      let [x, y] = [0, 0];
      return [...ring.matchAll(/([MHV])(\d+)(?: (\d+))?/gu)].map(([, command, first, second]) => {
        if (command === 'M') [x, y] = [Number(first), Number(second)];
        else if (command === 'H') x = Number(first);
        else y = Number(first);
        return [x, y] as [number, number];
      });
    });
}

/** How often rings go around a point. */
function winding(rings: [number, number][][], x: number, y: number): number {
  let turns = 0;
  for (const ring of rings) {
    for (const [place, [x0, y0]] of ring.entries()) {
      const [, y1] = ring[(place + 1) % ring.length] ?? [0, 0];
      if (x0 > x && y0 <= y !== y1 <= y) turns += y1 > y0 ? 1 : -1;
    }
  }
  return turns;
}

describe('overlap', () => {
  const one = draw(['##..', '##..', '....']);
  const other = draw(['.##.', '.##.', '....']);

  it('is intersection over union', () => {
    expect(iouOf(one, other)).toBe(2 / 6);
    expect(iouOf(one, one)).toBe(1);
    expect(iouOf(draw(['..']), draw(['..']))).toBe(0);
  });

  it('gives the Dice coefficient', () => {
    expect(diceFromIou(iouOf(one, other))).toBeCloseTo((2 * 2) / (areaOf(one) + areaOf(other)), 12);
  });

  it('is that of masks where boxes are masks', () => {
    const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
    expect(boxIouOf(box(0, 0, 2, 2), box(1, 0, 3, 2))).toBe(iouOf(one, other));
    expect(boxIouOf(box(0, 0, 2, 2), box(3, 0, 4, 2))).toBe(0);
  });
});

describe('stability', () => {
  it('is the IoU of the masks at both thresholds', () => {
    const logits = [-3, -0.5, 0.2, 1.5, 4, -1.2];
    const above = (threshold: number): Mask => ({
      width: 6,
      height: 1,
      pixels: Uint8Array.from(logits, (logit) => (logit > threshold ? 1 : 0)),
    });
    expect(stabilityOf(logits, 1)).toBe(iouOf(above(1), above(-1)));
  });
});

describe('the edge of a mask', () => {
  it('is written with the corners alone', () => {
    expect(pathOf(draw(['....', '.##.', '....']))).toBe('M1 1H3V2H1Z');
  });

  it('goes around every pixel once, holes and touching corners too', () => {
    const random = randomFrom(9);
    for (let round = 0; round < 30; round += 1) {
      const width = 1 + Math.floor(random() * 9);
      const height = 1 + Math.floor(random() * 9);
      const pixels = Uint8Array.from({ length: width * height }, () => (random() < 0.55 ? 1 : 0));
      const rings = ringsOf(pathOf({ width, height, pixels }));
      for (const [place, inside] of pixels.entries()) {
        const turns = winding(rings, (place % width) + 0.5, Math.floor(place / width) + 0.5);
        expect(Math.abs(turns)).toBe(inside);
      }
    }
  });
});
