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
