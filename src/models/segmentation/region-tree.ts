import { Heap } from './heap.ts';
import type { Mask } from './mask.ts';

/** Colours of pixels, row by row: `height` × `width` × 3, each about 0 to 1. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colours: Float64Array;
}

/**
 * A binary tree of the regions of a picture: leaves are pixels in their order, every other node is the union
 * of two neighbouring regions, the last is the whole picture. `2n − 1` nodes for n pixels.
 */
export interface RegionTree {
  readonly width: number;
  readonly height: number;
  /** −1 for the root. */
  readonly parent: Int32Array;
  /** The two nodes that became this one; −1 for leaves. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Pixels. */
  readonly area: Int32Array;
  /** The price λ of a unit of edge from which on the region stands; 0 for leaves, never less than its parts'. */
  readonly scale: Float64Array;
  /** Boxes around regions, four numbers each: left, top, right, bottom. */
  readonly boxes: Int32Array;
}

/**
 * Merges neighbouring regions, always the cheapest pair: what a piecewise constant picture loses in squared
 * error by the merge, for each unit of edge that it saves,
 *
 *   λ(A, B) = |A||B| / (|A| + |B|) · ‖μ_A − μ_B‖² / ℓ(A, B)
 *
 * (Koepfler, Lopez and Morel 1994, 10.1137/0731016, for the functional of Mumford and Shah). The order
 * of merges is the tree (Salembier and Garrido 2000, 10.1109/83.841934).
 */
export function buildRegionTree({ width, height, colours }: Picture): RegionTree {
  const pixels = width * height;
  const nodes = 2 * pixels - 1;
  const tree = {
    width,
    height,
    parent: new Int32Array(nodes).fill(-1),
    first: new Int32Array(nodes).fill(-1),
    second: new Int32Array(nodes).fill(-1),
    area: new Int32Array(nodes).fill(1),
    scale: new Float64Array(nodes),
    boxes: new Int32Array(4 * nodes),
  };
  const sums = new Float64Array(3 * nodes);
  sums.set(colours);
  /** Neighbours of the regions that stand, with the length of the common edge. */
  const edges: Map<number, number>[] = Array.from({ length: pixels }, () => new Map<number, number>());
  const heap = new Heap();

  const price = (a: number, b: number, length: number): number => {
    const areaA = tree.area[a] ?? 1;
    const areaB = tree.area[b] ?? 1;
    let distance = 0;
    for (let channel = 0; channel < 3; channel += 1) {
      distance += ((sums[3 * a + channel] ?? 0) / areaA - (sums[3 * b + channel] ?? 0) / areaB) ** 2;
    }
    return ((areaA * areaB) / (areaA + areaB)) * (distance / length);
  };
  const connect = (a: number, b: number, length: number): void => {
    edges[a]?.set(b, length);
    edges[b]?.set(a, length);
    heap.push(price(a, b, length), a, b);
  };

  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const x = pixel % width;
    const y = Math.floor(pixel / width);
    tree.boxes.set([x, y, x + 1, y + 1], 4 * pixel);
    if (x > 0) connect(pixel - 1, pixel, 1);
    if (y > 0) connect(pixel - width, pixel, 1);
  }

  for (let node = pixels; node < nodes;) {
    const { key, a, b } = heap.pop();
    // One of the two has become part of another region since.
    if (tree.parent[a] !== -1 || tree.parent[b] !== -1) continue;
    tree.parent[a] = node;
    tree.parent[b] = node;
    tree.first[node] = a;
    tree.second[node] = b;
    tree.area[node] = (tree.area[a] ?? 0) + (tree.area[b] ?? 0);
    tree.scale[node] = Math.max(key, tree.scale[a] ?? 0, tree.scale[b] ?? 0);
    for (let side = 0; side < 4; side += 1) {
      const ends = [tree.boxes[4 * a + side] ?? 0, tree.boxes[4 * b + side] ?? 0];
      tree.boxes[4 * node + side] = side < 2 ? Math.min(...ends) : Math.max(...ends);
    }
    for (let channel = 0; channel < 3; channel += 1) {
      sums[3 * node + channel] = (sums[3 * a + channel] ?? 0) + (sums[3 * b + channel] ?? 0);
    }
    const lengths = new Map<number, number>();
    edges.push(new Map());
    for (const old of [a, b]) {
      for (const [other, length] of edges[old] ?? []) {
        edges[other]?.delete(old);
        if (other !== a && other !== b) lengths.set(other, (lengths.get(other) ?? 0) + length);
      }
      edges[old]?.clear();
    }
    for (const [other, length] of lengths) connect(node, other, length);
    node += 1;
  }
  return tree;
}

/** The pixels of a node. */
export function maskOf(tree: RegionTree, node: number): Mask {
  const pixels = new Uint8Array(tree.width * tree.height);
  const open = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at < pixels.length) pixels[at] = 1;
    else open.push(tree.first[at] ?? 0, tree.second[at] ?? 0);
  }
  return { width: tree.width, height: tree.height, pixels };
}

/** A pixel's own node and all regions around it, the whole picture last. */
export function chainOf(tree: RegionTree, pixel: number): number[] {
  const chain: number[] = [];
  for (let node = pixel; node !== -1; node = tree.parent[node] ?? -1) chain.push(node);
  return chain;
}
