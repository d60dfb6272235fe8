import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../../src/diagnostics/nearest.ts';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['tilte', 'title', 1],
    ['投机解码', '投机采样', 2],
  ])('%s → %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});

describe('nearest', () => {
  it('finds a misspelt key', () => {
    expect(nearest('tilte', ['title', 'date', 'tags'])).toBe('title');
  });
  it('ignores case', () => {
    expect(nearest('Python3', ['python', 'perl'])).toBe('python');
  });
  it('keeps silent when nothing is near', () => {
    expect(nearest('colour', ['title', 'date'])).toBeUndefined();
  });
});
