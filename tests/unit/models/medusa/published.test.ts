import { describe, expect, it } from 'vitest';
import { topAccuracies, vicuna7bTree } from '../../../../src/models/medusa/published.ts';
import { greedyTree, rankAccuracies } from '../../../../src/models/medusa/sparse-tree.ts';
import { attentionMask, leavesOf, treeOf } from '../../../../src/models/medusa/tree.ts';

describe('the tree of the authors', () => {
  const tree = treeOf(vicuna7bTree);

  it('has the 64 nodes and four levels of figure 6, ten guesses first and seven last', () => {
    const levels = [0, 1, 2, 3, 4].map((depth) => tree.filter(({ path }) => path.length === depth).length);
    expect(levels).toEqual([1, 10, 23, 23, 7]);
    expect(leavesOf(tree)).toHaveLength(42);
    expect(attentionMask(tree).flat().filter(Boolean)).toHaveLength(1 + 10 * 2 + 23 * 3 + 23 * 4 + 7 * 5);
  });

  it('was grown greedily: each node comes after its parent and its better sibling', () => {
    const seen = new Set<string>();
    for (const path of vicuna7bTree) {
      const last = path.at(-1) ?? 0;
      if (path.length > 1) expect(seen).toContain(path.slice(0, -1).join('.'));
      if (last > 0) expect(seen).toContain([...path.slice(0, -1), last - 1].join('.'));
      seen.add(path.join('.'));
    }
  });
});

describe('the accuracies of the authors', () => {
  it.each(Object.entries(topAccuracies))('fall from rank to rank and from head to head, %s', (_, tops) => {
    for (const ranks of rankAccuracies(tops)) expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
    for (const [head, [first]] of tops.entries()) expect(first).toBeGreaterThan(tops[head + 1]?.[0] ?? 0);
    expect(greedyTree(rankAccuracies(tops), 63)).toHaveLength(63);
  });
});
