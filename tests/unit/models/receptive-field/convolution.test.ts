import { describe, expect, it } from 'vitest';
import {
  backward,
  emptyGrid,
  forward,
  type Grid,
  type Layer,
} from '../../../../src/models/receptive-field/convolution.ts';
import { randomFrom } from '../../../../src/models/random.ts';

const random = randomFrom(3);
const values = (length: number): Float64Array => Float64Array.from({ length }, () => random() - 0.5);
const gridOf = (channels: number, height: number, width: number): Grid => ({
  ...emptyGrid(channels, height, width),
  values: values(channels * height * width),
});
const layerOf = (from: number, to: number, height: number, width: number): Layer => ({
  in: from,
  out: to,
  height,
  width,
  weights: values(from * to * height * width),
});

const shapes = [
  [2, 3, 3, 3],
  [3, 2, 1, 5],
  [1, 4, 5, 1],
  [2, 2, 7, 7],
] as const;

const at = (grid: Grid, channel: number, y: number, x: number): number =>
  y < 0 || x < 0 || y >= grid.height || x >= grid.width
    ? 0
    : (grid.values[(channel * grid.height + y) * grid.width + x] ?? NaN);

const dot = (one: Grid, other: Grid): number =>
  one.values.reduce((sum, value, place) => sum + value * (other.values[place] ?? NaN), 0);

describe.each(shapes)('a layer of %i to %i channels, %i × %i', (from, to, height, width) => {
  const layer = layerOf(from, to, height, width);
  const grid = gridOf(from, 6, 5);

  it('convolves as the definition says, cell by cell', () => {
    const result = forward(layer, grid);
    for (let out = 0; out < to; out += 1) {
      for (let y = 0; y < 6; y += 1) {
        for (let x = 0; x < 5; x += 1) {
          let sum = 0;
          for (let input = 0; input < from; input += 1) {
            for (let i = 0; i < height; i += 1) {
              for (let j = 0; j < width; j += 1) {
                const weight = layer.weights[((out * from + input) * height + i) * width + j] ?? NaN;
                sum += weight * at(grid, input, y + i - (height - 1) / 2, x + j - (width - 1) / 2);
              }
            }
          }
          expect(at(result, out, y, x)).toBeCloseTo(sum, 12);
        }
      }
    }
  });

  it('goes back as the derivative of going forward', () => {
    const gradient = gridOf(to, 6, 5);
    const back = backward(layer, gradient);
    const base = dot(gradient, forward(layer, grid));
    for (let place = 0; place < grid.values.length; place += 7) {
      const moved = { ...grid, values: grid.values.with(place, (grid.values[place] ?? 0) + 1) };
      expect(back.values[place]).toBeCloseTo(dot(gradient, forward(layer, moved)) - base, 10);
    }
  });
});
