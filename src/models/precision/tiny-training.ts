import { type FloatFormat, formats, round } from './float-format.ts';
import { activationsOf, batchGradients, newNetwork, spiralPoint, type Store } from './tiny-network.ts';

/** How a run computes and stores. */
export interface TrainingSetup {
  /** Format of activations, of gradients, and of the copies of the weights that they are computed with. */
  readonly compute: FloatFormat;
  /** Format of the weights that updates are added to. */
  readonly master: FloatFormat;
  /** The factor on the loss, a power of two. */
  readonly lossScale: number;
  readonly learningRate: number;
  readonly steps: number;
  readonly batchSize: number;
}

/** What a run leaves behind. */
export interface TrainingRun {
  /** The loss of each batch, without scale, in nats. */
  readonly losses: readonly number[];
  /** Gradients of the activations in the last eight batches, the scale divided out; of the mean loss of a batch. */
  readonly activationGradients: readonly number[];
  /** Steps without an update, as a gradient was infinite or NaN. */
  readonly skippedSteps: number;
  /** Share of 500 fresh points on the right side. */
  readonly accuracy: number;
}

const keptBatches = 8;
const testPoints = 500;

const storeIn = (format: FloatFormat): Store =>
  format === formats.FP64 ? (value) => value : (value) => round(value, format);

/**
 * Trains a small network (2 → 24 → 24 → 1, rectified) to tell two spirals apart by stochastic gradient
 * descent, and stores activations, gradients and weights in the formats of a setup. The same seed draws the
 * same points and first weights for every setup.
 */
export function trainSpirals(setup: TrainingSetup, random: () => number): TrainingRun {
  const { lossScale, learningRate, steps, batchSize } = setup;
  const store = storeIn(setup.compute);
  const storeMaster = storeIn(setup.master);
  const layers = newNetwork([2, 24, 24, 1], random);
  for (const { weights } of layers) weights.set(weights.map(storeMaster));
  const losses: number[] = [];
  const kept: number[] = [];
  let skippedSteps = 0;
  for (let step = 0; step < steps; step += 1) {
    const batch = Array.from({ length: batchSize }, () => spiralPoint(random));
    const copies = layers.map((layer) => ({ ...layer, weights: layer.weights.map(store) }));
    const { loss, weightGradients, activationGradients } = batchGradients(copies, batch, lossScale, store);
    losses.push(loss);
    if (step >= steps - keptBatches) kept.push(...activationGradients.map((value) => value / lossScale));
    const stored = weightGradients.map((list) => list.map(store));
    if (!stored.every((list) => list.every(Number.isFinite))) {
      skippedSteps += 1;
      continue;
    }
    for (const [depth, { weights }] of layers.entries()) {
      weights.set(
        weights.map((weight, place) =>
          storeMaster(weight - (learningRate * (stored[depth]?.[place] ?? 0)) / lossScale),
        ),
      );
    }
  }
  let right = 0;
  for (let count = 0; count < testPoints; count += 1) {
    const { point, label } = spiralPoint(random);
    const logit = activationsOf(layers, point, (value) => value).at(-1)?.[0] ?? 0;
    if (logit > 0 === (label === 1)) right += 1;
  }
  return { losses, activationGradients: kept, skippedSteps, accuracy: right / testPoints };
}
