import { cartesianTokens, type Path } from './tree.ts';

/**
 * How often guesses are right: `[k][i]` for rank `i` of head `k`, that is top-(i+1) accuracy less top-i
 * accuracy (Cai et al. 2024, arXiv 2401.10774, 2.3.3, footnote 2).
 */
export type RankAccuracies = readonly (readonly number[])[];

/** Accuracies of ranks from accuracies of the first 1, 2, … guesses together. */
export const rankAccuracies = (topAccuracies: readonly (readonly number[])[]): number[][] =>
  topAccuracies.map((tops) => tops.map((top, index) => top - (tops[index - 1] ?? 0)));

/** Probability that all guesses up to a node are right, the heads taken as independent (2.3.3). */
export const pathAccuracy = (path: Path, accuracies: RankAccuracies): number =>
  path.reduce((product, rank, head) => product * (accuracies[head]?.[rank] ?? 0), 1);

/** Expected number of accepted guesses: the sum of the path accuracies of all nodes but the root (2.3.3). */
export const expectedAccepted = (paths: readonly Path[], accuracies: RankAccuracies): number =>
  paths.reduce((sum, path) => sum + (path.length > 0 ? pathAccuracy(path, accuracies) : 0), 0);

interface Growth {
  readonly path: Path;
  readonly accuracy: number;
}

/**
 * Grows a tree from the root, each time by the node of highest path accuracy that continues it (2.3.3).
 *
 * @param budget nodes, the root left out.
 * @returns nodes in the order in which they were taken; fewer where there are no more.
 */
export function greedyTree(accuracies: RankAccuracies, budget: number): Path[] {
  const taken: Path[] = [];
  const open: Growth[] = [];
  const openAfter = (path: Path, accuracy: number): void => {
    for (const [rank, own] of (accuracies[path.length] ?? []).entries()) {
      open.push({ path: [...path, rank], accuracy: accuracy * own });
    }
  };
  openAfter([], 1);
  while (taken.length < budget) {
    let best = 0;
    for (const [index, { accuracy }] of open.entries()) {
      if (accuracy > (open[best]?.accuracy ?? 0)) best = index;
    }
    const [growth] = open.splice(best, 1);
    if (!growth) break;
    taken.push(growth.path);
    openAfter(growth.path, growth.accuracy);
  }
  return taken;
}

/** A Cartesian tree and what is expected of it. */
export interface DenseTree {
  readonly widths: readonly number[];
  readonly accepted: number;
}

/** Of all Cartesian trees of at most `budget` nodes without the root, the one with the most accepted guesses. */
export function bestDenseTree(accuracies: RankAccuracies, budget: number): DenseTree {
  let best: DenseTree = { widths: [], accepted: 0 };
  const widen = (widths: readonly number[]): void => {
    const accepted = expectedDense(widths, accuracies);
    if (accepted > best.accepted) best = { widths, accepted };
    for (let width = 1; width <= (accuracies[widths.length]?.length ?? 0); width += 1) {
      const wider = [...widths, width];
      if (cartesianTokens(wider) > budget) break;
      widen(wider);
    }
  };
  widen([]);
  return best;
}

/** Expected number of accepted guesses of a Cartesian tree: $\sum_k\prod_{i\le k}$ top-$s_i$ accuracy of head $i$. */
function expectedDense(widths: readonly number[], accuracies: RankAccuracies): number {
  let reached = 1;
  let sum = 0;
  for (const [head, width] of widths.entries()) {
    reached *= (accuracies[head] ?? []).slice(0, width).reduce((total, accuracy) => total + accuracy, 0);
    sum += reached;
  }
  return sum;
}
