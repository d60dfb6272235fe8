import { expect, it } from 'vitest';
import { charactersOf } from '../../../src/renditions/characters.ts';

it('finds each character once, also those beyond the first plane', () => {
  expect(charactersOf(['好b', 'ab𝔼', '𝔼😀好'])).toBe('ab好𝔼😀');
  expect(charactersOf([])).toBe('');
  // One call leaves nothing to the next.
  expect(charactersOf(['b好'])).toBe('b好');
});
