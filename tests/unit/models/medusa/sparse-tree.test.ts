import { describe, expect, it } from 'vitest';
import {
  bestDenseTree,
  expectedAccepted,
  greedyTree,
  pathAccuracy,
  rankAccuracies,
} from '../../../../src/models/medusa/sparse-tree.ts';
import { cartesianPaths, type Path, treeOf } from '../../../../src/models/medusa/tree.ts';
import { randomFrom } from '../../../../src/models/random.ts';

/** Accuracies that fall from rank to rank, as the ranks of a head do. */
const randomAccuracies = (random: () => number, heads: number, ranks: number): number[][] =>
  Array.from({ length: heads }, () => {
    const parts = Array.from({ length: ranks + 1 }, random).toSorted((a, b) => b - a);
    const sum = parts.reduce((total, part) => total + part, 0);
    return parts.slice(0, ranks).map((part) => part / sum);
  });

/** The most that any tree of so many nodes can expect, by trying every one of them. */
function bestOfAll(accuracies: readonly (readonly number[])[], budget: number): number {
  const nodes = cartesianPaths(accuracies.map((ranks) => ranks.length));
  let best = 0;
  for (let chosen = 0; chosen < 2 ** nodes.length; chosen += 1) {
    const paths: Path[] = nodes.filter((_, index) => Math.floor(chosen / 2 ** index) % 2 === 1);
    if (paths.length !== budget) continue;
    const keys = new Set(paths.map((path) => path.join('.')));
    if (paths.some((path) => path.length > 1 && !keys.has(path.slice(0, -1).join('.')))) continue;
    best = Math.max(best, expectedAccepted(paths, accuracies));
  }
  return best;
}

describe('the greedy tree', () => {
  it('expects as much as the best of all trees of its size', () => {
    const random = randomFrom(21);
    for (const [heads, ranks] of [
      [1, 4],
      [2, 3],
      [3, 2],
    ] as const) {
      for (let trial = 0; trial < 4; trial += 1) {
        const accuracies = randomAccuracies(random, heads, ranks);
        for (const budget of [1, 3, 5, 7]) {
          const tree = greedyTree(accuracies, budget);
          if (tree.length < budget) continue;
          expect(expectedAccepted(tree, accuracies)).toBeCloseTo(bestOfAll(accuracies, budget), 12);
        }
      }
    }
  });

  it('is connected, adds ever less probable nodes, and stops where there are no more', () => {
    const accuracies = randomAccuracies(randomFrom(2), 4, 5);
    const tree = greedyTree(accuracies, 63);
    expect(treeOf(tree)).toHaveLength(64);
    const gains = tree.map((path) => pathAccuracy(path, accuracies));
    expect(gains).toEqual(gains.toSorted((a, b) => b - a));
    expect(greedyTree([[0.5, 0.2]], 9)).toEqual([[0], [1]]);
  });

  it('is never worse than the best Cartesian tree', () => {
    const random = randomFrom(8);
    for (let trial = 0; trial < 10; trial += 1) {
      const accuracies = randomAccuracies(random, 4, 6);
      for (const budget of [4, 16, 63]) {
        const dense = bestDenseTree(accuracies, budget);
        expect(dense.accepted).toBeCloseTo(expectedAccepted(cartesianPaths(dense.widths), accuracies), 12);
        expect(expectedAccepted(greedyTree(accuracies, budget), accuracies)).toBeGreaterThanOrEqual(
          dense.accepted - 1e-12,
        );
      }
    }
  });
});

describe('the expected number of accepted guesses', () => {
  it('is what heads that err independently yield on average', () => {
    const random = randomFrom(33);
    const accuracies = randomAccuracies(random, 3, 3);
    const paths = greedyTree(accuracies, 12);
    const keys = new Set(paths.map((path) => path.join('.')));
    const draws = 100_000;
    let sum = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const path: number[] = [];
      for (const ranks of accuracies) {
        let left = random();
        const rank = ranks.findIndex((accuracy) => (left -= accuracy) < 0);
        path.push(rank);
        if (rank < 0 || !keys.has(path.join('.'))) break;
        sum += 1;
      }
    }
    // A run accepts at most 3, so that one standard error is below 1.5/√100,000; four of them.
    expect(Math.abs(sum / draws - expectedAccepted(paths, accuracies))).toBeLessThan(
      (4 * 1.5) / Math.sqrt(draws),
    );
  });

  it('takes accuracies of ranks from those of the first guesses together', () => {
    expect(rankAccuracies([[0.5, 0.75, 0.875]])).toEqual([[0.5, 0.25, 0.125]]);
  });
});
