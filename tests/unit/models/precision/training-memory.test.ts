import { describe, expect, it } from 'vitest';
import {
  bytesPerParameter,
  layerActivationBytes,
  stateBytes,
  trainingSchemes,
} from '../../../../src/models/precision/training-memory.ts';

describe('states', () => {
  it('take 16 bytes a parameter in mixed precision, as ZeRO counts (section 3.1: 7.5 B parameters take 120 GB)', () => {
    expect(stateBytes(7.5e9, 'mixed')).toBe(120e9);
    expect(Object.values(trainingSchemes).map(bytesPerParameter)).toEqual([16, 16, 18, 16, 8]);
  });
});

describe('activations of a layer', () => {
  const layer = { tokens: 2048, batch: 1, width: 12_288, heads: 96 };

  it('follow equation 1 of Korthikanti et al. in 16 bits', () => {
    const { tokens: s, batch: b, width: h, heads: a } = layer;
    expect(layerActivationBytes(layer, 2)).toBe(s * b * h * (34 + (5 * a * s) / h));
  });

  it('take a little less than twice as much in FP32, as masks stay', () => {
    const ratio = layerActivationBytes(layer, 4) / layerActivationBytes(layer, 2);
    expect(ratio).toBeGreaterThan(1.8);
    expect(ratio).toBeLessThan(2);
  });
});
