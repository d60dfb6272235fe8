import { describe, expect, it } from 'vitest';
import {
  chainLength,
  chainOf,
  constantChainLength,
  eagleTree,
  levelSizes,
  reachedWith,
  speedup,
  treeLength,
} from '../../../../src/models/eagle/accepted-length.ts';
import { draftHead, targets } from '../../../../src/models/eagle/draft-head.ts';
import { randomFrom } from '../../../../src/models/random.ts';

describe('the tree of EAGLE', () => {
  it('has 25 nodes on five levels', () => {
    expect(levelSizes(eagleTree)).toEqual([4, 8, 8, 3, 2]);
  });

  it('hangs together: every node has its parent and its elder siblings', () => {
    const names = new Set(eagleTree.map((path) => path.join()));
    expect(names.size).toBe(eagleTree.length);
    for (const path of eagleTree) {
      const rank = path.at(-1) ?? 0;
      if (path.length > 1) expect(names).toContain(path.slice(0, -1).join());
      if (rank > 0) expect(names).toContain([...path.slice(0, -1), rank - 1].join());
    }
  });
});

describe('the expected number of tokens of a round', () => {
  it('of a chain is the closed form of speculative decoding', () => {
    for (const alpha of [0, 0.3, 0.8, 0.99, 1]) {
      for (const gamma of [1, 4, 7]) {
        const chain = chainLength(Array.from({ length: gamma }, () => alpha));
        expect(chain).toBeCloseTo(constantChainLength(alpha, gamma), 10);
        expect(treeLength(chainOf(gamma), [alpha])).toBeCloseTo(chain, 10);
      }
    }
  });

  it('of a tree agrees with walking it at random', () => {
    const byRank = [0.62, 0.15, 0.07, 0.03];
    const nodes = new Set(eagleTree.map((path) => path.join()));
    const random = randomFrom(3);
    const rounds = 200_000;
    let total = 0;
    for (let round = 0; round < rounds; round += 1) {
      let path: number[] = [];
      for (;;) {
        const draw = random();
        let bound = 0;
        const rank = byRank.findIndex((value) => draw < (bound += value));
        if (rank < 0 || !nodes.has([...path, rank].join())) break;
        path = [...path, rank];
      }
      total += path.length + 1;
    }
    // The standard deviation of a round is below 1.5, that of the mean below 0.0034.
    expect(Math.abs(total / rounds - treeLength(eagleTree, byRank))).toBeLessThan(0.012);
  });

  it('grows with a tree over its own chain by the nodes beside it', () => {
    const byRank = [0.7, 0.12, 0.05, 0.02];
    const reached = reachedWith(byRank);
    const beside = eagleTree.filter((path) => path.some((rank) => rank > 0));
    const gain = treeLength(eagleTree, byRank) - chainLength([0.7, 0.7, 0.7, 0.7, 0.7]);
    expect(gain).toBeCloseTo(
      beside.reduce((total, path) => total + reached(path), 0),
      12,
    );
  });

  // 2401.15077: acceptance rates of table 2 (MT-bench, temperature 0) against lengths without a tree of table 5.
  it.each([
    ['Vicuna 7B', [0.79, 0.74, 0.72, 0.73, 0.67], 3.2],
    ['LLaMA2-Chat 70B', [0.75, 0.69, 0.65, 0.64, 0.64], 3.12],
  ])('of a chain on %s is within 6 %% of what the paper measured', (_, alphas, measured) => {
    expect(Math.abs(chainLength(alphas) / measured - 1)).toBeLessThan(0.06);
  });
});

describe('the speed-up', () => {
  it('is tokens over time', () => {
    expect(speedup({ tokens: 4, drafts: 5, draftCost: 0.02, verifyCost: 1.1 })).toBeCloseTo(4 / 1.2, 12);
    expect(speedup({ tokens: 1, drafts: 0, draftCost: 1, verifyCost: 1 })).toBe(1);
  });
});

describe('the draft head', () => {
  // 2401.15077, section 4: trainable parameters in billions.
  it.each([
    ['7B', 0.24],
    ['13B', 0.37],
    ['33B', 0.56],
    ['70B', 0.99],
    ['Mixtral 8x7B', 0.28],
  ] as const)('of %s has the size that the paper prints', (name, billions) => {
    expect(draftHead(targets[name]).total / 1e9).toBeCloseTo(billions, 2);
  });
});
