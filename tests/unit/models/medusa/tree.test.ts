import { describe, expect, it } from 'vitest';
import {
  attentionMask,
  candidatesOf,
  cartesianPaths,
  cartesianTokens,
  longestAccepted,
  type Path,
  positionIds,
  treeOf,
} from '../../../../src/models/medusa/tree.ts';
import { randomFrom } from '../../../../src/models/random.ts';

/** The example of figure 2 of Cai et al. 2024: two guesses of the first head, three of the second. */
const example = treeOf(cartesianPaths([2, 3]));

describe('the example of the paper, 2 × 3', () => {
  it('has six candidates of eight new tokens', () => {
    expect(candidatesOf(example)).toHaveLength(6);
    expect(cartesianTokens([2, 3])).toBe(8);
    expect(example.slice(1).map(({ path }) => path.join(''))).toEqual(
      ['0', '1', '00', '01', '02', '10', '11', '12'], // depth by depth
    );
  });

  it('lets each token see its ancestors and itself', () => {
    const rows = attentionMask(example).map((row) => row.map((sees) => (sees ? 'x' : '.')).join(''));
    expect(rows).toEqual([
      'x........',
      'xx.......',
      'x.x......',
      'xx.x.....',
      'xx..x....',
      'xx...x...',
      'x.x...x..',
      'x.x....x.',
      'x.x.....x',
    ]);
  });

  it('gives siblings one position', () => {
    expect(positionIds(example, 7)).toEqual([7, 8, 8, 9, 9, 9, 9, 9, 9]);
  });
});

type Vector = readonly number[];

/** Attention of one head with values that turn with position, over what each place may see. */
function attention(
  tokens: readonly Vector[],
  positions: readonly number[],
  sees: (i: number, j: number) => boolean,
) {
  const turned = tokens.map(([x = 0, y = 0], index) => {
    const angle = 0.7 * (positions[index] ?? 0);
    return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)] as const;
  });
  return turned.map(([qx, qy], i) => {
    const weights = turned.map(([kx, ky], j) => (sees(i, j) ? Math.exp(qx * kx + qy * ky) : 0));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return [0, 1].map((axis) =>
      weights.reduce((total, weight, j) => total + (weight * (tokens[j]?.[axis] ?? 0)) / sum, 0),
    );
  });
}

/** A tree of random shape. */
function randomPaths(random: () => number, count: number): Path[] {
  const paths: Path[] = [];
  const children = new Map<string, number>();
  while (paths.length < count) {
    const parent = [[], ...paths][Math.floor(random() * (paths.length + 1))] ?? [];
    const rank = children.get(parent.join('.')) ?? 0;
    children.set(parent.join('.'), rank + 1);
    paths.push([...parent, rank]);
  }
  return paths;
}

describe('tree attention', () => {
  it('computes along each candidate what causal attention computes for it alone', () => {
    const random = randomFrom(11);
    const vector = (): Vector => [random() - 0.5, random() - 0.5];
    for (let trial = 0; trial < 20; trial += 1) {
      const tree = treeOf(randomPaths(random, 12));
      const prefix = Array.from({ length: 4 }, vector);
      const tokens = [...prefix, ...tree.map(vector)];
      const mask = attentionMask(tree);
      const sees = (i: number, j: number): boolean =>
        i < 4 || j < 4 ? j <= i : mask[i - 4]?.[j - 4] === true;
      const all = attention(tokens, [0, 1, 2, 3, ...positionIds(tree, 4)], sees);
      for (const route of candidatesOf(tree)) {
        const places = [0, 1, 2, 3, ...route.map((index) => index + 4)];
        const alone = attention(
          places.map((place) => tokens[place] ?? []),
          places.map((_, index) => index),
          (i, j) => j <= i,
        );
        for (const [index, place] of places.entries()) {
          for (const axis of [0, 1]) expect(all[place]?.[axis]).toBeCloseTo(alone[index]?.[axis] ?? NaN, 12);
        }
      }
    }
  });

  it('counts the tokens of any Cartesian tree', () => {
    for (const widths of [[3], [1, 1, 1], [4, 2, 3], [2, 2, 2, 2], []]) {
      expect(cartesianPaths(widths)).toHaveLength(cartesianTokens(widths));
      expect(candidatesOf(treeOf(cartesianPaths(widths)))).toHaveLength(
        widths.reduce((product, width) => product * width, 1),
      );
    }
  });
});

describe('trees of listed nodes', () => {
  it('come depth by depth however they are listed', () => {
    expect(treeOf([[1], [0, 0], [0]]).map(({ path, parent }) => [path, parent])).toEqual([
      [[], undefined],
      [[0], 0],
      [[1], 0],
      [[0, 0], 1],
    ]);
  });

  it('are refused where a parent is missing or a node comes twice', () => {
    expect(() => treeOf([[0, 1]])).toThrow(RangeError);
    expect(() => treeOf([[0], [0]])).toThrow(RangeError);
  });
});

describe('the longest accepted prefix', () => {
  const accept = (...paths: readonly string[]): string => {
    const route = longestAccepted(example, (index) => paths.includes(example[index]?.path.join('') ?? ''));
    return example[route.at(-1) ?? 0]?.path.join('') ?? '';
  };

  it('needs every node before it', () => {
    expect(accept()).toBe('');
    expect(accept('0')).toBe('0');
    expect(accept('02')).toBe('');
    expect(accept('0', '12')).toBe('0');
    expect(accept('0', '1', '12')).toBe('12');
    expect(accept('0', '01', '1', '12')).toBe('01');
  });
});
