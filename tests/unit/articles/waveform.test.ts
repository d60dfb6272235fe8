import { describe, expect, it } from 'vitest';
import { waveformPath } from '../../../src/articles/waveform.ts';

describe('waveformPath', () => {
  it('draws one stroke for each amplitude about the centre line', () => {
    expect(waveformPath([100, 50, 0], 4, 20)).toBe('M2 0v20M6 5v10M10 9.5v1');
  });
});
