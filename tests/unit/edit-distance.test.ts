import { expect, it } from 'vitest';
import { editDistance } from '../../src/edit-distance.ts';

it.each([
  ['', '', 0],
  ['abc', 'abc', 0],
  ['abc', '', 3],
  ['kitten', 'sitting', 3],
  ['transformer', 'transfomrer', 1],
  ['投机解码', '投机采样', 2],
  ['ca', 'abc', 3],
  ['解码', '解吗', 1],
  ['𠮷', '吉', 1],
])('of %j and %j is %i, either way', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(a, b, 5)).toBe(distance);
  expect(editDistance(b, a, 5)).toBe(distance);
});

it('gives up beyond the limit', () => {
  expect(editDistance('aaaa', 'bbbb', 2)).toBeGreaterThan(2);
});

/** As it is defined, letter for letter. */
function defined(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return Math.max(a.length, b.length);
  const isSame = a.at(-1) === b.at(-1);
  const isSwap = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    defined(a.slice(0, -1), b) + 1,
    defined(a, b.slice(0, -1)) + 1,
    defined(a.slice(0, -1), b.slice(0, -1)) + (isSame ? 0 : 1),
    ...(isSwap ? [defined(a.slice(0, -2), b.slice(0, -2)) + 1] : []),
  );
}

it('is what the definition says for all words of three letters up to a length, with any limit', () => {
  const words = [''];
  for (const word of words) if (word.length < 4) words.push(`${word}a`, `${word}b`, `${word}c`);
  for (const a of words.filter((_, place) => place % 5 === 0)) {
    for (const b of words) {
      const distance = defined([...a], [...b]);
      expect(editDistance(a, b), `${a} ${b}`).toBe(distance);
      for (const limit of [0, 1, 2]) {
        const limited = editDistance(a, b, limit);
        if (distance <= limit) expect(limited, `${a} ${b}`).toBe(distance);
        else expect(limited, `${a} ${b}`).toBeGreaterThan(limit);
      }
    }
  }
});
