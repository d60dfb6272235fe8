import { type Box, boxIouOf, iouOf, type Mask } from './mask.ts';
import { chainOf, maskOf, type RegionTree } from './region-tree.ts';

/** A click, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly isForeground: boolean;
}

/** What is asked for: points, or a box. */
export type Prompt =
  | { readonly kind: 'points'; readonly points: readonly Point[] }
  | { readonly kind: 'box'; readonly box: Box };

/** A mask that answers a prompt. */
export interface Answer {
  readonly mask: Mask;
  /** Pixels. */
  readonly area: number;
  /** How good the mask is held to be without knowing the truth, 0 to 1: an IoU that is expected. */
  readonly score: number;
}

/** At most as many masks as SAM gives for one prompt. */
const most = 3;
/** Masks that have more than this in common are one (IoU). */
const same = 0.7;
/** What covers more of a picture is its ground. */
const largestShare = 0.6;
/** Smaller regions are specks: pixels. */
const smallestArea = 8;
/** What a region that fills its box is given over one that does not, where both boxes fit. */
const fillWeight = 0.2;
/** How far the scale may be off in the expectation, as a natural logarithm: eight times, and an eighth. */
const uncertainty = Math.log(8);

/**
 * IoU that a region of a chain is expected to have with the region that stands at a scale nearby, were the
 * logarithm of the scale evenly distributed around the middle of its life. Regions of a chain are nested,
 * so that each IoU is a ratio of areas, as in the stability score of SAM.
 */
function expectedIou(tree: RegionTree, chain: readonly number[], place: number): number {
  const log = (at: number): number => Math.log(Math.max(1e-12, tree.scale[chain[at] ?? 0] ?? 0));
  const middle = (log(place) + log(place + 1)) / 2;
  const area = tree.area[chain[place] ?? 0] ?? 1;
  let sum = 0;
  for (let at = 0; at < chain.length; at += 1) {
    const from = at === 0 ? -Infinity : log(at);
    const to = at + 1 < chain.length ? log(at + 1) : Infinity;
    const share = Math.min(to, middle + uncertainty) - Math.max(from, middle - uncertainty);
    const other = tree.area[chain[at] ?? 0] ?? 1;
    if (share > 0) sum += share * (Math.min(area, other) / Math.max(area, other));
  }
  return sum / (2 * uncertainty);
}

/** A region that a mask may be. */
interface Candidate {
  readonly node: number;
  readonly score: number;
  /** What the best is chosen by. */
  readonly rank: number;
}

/** The best of the candidates that do not look the same. */
function bestOf(tree: RegionTree, candidates: readonly Candidate[], count: number): Answer[] {
  const answers: Answer[] = [];
  for (const { node, score } of candidates.toSorted((a, b) => b.rank - a.rank)) {
    if (answers.length === count) break;
    const mask = maskOf(tree, node);
    if (answers.some((other) => iouOf(other.mask, mask) > same)) continue;
    answers.push({ mask, area: tree.area[node] ?? 0, score });
  }
  return answers;
}

const isObject = (tree: RegionTree, node: number): boolean => {
  const area = tree.area[node] ?? 0;
  return area >= smallestArea && area <= largestShare * tree.width * tree.height;
};

/** Regions around a pixel that a mask may be, with what is expected of each. */
function candidatesAt(tree: RegionTree, pixel: number): Candidate[] {
  const chain = chainOf(tree, pixel);
  return chain.slice(0, -1).flatMap((node, place) => {
    if (!isObject(tree, node)) return [];
    const score = expectedIou(tree, chain, place);
    return [{ node, score, rank: score }];
  });
}

function unionOf(masks: readonly Mask[], { width, height }: RegionTree): Mask {
  const pixels = new Uint8Array(width * height);
  for (const mask of masks) for (const [at, inside] of mask.pixels.entries()) if (inside) pixels[at] = 1;
  return { width, height, pixels };
}

/** One mask with all of the foreground points and none of the background points. */
function answerPoints(tree: RegionTree, points: readonly Point[]): Answer[] {
  const pixelOf = ({ x, y }: Point): number => y * tree.width + x;
  const avoided = new Set(
    points.filter((point) => !point.isForeground).flatMap((point) => chainOf(tree, pixelOf(point))),
  );
  const wanted = points.filter((point) => point.isForeground);
  const chains = wanted.map((point) => new Set(chainOf(tree, pixelOf(point))));
  const [start] = wanted;
  if (!start) return [];
  const common = candidatesAt(tree, pixelOf(start)).filter(
    ({ node }) => !avoided.has(node) && chains.every((chain) => chain.has(node)),
  );
  if (common.length > 0) return bestOf(tree, common, 1);
  // No region of the tree fits: the best region around each point, side by side.
  const parts = wanted.flatMap((point) =>
    bestOf(
      tree,
      candidatesAt(tree, pixelOf(point)).filter(({ node }) => !avoided.has(node)),
      1,
    ),
  );
  if (parts.length === 0) return [];
  const mask = unionOf(
    parts.map((part) => part.mask),
    tree,
  );
  const area = mask.pixels.reduce((sum, inside) => sum + inside, 0);
  return [{ mask, area, score: Math.min(...parts.map((part) => part.score)) }];
}

/**
 * Masks for a prompt, the best first: up to three for one point, as several objects may be meant, and for a
 * box; one for several points. A box is answered by regions whose own box is closest to it, those that
 * fill it among them.
 */
export function answerPrompt(tree: RegionTree, prompt: Prompt): Answer[] {
  if (prompt.kind === 'box') {
    const candidates: Candidate[] = [];
    for (let node = 0; node < tree.area.length; node += 1) {
      if (!isObject(tree, node)) continue;
      const [left = 0, top = 0, right = 0, bottom = 0] = tree.boxes.subarray(4 * node, 4 * node + 4);
      const score = boxIouOf({ left, top, right, bottom }, prompt.box);
      const fill = (tree.area[node] ?? 0) / ((right - left) * (bottom - top));
      if (score > 0.2) candidates.push({ node, score, rank: score + fillWeight * fill });
    }
    return bestOf(tree, candidates, most);
  }
  const [only, ...others] = prompt.points;
  if (!only) return [];
  if (others.length > 0 || !only.isForeground) return answerPoints(tree, prompt.points);
  return bestOf(tree, candidatesAt(tree, only.y * tree.width + only.x), most);
}
