import { normalFrom } from '../random.ts';

/** A layer that multiplies by a matrix and adds a bias. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  /** outputs × inputs, row by row, then one bias for each output. */
  readonly weights: Float64Array;
}

/** A point in the plane and the class that it belongs to. */
export interface Sample {
  readonly point: readonly [number, number];
  readonly label: 0 | 1;
}

/** What a format makes of a number when it is stored. */
export type Store = (value: number) => number;

/** Layers between widths such as 2, 24, 24, 1, with weights of variance 2 / inputs and biases 0. */
export function newNetwork(widths: readonly number[], random: () => number): Layer[] {
  const normal = normalFrom(random);
  return widths.slice(1).map((outputs, depth) => {
    const inputs = widths[depth] ?? 0;
    const weights = new Float64Array(outputs * inputs + outputs);
    const spread = Math.sqrt(2 / inputs);
    for (let place = 0; place < outputs * inputs; place += 1) weights[place] = normal() * spread;
    return { inputs, outputs, weights };
  });
}

/** A point of one of two spirals that wind around each other. */
export function spiralPoint(random: () => number): Sample {
  const normal = normalFrom(random);
  const label = random() < 0.5 ? 0 : 1;
  const turn = random();
  const angle = 2 * Math.PI * turn + Math.PI * label;
  const radius = 0.2 + 1.8 * turn;
  const x = radius * Math.cos(angle) + 0.05 * normal();
  const y = radius * Math.sin(angle) + 0.05 * normal();
  return { point: [x, y], label };
}

/** Activations of all layers, the input first; rectified but for the last. Each is stored once its sum is complete. */
export function activationsOf(
  layers: readonly Layer[],
  point: readonly number[],
  store: Store,
): Float64Array[] {
  const activations = [Float64Array.from(point, store)];
  for (const [depth, { inputs, outputs, weights }] of layers.entries()) {
    const input = activations[depth] ?? new Float64Array(inputs);
    const isLast = depth === layers.length - 1;
    const output = new Float64Array(outputs);
    for (let row = 0; row < outputs; row += 1) {
      let sum = weights[outputs * inputs + row] ?? 0;
      for (let column = 0; column < inputs; column += 1) {
        sum += (weights[row * inputs + column] ?? 0) * (input[column] ?? 0);
      }
      const stored = store(sum);
      output[row] = isLast || stored > 0 ? stored : 0;
    }
    activations.push(output);
  }
  return activations;
}

/** Cross-entropy in nats of a logit, the logarithm of the odds of class 1, and its derivative. */
export function logitLoss(logit: number, label: 0 | 1): { loss: number; slope: number } {
  const signed = label === 1 ? logit : -logit;
  return {
    loss: Math.log1p(Math.exp(-Math.abs(signed))) + Math.max(0, -signed),
    // 1 − p would lose its digits where p is close to 1; this form keeps them.
    slope: (label === 1 ? -1 : 1) / (1 + Math.exp(signed)),
  };
}

/** What one batch yields. */
export interface BatchGradients {
  /** Mean over the batch, without scale. */
  readonly loss: number;
  /** In the shape of each layer's weights, with the scale in them; not yet stored. */
  readonly weightGradients: readonly Float64Array[];
  /** Gradients of the outputs of all layers for all samples, stored, with the scale in them. */
  readonly activationGradients: readonly number[];
}

/**
 * The gradients of `scale` × the mean loss of a batch. Sums inside a product of matrices are wide, as in
 * tensor cores; what leaves it is stored in a format.
 */
export function batchGradients(
  layers: readonly Layer[],
  batch: readonly Sample[],
  scale: number,
  store: Store,
): BatchGradients {
  const weightGradients = layers.map(({ weights }) => new Float64Array(weights.length));
  const activationGradients: number[] = [];
  let total = 0;
  for (const { point, label } of batch) {
    const activations = activationsOf(layers, point, store);
    const { loss, slope } = logitLoss(activations.at(-1)?.[0] ?? 0, label);
    total += loss;
    let gradient = Float64Array.of(store((slope * scale) / batch.length));
    for (let depth = layers.length - 1; depth >= 0; depth -= 1) {
      activationGradients.push(...gradient);
      const layer = layers[depth];
      const sums = weightGradients[depth];
      const input = activations[depth];
      if (!layer || !sums || !input) throw new Error('There is one of each.');
      gradient = passBack(layer, gradient, input, sums).map((value, column) =>
        (input[column] ?? 0) > 0 ? store(value) : 0,
      );
    }
  }
  return { loss: total / batch.length, weightGradients, activationGradients };
}

/** Adds the gradients of a layer's weights to `sums`; returns that of its input. */
function passBack(
  { inputs, outputs, weights }: Layer,
  gradient: Float64Array,
  input: Float64Array,
  sums: Float64Array,
): Float64Array {
  const before = new Float64Array(inputs);
  for (const [row, value] of gradient.entries()) {
    if (value === 0) continue;
    for (let column = 0; column < inputs; column += 1) {
      const place = row * inputs + column;
      sums[place] = (sums[place] ?? 0) + value * (input[column] ?? 0);
      before[column] = (before[column] ?? 0) + value * (weights[place] ?? 0);
    }
    const bias = outputs * inputs + row;
    sums[bias] = (sums[bias] ?? 0) + value;
  }
  return before;
}
