import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/diagnostics/nearest.ts';

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
