import { describe, expect, it } from 'vitest';
import {
  attentionPairs,
  imageEncoderParameters,
  imageEncoders,
  maskDecoderParameters,
  promptEncoderParameters,
} from '../../../../src/models/segmentation/sam-parameters.ts';

describe('parameters of SAM', () => {
  // What PyTorch counts in the modules that the official code builds.
  it.each([
    ['ViT-B', 89_670_912],
    ['ViT-L', 308_278_272],
    ['ViT-H', 637_026_048],
  ] as const)('%s', (name, count) => {
    expect(imageEncoderParameters(imageEncoders[name])).toBe(count);
  });

  it('are few in all else', () => {
    expect(promptEncoderParameters()).toBe(6_220);
    expect(maskDecoderParameters()).toBe(4_058_340);
  });
});

describe('pairs of tokens', () => {
  it('are counted one by one', () => {
    const { global, windowed } = attentionPairs();
    expect(global).toBe((64 * 64) ** 2);
    // 64 is padded to 70: five windows of 14 in a row.
    expect(windowed).toBe(25 * (14 * 14) ** 2);
  });
});
