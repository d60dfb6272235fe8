import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/diagnostics/nearest.ts';

describe('nearest', () => {
  it('finds a misspelt key', () => {
    expect(nearest('tilte', ['title', 'date', 'tags'])).toBe('title');
  });
  it('ignores case', () => {
    expect(nearest('Python3', ['python', 'perl'])).toBe('python');
  });
  it('takes the first of equally near ones, and one of the same length before others', () => {
    expect(nearest('lora', ['lara', 'lura'])).toBe('lara');
    expect(nearest('lora', ['loras', 'lara'])).toBe('lara');
  });
  it('finds one that is as many edits away as may be, and no further one', () => {
    expect(nearest('abcdefghi', ['xbcdexghx'])).toBe('xbcdexghx');
    expect(nearest('abcdefghi', ['xbcdexgxx'])).toBeUndefined();
    expect(nearest('abcdef', ['abcdefgh'])).toBe('abcdefgh');
    expect(nearest('abcdefgh', ['abcdef'])).toBe('abcdef');
  });
  it('keeps silent when nothing is near', () => {
    expect(nearest('colour', ['title', 'date'])).toBeUndefined();
  });
});
