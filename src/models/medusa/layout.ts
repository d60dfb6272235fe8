import type { CandidateTree } from './tree.ts';

/** Where a node is drawn: across from 0 to 1, and its depth. */
export interface NodePlace {
  readonly across: number;
  readonly depth: number;
}

/** Leaves side by side at even distances, in the order of ranks, and every other node over the middle of its children. */
export function placesOf(tree: CandidateTree): NodePlace[] {
  const children: number[][] = tree.map(() => []);
  for (const [index, { parent }] of tree.entries()) if (parent !== undefined) children[parent]?.push(index);
  const across: number[] = [];
  let leaves = 0;
  const place = (index: number): number => {
    const own = children[index] ?? [];
    const places = own.map(place);
    const at = own.length === 0 ? (leaves += 1) - 0.5 : ((places[0] ?? 0) + (places.at(-1) ?? 0)) / 2;
    across[index] = at;
    return at;
  };
  if (tree.length > 0) place(0);
  return tree.map(({ path }, index) => ({ across: (across[index] ?? 0) / leaves, depth: path.length }));
}
