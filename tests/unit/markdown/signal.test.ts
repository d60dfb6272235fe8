import { describe, expect, it } from 'vitest';
import { signalOf } from '../../../src/markdown/signal.ts';

describe('signalOf', () => {
  it('is the same for the same text, and peaks where formulas and terms are dense', () => {
    const text = '文'.repeat(280) + 'W=BA/r+0.5'.repeat(4) + '文'.repeat(280);
    const signal = signalOf(text);
    expect(signalOf(text)).toEqual(signal);
    const peak = signal.indexOf(100);
    expect(peak).toBeGreaterThan(signal.length * 0.4);
    expect(peak).toBeLessThan(signal.length * 0.6);
    expect(Math.min(...signal)).toBe(4);
  });
  it('is flat and full length for a text that is too short or even', () => {
    expect(new Set(signalOf(''))).toEqual(new Set([4]));
    expect(signalOf('一').length).toBe(signalOf('').length);
  });
});
