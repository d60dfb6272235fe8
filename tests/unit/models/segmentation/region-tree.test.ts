import { describe, expect, it } from 'vitest';
import { areaOf } from '../../../../src/models/segmentation/mask.ts';
import {
  buildRegionTree,
  chainOf,
  maskOf,
  type Picture,
} from '../../../../src/models/segmentation/region-tree.ts';
import { randomFrom } from '../../../../src/models/random.ts';

function pictureOf(width: number, height: number, seed: number): Picture {
  const random = randomFrom(seed);
  return { width, height, colours: Float64Array.from({ length: 3 * width * height }, random) };
}

/** Merges by the definition: all pairs of regions are looked at before each merge, from their pixels. */
function mergesOf({ width, height, colours }: Picture): { pixels: string; price: number }[] {
  let regions = Array.from({ length: width * height }, (_, pixel) => [pixel]);
  const merges: { pixels: string; price: number }[] = [];
  const mean = (region: readonly number[], channel: number): number =>
    region.reduce((sum, pixel) => sum + (colours[3 * pixel + channel] ?? 0), 0) / region.length;
  const isNext = (one: number, other: number): boolean =>
    (Math.abs(one - other) === width && one % width === other % width) ||
    (Math.abs(one - other) === 1 && Math.floor(one / width) === Math.floor(other / width));
  while (regions.length > 1) {
    let best: { one: number[]; other: number[]; price: number } | undefined;
    for (const [place, one] of regions.entries()) {
      for (const other of regions.slice(place + 1)) {
        const length = one.reduce((sum, a) => sum + other.filter((b) => isNext(a, b)).length, 0);
        if (length === 0) continue;
        const distance = [0, 1, 2].reduce((sum, c) => sum + (mean(one, c) - mean(other, c)) ** 2, 0);
        const price = ((one.length * other.length) / (one.length + other.length)) * (distance / length);
        if (!best || price < best.price) best = { one, other, price };
      }
    }
    if (!best) throw new Error('The grid is connected.');
    const { one, other, price } = best;
    const merged = [...one, ...other].toSorted((a, b) => a - b);
    regions = [...regions.filter((region) => region !== one && region !== other), merged];
    merges.push({ pixels: merged.join(), price });
  }
  return merges;
}

describe('the tree of regions', () => {
  it.each([
    [5, 4, 1],
    [4, 6, 2],
    [7, 1, 3],
  ])('merges as the definition says: %i × %i', (width, height, seed) => {
    const picture = pictureOf(width, height, seed);
    const tree = buildRegionTree(picture);
    const merges = mergesOf(picture);
    for (const [place, { pixels, price }] of merges.entries()) {
      const node = width * height + place;
      const own = [...maskOf(tree, node).pixels.entries()].filter(([, inside]) => inside).map(([at]) => at);
      expect(own.join()).toBe(pixels);
      const parts = [tree.first[node] ?? 0, tree.second[node] ?? 0].map((part) => tree.scale[part] ?? 0);
      expect(tree.scale[node]).toBeCloseTo(Math.max(price, ...parts), 10);
    }
  });

  it('holds area and box of every region, and never a scale that falls', () => {
    const tree = buildRegionTree(pictureOf(9, 7, 4));
    for (let node = 0; node < tree.parent.length; node += 1) {
      const mask = maskOf(tree, node);
      const inside = [...mask.pixels.entries()].filter(([, one]) => one).map(([at]) => at);
      const columns = inside.map((at) => at % 9);
      const rows = inside.map((at) => Math.floor(at / 9));
      expect(tree.area[node]).toBe(areaOf(mask));
      expect([...tree.boxes.subarray(4 * node, 4 * node + 4)]).toEqual([
        ...[Math.min(...columns), Math.min(...rows)],
        ...[Math.max(...columns) + 1, Math.max(...rows) + 1],
      ]);
      const parent = tree.parent[node] ?? -1;
      if (parent !== -1) expect(tree.scale[parent]).toBeGreaterThanOrEqual(tree.scale[node] ?? NaN);
    }
  });

  it('leads from a pixel to the whole picture, each region within the next', () => {
    const tree = buildRegionTree(pictureOf(6, 6, 5));
    const chain = chainOf(tree, 14);
    expect(chain[0]).toBe(14);
    expect(chain.at(-1)).toBe(tree.parent.length - 1);
    for (const [place, node] of chain.slice(1).entries()) {
      const inner = maskOf(tree, chain[place] ?? 0).pixels;
      const outer = maskOf(tree, node).pixels;
      expect(inner.every((inside, at) => inside <= (outer[at] ?? 0))).toBe(true);
    }
  });
});
