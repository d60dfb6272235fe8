import { backward, emptyGrid, type Grid, type Layer } from './convolution.ts';
import { stackDepth } from './sizes.ts';

/** Ways to reach k×k cells. */
export const designs = ['dense', 'gcn', 'stack'] as const;
export type Design = (typeof designs)[number];

/** Size of a small network with the same structure as the real one. */
export interface SmallNetwork {
  /** Odd, from 3. */
  readonly k: number;
  /** Channels of features, of scores, and in between of stacked layers. */
  readonly features: number;
  readonly classes: number;
  readonly between: number;
}

/** Where weights come from: all alike, or one draw from the standard normal distribution each. */
export type Weights = 'uniform' | (() => number);

/** Layers one after the other, without anything between; a design adds up its branches. */
export type Branches = readonly (readonly Layer[])[];

/** The layers of a design. Weights have variance 1 / (in · height · width), or that value where all alike. */
export function branchesOf(design: Design, network: SmallNetwork, weights: Weights): Branches {
  const { k, features, classes, between } = network;
  const layer = (from: number, to: number, height: number, width: number): Layer => {
    const fan = from * height * width;
    const next = weights === 'uniform' ? () => 1 / fan : () => weights() / Math.sqrt(fan);
    return { in: from, out: to, height, width, weights: Float64Array.from({ length: to * fan }, next) };
  };
  if (design === 'dense') return [[layer(features, classes, k, k)]];
  if (design === 'gcn') {
    return [
      [layer(features, classes, 1, k), layer(classes, classes, k, 1)],
      [layer(features, classes, k, 1), layer(classes, classes, 1, k)],
    ];
  }
  const depth = stackDepth(k);
  return [
    Array.from({ length: depth }, (_, at) =>
      layer(at === 0 ? features : between, at === depth - 1 ? classes : between, 3, 3),
    ),
  ];
}

/** The gradient of the score of the first class in the middle of a k×k grid, by every feature. */
export function impulseGradient(branches: Branches, k: number): Grid {
  const middle = (k * k - 1) / 2;
  const sum = emptyGrid(branches[0]?.[0]?.in ?? 0, k, k);
  for (const branch of branches) {
    let gradient = emptyGrid(branch.at(-1)?.out ?? 0, k, k);
    gradient.values[middle] = 1;
    for (const layer of branch.toReversed()) gradient = backward(layer, gradient);
    for (const [place, value] of gradient.values.entries()) {
      sum.values[place] = (sum.values[place] ?? 0) + value;
    }
  }
  return sum;
}

/** How much each of k×k cells moves the middle, the largest being 1; row by row. */
export type Field = readonly number[];

/**
 * The effective receptive field (Luo et al. 2016, 1701.04128): the root of the mean square of the gradient
 * by the features of a cell, over channels and over several draws of weights. With weights that are all
 * alike one draw is enough.
 */
export function effectiveField(
  design: Design,
  network: SmallNetwork,
  weights: Weights,
  draws: number,
): Field {
  const { k, features } = network;
  const squares = new Float64Array(k * k);
  for (let draw = 0; draw < draws; draw += 1) {
    const { values } = impulseGradient(branchesOf(design, network, weights), k);
    for (let place = 0; place < values.length; place += 1) {
      const cell = place % (k * k);
      squares[cell] = (squares[cell] ?? 0) + (values[place] ?? 0) ** 2 / (features * draws);
    }
  }
  const largest = Math.sqrt(Math.max(...squares));
  return Array.from(squares, (square) => Math.sqrt(square) / largest);
}

/** What a field comes to. */
export interface FieldMeasures {
  /** Root of the number of cells above 4.55 % of the middle: the side of the field by Luo et al. */
  readonly side: number;
  /** Standard deviation of a coordinate, in cells, where each cell weighs as the square of its value. */
  readonly deviation: number;
  /** Share of these weights within the middle third of each side, of what a flat field has there: 1 is flat. */
  readonly concentration: number;
}

export function measure(field: Field, k: number): FieldMeasures {
  const middle = field[(k * k - 1) / 2] ?? 1;
  const centre = (k - 1) / 2;
  const reach = Math.floor(k / 3 / 2);
  let total = 0;
  let spread = 0;
  let central = 0;
  for (const [cell, value] of field.entries()) {
    const weight = value ** 2;
    const dx = (cell % k) - centre;
    const dy = Math.floor(cell / k) - centre;
    total += weight;
    spread += (weight * (dx ** 2 + dy ** 2)) / 2;
    if (Math.abs(dx) <= reach && Math.abs(dy) <= reach) central += weight;
  }
  return {
    side: Math.sqrt(field.filter((value) => value > 0.0455 * middle).length),
    deviation: Math.sqrt(spread / total),
    concentration: central / total / ((2 * reach + 1) ** 2 / (k * k)),
  };
}
