/** Values on a grid: channel by channel, row by row. */
export interface Grid {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly values: Float64Array;
}

/** A convolution with stride 1 and zeros around, so that sizes stay: `out` × `in` × `height` × `width`, odd. */
export interface Layer {
  readonly in: number;
  readonly out: number;
  readonly height: number;
  readonly width: number;
  readonly weights: Float64Array;
}

export const emptyGrid = (channels: number, height: number, width: number): Grid => ({
  channels,
  height,
  width,
  values: new Float64Array(channels * height * width),
});

/** Rows and columns of a plane, the last ones excluded. */
interface Window {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Where a plane is not zero: an impulse is one cell, and stays small for some layers. */
function windowOf({ values, height, width }: Grid, channel: number): Window {
  const window = { top: height, bottom: 0, left: width, right: 0 };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (values[(channel * height + y) * width + x] === 0) continue;
      window.top = Math.min(window.top, y);
      window.bottom = y + 1;
      window.left = Math.min(window.left, x);
      window.right = Math.max(window.right, x + 1);
    }
  }
  return window;
}

/** Adds a plane, weighted and moved down by dy and right by dx, to another. */
function addMoved(
  source: { grid: Grid; channel: number; window: Window },
  target: { grid: Grid; channel: number },
  weight: number,
  { dy, dx }: { dy: number; dx: number },
): void {
  const { height, width } = source.grid;
  const { top, bottom, left, right } = source.window;
  const from = source.grid.values;
  const to = target.grid.values;
  for (let y = Math.max(top, -dy); y < Math.min(bottom, height - dy); y += 1) {
    const row = (source.channel * height + y) * width;
    const moved = (target.channel * height + y + dy) * width + dx;
    for (let x = Math.max(left, -dx); x < Math.min(right, width - dx); x += 1) {
      to[moved + x] = (to[moved + x] ?? 0) + weight * (from[row + x] ?? 0);
    }
  }
}

/** Goes through the weights of a layer, in either direction. */
function through(layer: Layer, grid: Grid, isBack: boolean): Grid {
  const result = emptyGrid(isBack ? layer.in : layer.out, grid.height, grid.width);
  const windows = Array.from({ length: grid.channels }, (_, channel) => windowOf(grid, channel));
  let place = 0;
  for (let out = 0; out < layer.out; out += 1) {
    for (let input = 0; input < layer.in; input += 1) {
      const [from, to] = isBack ? [out, input] : [input, out];
      const window = windows[from];
      for (let y = 0; y < layer.height; y += 1) {
        for (let x = 0; x < layer.width; x += 1) {
          const weight = layer.weights[place] ?? 0;
          place += 1;
          if (!window) continue;
          const dy = y - (layer.height - 1) / 2;
          const dx = x - (layer.width - 1) / 2;
          const move = isBack ? { dy, dx } : { dy: -dy, dx: -dx };
          addMoved({ grid, channel: from, window }, { grid: result, channel: to }, weight, move);
        }
      }
    }
  }
  return result;
}

/** What a layer makes of a grid: out[y, x] = Σ w[i, j] · in[y + i, x + j], i and j from the middle. */
export const forward = (layer: Layer, grid: Grid): Grid => through(layer, grid, false);

/** The gradient by the input of a layer from the gradient by its output: the same weights, back. */
export const backward = (layer: Layer, gradient: Grid): Grid => through(layer, gradient, true);
