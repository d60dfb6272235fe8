/**
 * A node of a candidate tree by the ranks that lead to it: `[0, 2]` is the third guess of head 2 after the
 * first guess of head 1. The root, which the language model head itself predicts, is `[]`.
 */
export type Path = readonly number[];

/** A node in the order in which the tree is fed to the model. */
export interface TreeNode {
  readonly path: Path;
  /** Index of the node that it continues; the root continues none. */
  readonly parent: number | undefined;
}

/** Every node comes after its parent: the root, then depth by depth, in the order of ranks. */
export type CandidateTree = readonly TreeNode[];

const byDepth = (left: Path, right: Path): number => {
  if (left.length !== right.length) return left.length - right.length;
  const place = left.findIndex((rank, index) => rank !== right[index]);
  return place < 0 ? 0 : (left[place] ?? 0) - (right[place] ?? 0);
};

const keyOf = (path: Path): string => path.join('.');

/**
 * The tree of some nodes; the root need not be listed.
 *
 * @throws {RangeError} where the parent of a node is missing, or a node is listed twice.
 */
export function treeOf(paths: readonly Path[]): CandidateTree {
  const sorted = [[], ...paths.filter((path) => path.length > 0)].toSorted(byDepth);
  const indices = new Map(sorted.map((path, index) => [keyOf(path), index]));
  if (indices.size < sorted.length) throw new RangeError('A node is listed twice.');
  return sorted.map((path) => {
    const parent = path.length === 0 ? undefined : indices.get(keyOf(path.slice(0, -1)));
    if (path.length > 0 && parent === undefined) {
      throw new RangeError(`The parent of ${keyOf(path)} is not in the tree.`);
    }
    return { path, parent };
  });
}

/**
 * Nodes of the Cartesian product of the `widths[k]` first guesses of each head, the root left out
 * (Cai et al. 2024, arXiv 2401.10774, 2.1.2).
 */
export function cartesianPaths(widths: readonly number[]): Path[] {
  let level: Path[] = [[]];
  return widths.flatMap((width) => {
    level = level.flatMap((path) => Array.from({ length: width }, (_, rank) => [...path, rank]));
    return level;
  });
}

/** Tokens of that tree without the root: $\sum_k\prod_{i\le k}s_i$ (Cai et al. 2024, 2.1.2). */
export function cartesianTokens(widths: readonly number[]): number {
  let level = 1;
  let sum = 0;
  for (const width of widths) sum += level *= width;
  return sum;
}

/** Indices from the root to a node, both among them. */
export function routeTo(tree: CandidateTree, index: number): number[] {
  const route: number[] = [];
  for (let at: number | undefined = index; at !== undefined; at = tree[at]?.parent) route.unshift(at);
  return route;
}

/** Indices of the nodes that nothing continues. */
export function leavesOf(tree: CandidateTree): number[] {
  const parents = new Set(tree.map(({ parent }) => parent));
  return tree.map((_, index) => index).filter((index) => !parents.has(index));
}

/** Candidate continuations: the route to each leaf, as indices into the tree. */
export const candidatesOf = (tree: CandidateTree): number[][] =>
  leavesOf(tree).map((leaf) => routeTo(tree, leaf));

/**
 * Which node sees which: row `i`, column `j` holds whether node `i` attends to node `j`, which it does for
 * itself and its ancestors. All nodes see the text before the tree besides. Shape: nodes × nodes.
 */
export function attentionMask(tree: CandidateTree): boolean[][] {
  const mask: boolean[][] = [];
  for (const [index, { parent }] of tree.entries()) {
    const row = parent === undefined ? tree.map(() => false) : [...(mask[parent] ?? [])];
    row[index] = true;
    mask.push(row);
  }
  return mask;
}

/**
 * Position of each node in the text: its depth after `offset` tokens, so that siblings share one.
 *
 * @param offset tokens of the text before the tree.
 */
export const positionIds = (tree: CandidateTree, offset = 0): number[] =>
  tree.map(({ path }) => offset + path.length);

/**
 * The longest accepted prefix of all candidates, as indices from the root (Cai et al. 2024, 2.3.1). The root
 * is always accepted. Of several, the one that comes first in the tree.
 *
 * @param isAccepted whether a node passes after its parent.
 */
export function longestAccepted(tree: CandidateTree, isAccepted: (index: number) => boolean): number[] {
  const isReached: boolean[] = [];
  let best = 0;
  for (const [index, { parent, path }] of tree.entries()) {
    const reached = parent === undefined || (isReached[parent] === true && isAccepted(index));
    isReached.push(reached);
    if (reached && path.length > (tree[best]?.path.length ?? 0)) best = index;
  }
  return routeTo(tree, best);
}
