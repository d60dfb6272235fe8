import { endianness } from 'node:os';
import type { Palette } from './palette.ts';

type Colour = readonly [number, number, number];

/** How many colours of an edge there are from the paper to each colour that is drawn on it. */
const steps = { ink: 6, inkSoft: 3, signal: 3, hairline: 1, tick: 1 } as const;

const channels = (hex: string): Colour =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];

const mixed = (from: Colour, to: Colour, share: number): Colour =>
  from.map((value, place) => Math.round(value + ((to[place] ?? 0) - value) * share)) as [
    number,
    number,
    number,
  ];

/** The colours of a card: those of its palette, and what is between them and the paper, where edges are smoothed. */
export function cardColours(palette: Palette): Colour[] {
  const paper = channels(palette.paper);
  const drawn = Object.entries(steps).flatMap(([name, count]) =>
    Array.from({ length: count }, (_, place) =>
      mixed(paper, channels(palette[name as keyof typeof steps]), (place + 1) / count),
    ),
  );
  return [paper, ...drawn];
}

const distance = (a: Colour, red: number, green: number, blue: number): number =>
  (a[0] - red) ** 2 + (a[1] - green) ** 2 + (a[2] - blue) ** 2;

/**
 * A colour in eighteen bits, six for each channel: finer than an eye tells apart on a smoothed edge.
 *
 * @param pixel its bytes as they are read at once, red in the lowest.
 */
const shortOf = (pixel: number): number =>
  ((pixel & 0xfc) << 10) | ((pixel >>> 4) & 0xfc0) | ((pixel >>> 18) & 0x3f);

/** The middle of what a channel in six bits stands for. */
const middle = (bits: number): number => ((bits & 63) << 2) | 2;

/** Gives each pixel the number of the colour that is nearest to its own. */
export class ColourNumbers {
  /** The numbers of all short colours, where they are known yet. */
  readonly #known = new Int8Array(1 << 18).fill(-1);
  readonly #colours: readonly Colour[];

  constructor(colours: readonly Colour[]) {
    this.#colours = colours;
  }

  /** @param data red, green, blue and opacity of each pixel; it is opaque. */
  of(data: Uint8Array): Uint8Array {
    const bytes = endianness() === 'BE' ? Buffer.from(data).swap32() : data;
    const pixels = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    const known = this.#known;
    const numbers = new Uint8Array(pixels.length);
    // There are many: an iterator would take ten times as long.
    for (let place = 0; place < pixels.length; place += 1) {
      const short = shortOf(pixels[place] ?? 0);
      const number = known[short] ?? 0;
      numbers[place] = number < 0 ? this.#learn(short) : number;
    }
    return numbers;
  }

  #learn(short: number): number {
    const [red, green, blue] = [middle(short >> 12), middle(short >> 6), middle(short)];
    let nearest = 0;
    for (const [number, one] of this.#colours.entries()) {
      const best = this.#colours[nearest] ?? one;
      if (distance(one, red, green, blue) < distance(best, red, green, blue)) nearest = number;
    }
    this.#known[short] = nearest;
    return nearest;
  }
}
