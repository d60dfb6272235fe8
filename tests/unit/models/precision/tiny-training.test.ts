import { describe, expect, it } from 'vitest';
import { formats } from '../../../../src/models/precision/float-format.ts';
import {
  activationsOf,
  batchGradients,
  logitLoss,
  newNetwork,
  spiralPoint,
} from '../../../../src/models/precision/tiny-network.ts';
import { trainSpirals, type TrainingSetup } from '../../../../src/models/precision/tiny-training.ts';
import { randomFrom } from '../../../../src/models/random.ts';

const exact: TrainingSetup = {
  compute: formats.FP64,
  master: formats.FP64,
  lossScale: 1,
  learningRate: 0.5,
  steps: 150,
  batchSize: 32,
};
const run = (setup: Partial<TrainingSetup>) => trainSpirals({ ...exact, ...setup }, randomFrom(1));
const tail = (losses: readonly number[]): number =>
  losses.slice(-20).reduce((sum, loss) => sum + loss, 0) / 20;

describe('gradients', () => {
  it('of weights are the differences of the loss', () => {
    const random = randomFrom(4);
    const layers = newNetwork([2, 5, 4, 1], random);
    const batch = Array.from({ length: 6 }, () => spiralPoint(random));
    const same = (value: number): number => value;
    const { loss, weightGradients } = batchGradients(layers, batch, 1, same);
    const lossNow = (): number =>
      batch.reduce(
        (sum, { point, label }) =>
          sum + logitLoss(activationsOf(layers, point, same).at(-1)?.[0] ?? 0, label).loss,
        0,
      ) / batch.length;
    expect(lossNow()).toBeCloseTo(loss, 14);
    const step = 1e-6;
    for (const [depth, { weights }] of layers.entries()) {
      for (const [place, weight] of weights.entries()) {
        weights[place] = weight + step;
        const above = lossNow();
        weights[place] = weight - step;
        const difference = (above - lossNow()) / (2 * step);
        weights[place] = weight;
        expect(weightGradients[depth]?.[place]).toBeCloseTo(difference, 7);
      }
    }
  });
});

describe('training', () => {
  it('learns, and a scale that is a power of two changes no bit of it', () => {
    const plain = run({});
    expect(plain.accuracy).toBeGreaterThan(0.97);
    expect(run({ lossScale: 2 ** 20 })).toEqual(plain);
  });

  it('learns in FP16 with master weights as well as without rounding', () => {
    const mixed = run({ compute: formats.FP16, master: formats.FP32, lossScale: 1024 });
    expect(Math.abs(tail(mixed.losses) - tail(run({}).losses))).toBeLessThan(0.01);
    expect(mixed.skippedSteps).toBe(0);
  });

  it('stands still where all updates are swallowed, and where every step overflows', () => {
    const swallowed = run({
      compute: formats.FP16,
      master: formats.FP16,
      lossScale: 1024,
      learningRate: 2e-5,
    });
    const kept = run({ compute: formats.FP16, master: formats.FP32, lossScale: 1024, learningRate: 2e-5 });
    expect(tail(swallowed.losses)).toBeGreaterThan(tail(kept.losses));
    const overflown = run({ compute: formats.FP16, master: formats.FP32, lossScale: 2 ** 40, steps: 5 });
    expect(overflown.skippedSteps).toBe(5);
  });
});
