import type { Mask } from './mask.ts';
import type { Picture } from './region-tree.ts';

/** A shape of one colour; lengths in pixels, colours 0 to 255. */
export type Shape = { readonly fill: readonly [number, number, number] } & (
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: 'ellipse';
      readonly cx: number;
      readonly cy: number;
      readonly rx: number;
      readonly ry: number;
    }
);

/** Something that a prompt may mean: the pixels whose topmost shape is one of these. */
export interface SceneObject {
  readonly name: string;
  readonly level: 'whole' | 'part' | 'subpart';
  /** Places in `shapes`. */
  readonly shapes: readonly number[];
}

/** A synthetic picture: shapes painted one over another. The first covers everything. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly objects: readonly SceneObject[];
}

const size = { width: 72, height: 54 } as const;
const ground = (fill: Shape['fill']): Shape => ({ kind: 'rect', x: 0, y: 0, ...size, fill });

const mug: Scene = {
  ...size,
  shapes: [
    ground([196, 206, 200]),
    { kind: 'rect', x: 0, y: 42, width: 72, height: 12, fill: [172, 172, 160] },
    { kind: 'ellipse', cx: 48, cy: 27, rx: 10.5, ry: 10, fill: [36, 62, 112] },
    { kind: 'ellipse', cx: 48, cy: 27, rx: 6, ry: 5, fill: [196, 206, 200] },
    { kind: 'rect', x: 20, y: 9, width: 27, height: 38, fill: [36, 62, 112] },
    { kind: 'rect', x: 23, y: 18, width: 20, height: 20, fill: [94, 122, 168] },
    { kind: 'ellipse', cx: 33, cy: 28, rx: 5, ry: 5, fill: [138, 164, 196] },
  ],
  objects: [
    { name: 'mug', level: 'whole', shapes: [2, 4, 5, 6] },
    { name: 'label', level: 'part', shapes: [5, 6] },
    { name: 'dot', level: 'subpart', shapes: [6] },
  ],
};

const car: Scene = {
  ...size,
  shapes: [
    ground([208, 216, 214]),
    { kind: 'rect', x: 0, y: 44, width: 72, height: 10, fill: [184, 178, 166] },
    { kind: 'rect', x: 20, y: 15, width: 32, height: 12, fill: [142, 48, 42] },
    { kind: 'rect', x: 8, y: 26, width: 57, height: 15, fill: [142, 48, 42] },
    { kind: 'rect', x: 23, y: 17, width: 11, height: 8, fill: [92, 74, 84] },
    { kind: 'rect', x: 37, y: 17, width: 11, height: 8, fill: [92, 74, 84] },
    { kind: 'ellipse', cx: 20, cy: 40, rx: 7.5, ry: 7.5, fill: [46, 34, 36] },
    { kind: 'ellipse', cx: 52, cy: 40, rx: 7.5, ry: 7.5, fill: [46, 34, 36] },
    { kind: 'ellipse', cx: 20, cy: 40, rx: 3.5, ry: 3.5, fill: [104, 84, 84] },
    { kind: 'ellipse', cx: 52, cy: 40, rx: 3.5, ry: 3.5, fill: [104, 84, 84] },
  ],
  objects: [
    { name: 'car', level: 'whole', shapes: [2, 3, 4, 5, 6, 7, 8, 9] },
    { name: 'wheel', level: 'part', shapes: [6, 8] },
    { name: 'wheel', level: 'part', shapes: [7, 9] },
    { name: 'window', level: 'part', shapes: [4] },
    { name: 'window', level: 'part', shapes: [5] },
    { name: 'hub', level: 'subpart', shapes: [8] },
    { name: 'hub', level: 'subpart', shapes: [9] },
  ],
};

const cells: Scene = {
  ...size,
  shapes: [
    ground([232, 226, 222]),
    { kind: 'ellipse', cx: 21, cy: 21, rx: 16, ry: 14, fill: [190, 142, 170] },
    { kind: 'ellipse', cx: 52, cy: 36, rx: 15, ry: 13.5, fill: [182, 138, 172] },
    { kind: 'ellipse', cx: 58, cy: 10, rx: 8, ry: 7.5, fill: [194, 148, 172] },
    { kind: 'ellipse', cx: 19, cy: 22, rx: 7.5, ry: 7, fill: [138, 92, 142] },
    { kind: 'ellipse', cx: 55, cy: 34, rx: 7, ry: 7, fill: [132, 90, 140] },
    { kind: 'ellipse', cx: 59, cy: 11, rx: 4, ry: 4, fill: [138, 94, 142] },
    { kind: 'ellipse', cx: 21, cy: 22, rx: 2.5, ry: 2.5, fill: [102, 60, 116] },
    { kind: 'ellipse', cx: 53, cy: 34, rx: 2.5, ry: 2.5, fill: [98, 58, 114] },
  ],
  objects: [
    { name: 'cell', level: 'whole', shapes: [1, 4, 7] },
    { name: 'cell', level: 'whole', shapes: [2, 5, 8] },
    { name: 'cell', level: 'whole', shapes: [3, 6] },
    { name: 'nucleus', level: 'part', shapes: [4, 7] },
    { name: 'nucleus', level: 'part', shapes: [5, 8] },
    { name: 'nucleus', level: 'part', shapes: [6] },
    { name: 'nucleolus', level: 'subpart', shapes: [7] },
    { name: 'nucleolus', level: 'subpart', shapes: [8] },
  ],
};

export const scenes = { mug, car, cells } as const satisfies Record<string, Scene>;

/** Whether the centre of a pixel lies in a shape. */
function covers(shape: Shape, column: number, row: number): boolean {
  const x = column + 0.5;
  const y = row + 0.5;
  if (shape.kind === 'ellipse') {
    return ((x - shape.cx) / shape.rx) ** 2 + ((y - shape.cy) / shape.ry) ** 2 <= 1;
  }
  return x > shape.x && x < shape.x + shape.width && y > shape.y && y < shape.y + shape.height;
}

/** Place of the topmost shape of each pixel. */
function topmost({ width, height, shapes }: Scene): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, pixel) =>
    shapes.findLastIndex((shape) => covers(shape, pixel % width, Math.floor(pixel / width))),
  );
}

/**
 * The scene as pixels, with Gaussian noise.
 *
 * @param noise standard deviation for each channel, of 0 to 1.
 * @param normal draws from the standard normal distribution.
 */
export function paint(scene: Scene, noise: number, normal: () => number): Picture {
  const top = topmost(scene);
  const colours = new Float64Array(3 * top.length);
  for (const [pixel, shape] of top.entries()) {
    for (const [channel, value] of (scene.shapes[shape]?.fill ?? [0, 0, 0]).entries()) {
      colours[3 * pixel + channel] = value / 255 + noise * normal();
    }
  }
  return { width: scene.width, height: scene.height, colours };
}

/** The true mask of an object. */
export function truthOf(scene: Scene, object: SceneObject): Mask {
  const pixels = topmost(scene).map((shape) => (object.shapes.includes(shape) ? 1 : 0));
  return { width: scene.width, height: scene.height, pixels };
}

/** What a pixel belongs to, the smallest first. */
export function objectsAt(scene: Scene, x: number, y: number): SceneObject[] {
  const shape = scene.shapes.findLastIndex((one) => covers(one, x, y));
  return scene.objects
    .filter(({ shapes }) => shapes.includes(shape))
    .toSorted((one, other) => one.shapes.length - other.shapes.length);
}
