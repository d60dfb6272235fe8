import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/renditions/tex-edits.ts';

describe('applyEdits', () => {
  it('applies edits in the order of their places and knows the way back', () => {
    const { tex, originalOffset } = applyEdits('ab[cd]ef', [
      { start: 6, end: 8, text: 'EF!' },
      { start: 2, end: 6, text: '' },
    ]);
    expect(tex).toBe('abEF!');
    expect([0, 1, 2, 4].map(originalOffset)).toEqual([0, 1, 6, 6]);
    expect(originalOffset(5)).toBe(8);
  });

  it('lets the outer of two edits hold', () => {
    const edits = [
      { start: 1, end: 2, text: 'x' },
      { start: 0, end: 3, text: 'y' },
    ];
    expect(applyEdits('abcd', edits).tex).toBe('yd');
  });

  it('can insert at the end', () => {
    expect(applyEdits('ab', [{ start: 2, end: 2, text: 'c' }]).tex).toBe('abc');
  });
});
