import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../../src/models/medusa/layout.ts';
import { vicuna7bTree } from '../../../../src/models/medusa/published.ts';
import { cartesianPaths, leavesOf, treeOf } from '../../../../src/models/medusa/tree.ts';

describe('the places of nodes', () => {
  it('are even for leaves and in the middle for what they continue', () => {
    const places = placesOf(treeOf(cartesianPaths([2, 3])));
    const expected = [6, 3, 9, 1, 3, 5, 7, 9, 11]; // twelfths
    for (const [index, { across }] of places.entries())
      expect(across * 12).toBeCloseTo(expected[index] ?? NaN, 10);
    expect(places.map(({ depth }) => depth)).toEqual([0, 1, 1, 2, 2, 2, 2, 2, 2]);
  });

  it('never coincide, and keep the order of ranks', () => {
    const tree = treeOf(vicuna7bTree);
    const places = placesOf(tree);
    for (let depth = 0; depth <= 4; depth += 1) {
      const level = places.filter((place) => place.depth === depth).map(({ across }) => across);
      expect(level).toEqual([...new Set(level)].toSorted((a, b) => a - b));
    }
    expect(leavesOf(tree).every((leaf) => (places[leaf]?.across ?? 0) > 0)).toBe(true);
  });
});
