/** A node of a draft tree, by the ranks of the candidates on the way to it: `[0, 2]` is the third child of the first. */
export type DraftPath = readonly number[];

/**
 * The tree of the first EAGLE, without its root: 25 nodes over five levels (2401.15077, figure 9; SafeAILab/EAGLE,
 * eagle/model/choices.py).
 */
export const eagleTree: readonly DraftPath[] = [
  ...[[0], [1], [2], [3]],
  ...[
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 0],
    [1, 1],
    [2, 0],
    [2, 1],
    [3, 0],
  ],
  ...[
    [0, 0, 0],
    [0, 0, 1],
    [0, 0, 2],
    [0, 1, 0],
    [0, 1, 1],
    [0, 2, 0],
    [0, 2, 1],
    [1, 0, 0],
  ],
  ...[
    [0, 0, 0, 0],
    [0, 0, 0, 1],
    [0, 0, 0, 2],
  ],
  ...[
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 1],
  ],
];

/** The same nodes as a single chain: always the first candidate. */
export const chainOf = (length: number): DraftPath[] =>
  Array.from({ length }, (_, index) => Array.from({ length: index + 1 }, () => 0));

/** How many nodes each level has. */
export const levelSizes = (tree: readonly DraftPath[]): number[] =>
  tree.reduce<number[]>((sizes, path) => {
    sizes[path.length - 1] = (sizes[path.length - 1] ?? 0) + 1;
    return sizes;
  }, []);

/**
 * Tokens that one forward pass of the target yields with a chain, when the token of each depth is accepted with its
 * own probability: `1 + α₁ + α₁α₂ + …`. The 1 is the token that the target adds itself.
 */
export function chainLength(acceptance: readonly number[]): number {
  let reached = 1;
  let total = 1;
  for (const alpha of acceptance) {
    reached *= alpha;
    total += reached;
  }
  return total;
}

/** The same for one probability and γ tokens: `(1 − α^(γ+1)) / (1 − α)` (2211.17192, equation 1). */
export const constantChainLength = (alpha: number, gamma: number): number =>
  alpha === 1 ? gamma + 1 : (1 - alpha ** (gamma + 1)) / (1 - alpha);

/** The probability of each node to be on the accepted path, when candidates of a rank are right equally often. */
export const reachedWith =
  (byRank: readonly number[]) =>
  (path: DraftPath): number =>
    path.reduce((product, rank) => product * (byRank[rank] ?? 0), 1);

/**
 * Tokens that one forward pass of the target yields with a tree: at most one child of a node is right, so that each
 * node adds the probability of its path.
 *
 * @param byRank how often the candidate of each rank is right, wherever it stands; together at most 1.
 */
export const treeLength = (tree: readonly DraftPath[], byRank: readonly number[]): number =>
  tree.reduce((total, path) => total + reachedWith(byRank)(path), 1);

/** What drafting gains: tokens of a round, over what it costs in forward passes of the target. */
export interface Round {
  /** Tokens that a round yields. */
  readonly tokens: number;
  /** Forward passes of the draft model. */
  readonly drafts: number;
  /** Time of one of them, in ordinary steps of the target. */
  readonly draftCost: number;
  /** Time of a verification, in ordinary steps of the target; at least 1. */
  readonly verifyCost: number;
}

export const speedup = ({ tokens, drafts, draftCost, verifyCost }: Round): number =>
  tokens / (drafts * draftCost + verifyCost);
