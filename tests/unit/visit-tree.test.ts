import type { Node, Parent } from 'unist';
import { EXIT, SKIP, type VisitorResult, visit as general } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/models/random.ts';
import { visit } from '../../src/visit-tree.ts';

interface Marked extends Node {
  readonly tagName?: string;
  readonly name: string;
  readonly children?: Marked[];
}

/** A tree of a few dozen nodes, each with a name of its own. */
function tree(seed: number): Marked {
  const random = randomFrom(seed);
  let count = 0;
  const make = (depth: number): Marked => {
    count += 1;
    const type = ['text', 'element', 'paragraph'][Math.floor(random() * 3)] ?? 'text';
    const children =
      type === 'text' ? {} : { children: Array.from({ length: depth * random() }, () => make(depth - 1)) };
    return { type, name: String(count), ...(type === 'element' ? { tagName: 'i' } : {}), ...children };
  };
  return { type: 'root', name: '0', children: [make(5), make(5), make(5)] };
}

/** What a visitor does at a node, out of all that it may. */
type Act = (node: Marked, index: number | undefined, parent: Parent | undefined) => VisitorResult;

const acts: Readonly<Record<string, Act>> = {
  'goes on': () => undefined,
  skips: ({ name }) => (name.endsWith('3') ? SKIP : undefined),
  ends: ({ name }) => (name === '17' ? EXIT : undefined),
  'goes to another sibling': ({ name }, index = 0) => (name.endsWith('4') ? index + 2 : undefined),
  'takes out and stays': ({ name }, index, parent) => {
    if (!name.endsWith('5') || index === undefined) return undefined;
    parent?.children.splice(index, 1);
    return [SKIP, index];
  },
};

const tests = [undefined, 'element', ['text', 'paragraph'], { tagName: 'i' }];

describe('visiting a tree', () => {
  it.each(Object.entries(acts))('comes to the same as unist-util-visit where a visitor %s', (_name, act) => {
    let count = 0;
    for (let seed = 1; seed <= 20; seed += 1) {
      for (const test of tests) {
        const [ours, theirs] = [visit, general].map((way) => {
          const visited: string[] = [];
          const root = tree(seed);
          way(root, test as 'element', (node: Marked, index, parent?: Parent) => {
            visited.push(`${node.name} ${String(index)} ${(parent as Marked | undefined)?.name ?? ''}`);
            return act(node, index, parent);
          });
          return { visited, root };
        });
        expect(ours).toEqual(theirs);
        count += ours?.visited.length ?? 0;
      }
    }
    expect(count).toBeGreaterThan(400);
  });
});
