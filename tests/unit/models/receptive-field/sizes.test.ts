import { describe, expect, it } from 'vitest';
import {
  denseParameters,
  gcnParameters,
  receptiveField,
  refinementParameters,
  resnetSteps,
  stackDepth,
  stackParameters,
} from '../../../../src/models/receptive-field/sizes.ts';

/** The last features of ResNet-152 and the classes of PASCAL VOC: what the paper's tables 2 and 4 count. */
const voc = { features: 2048, classes: 21 };

describe('theoretical receptive field', () => {
  it.each([
    [[3, 4, 6, 3], 483],
    [[3, 4, 23, 3], 1027],
    [[3, 8, 36, 3], 1507],
  ])('of a ResNet with blocks %j is that of Araujo et al. 2019, table 1', (blocks, side) => {
    expect(receptiveField(resnetSteps(blocks))).toBe(side);
  });

  it.each([3, 5, 7, 15, 25])('of as many 3×3 as belong to k = %i is k', (k) => {
    const steps = Array.from({ length: stackDepth(k) }, () => ({ kernel: 3, stride: 1 }));
    expect(receptiveField(steps)).toBe(k);
  });

  it('is the stretch of cells that one cell depends on', () => {
    const steps = [
      { kernel: 3, stride: 2 },
      { kernel: 5, stride: 1 },
      { kernel: 2, stride: 2 },
      { kernel: 3, stride: 1 },
    ];
    let cells = new Set([0]);
    for (const { kernel, stride } of steps.toReversed()) {
      cells = new Set(
        [...cells].flatMap((cell) => Array.from({ length: kernel }, (_, at) => cell * stride + at)),
      );
    }
    expect(Math.max(...cells) + 1).toBe(receptiveField(steps));
  });
});

describe('parameters', () => {
  it.each([
    [3, 387, 260],
    [5, 1075, 434],
    [7, 2107, 608],
    [9, 3484, 782],
  ])('of k = %i are those of table 2 of the paper, in thousands', (k, dense, gcn) => {
    expect(Math.abs(denseParameters(k, voc) / 1000 - dense)).toBeLessThan(1);
    expect(Math.abs(gcnParameters(k, voc) / 1000 - gcn)).toBeLessThan(1);
  });

  it.each([
    [2048, 75_885],
    [1024, 28_505],
    [210, 4_307],
  ])('of stacks with %i channels between are those of table 4, in thousands', (between, thousands) => {
    expect(Math.round(stackParameters(7, voc, between) / 1000)).toBe(thousands);
  });

  it('count every weight of the layers', () => {
    const channels = { features: 6, classes: 4 };
    expect(gcnParameters(5, channels)).toBe(2 * (5 * 6 * 4 + 5 * 4 * 4));
    expect(stackParameters(3, channels, 9)).toBe(9 * 6 * 4);
    expect(refinementParameters(21)).toBe(2 * 21 * 21 * 9);
  });
});
