/** A set of pixels: row by row, 1 inside and 0 outside. */
export interface Mask {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** `height` × `width` of 0 and 1. */
  readonly pixels: Uint8Array;
}

/** A box in pixels: `left` and `top` inside, `right` and `bottom` outside. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Number of pixels inside. */
export function areaOf({ pixels }: Mask): number {
  let area = 0;
  for (const pixel of pixels) area += pixel;
  return area;
}

/** Intersection over union of two masks of one size; 0 where both are empty. */
export function iouOf(first: Mask, second: Mask): number {
  let both = 0;
  let either = 0;
  for (const [place, one] of first.pixels.entries()) {
    const other = second.pixels[place] ?? 0;
    both += one & other;
    either += one | other;
  }
  return either === 0 ? 0 : both / either;
}

/** Intersection over union of two boxes. */
export function boxIouOf(first: Box, second: Box): number {
  const width = Math.min(first.right, second.right) - Math.max(first.left, second.left);
  const height = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top);
  const both = Math.max(0, width) * Math.max(0, height);
  const size = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top);
  const either = size(first) + size(second) - both;
  return either === 0 ? 0 : both / either;
}

/** Dice coefficient 2|A∩B| / (|A|+|B|) from the IoU J of the same masks: D = 2J / (1+J). */
export const diceFromIou = (iou: number): number => (2 * iou) / (1 + iou);

/**
 * Stability score of a mask's logits: IoU of the masks above +offset and above −offset, which are nested, so
 * that it is a ratio of areas (Kirillov et al. 2023, 2304.02643, appendix B).
 */
export function stabilityOf(logits: readonly number[], offset: number): number {
  const inner = logits.filter((logit) => logit > offset).length;
  const outer = logits.filter((logit) => logit > -offset).length;
  return outer === 0 ? 0 : inner / outer;
}

/**
 * Edge of a mask as an SVG path over pixel corners: one closed ring for each connected edge, holes the other
 * way round, so that both fill rules give the mask.
 */
export function pathOf({ width, height, pixels }: Mask): string {
  const inside = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && pixels[y * width + x] === 1;
  const corner = (x: number, y: number): number => y * (width + 1) + x;
  // Each edge has the inside on its right hand: from corner to corner, several where rings touch.
  const edges = new Map<number, number[]>();
  const add = (from: number, to: number): void => void edges.set(from, [...(edges.get(from) ?? []), to]);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!inside(x, y)) continue;
      if (!inside(x, y - 1)) add(corner(x, y), corner(x + 1, y));
      if (!inside(x + 1, y)) add(corner(x + 1, y), corner(x + 1, y + 1));
      if (!inside(x, y + 1)) add(corner(x + 1, y + 1), corner(x, y + 1));
      if (!inside(x - 1, y)) add(corner(x, y + 1), corner(x, y));
    }
  }
  const rings: string[] = [];
  for (const start of edges.keys()) {
    for (let next = edges.get(start)?.pop(); next !== undefined; next = edges.get(start)?.pop()) {
      const ring = [start];
      for (let at: number | undefined = next; at !== undefined && at !== start; at = edges.get(at)?.pop()) {
        ring.push(at);
      }
      rings.push(ringPath(ring, width + 1));
    }
  }
  return rings.join('');
}

/** `M2 1H5V3H2Z`: the corners of a ring where it turns. */
function ringPath(ring: readonly number[], stride: number): string {
  const isTurn = (place: number): boolean => {
    const before = ring.at(place - 1) ?? 0;
    const at = ring[place] ?? 0;
    const after = ring[(place + 1) % ring.length] ?? 0;
    return at - before !== after - at;
  };
  const turns = ring.filter((_, place) => isTurn(place));
  return `${turns
    .map((at, place) => {
      const x = String(at % stride);
      const y = String(Math.floor(at / stride));
      if (place === 0) return `M${x} ${y}`;
      const before = turns[place - 1] ?? 0;
      return Math.floor(before / stride) === Math.floor(at / stride) ? `H${x}` : `V${y}`;
    })
    .join('')}Z`;
}
