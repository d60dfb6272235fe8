import { expect, it, vi } from 'vitest';
import { rememberTexts } from '../../../src/search/remember-texts.ts';

const long = (letter: string, length = 1_000): string => letter.repeat(length);

it('makes something of a long text once, of a short one each time', () => {
  const make = vi.fn((text: string) => `${text}!`);
  const remember = rememberTexts(make);
  expect([remember(long('a')), remember(long('b')), remember(long('a'))]).toEqual([
    `${long('a')}!`,
    `${long('b')}!`,
    `${long('a')}!`,
  ]);
  expect(make).toHaveBeenCalledTimes(2);
  expect([remember('a'), remember('a')]).toEqual(['a!', 'a!']);
  expect(make).toHaveBeenCalledTimes(4);
});

it('forgets the oldest texts when they are too much', () => {
  const make = vi.fn((text: string) => text);
  const remember = rememberTexts(make);
  remember(long('a'));
  remember(long('b', 1_999_000));
  remember(long('c'));
  make.mockClear();
  remember(long('c'));
  expect(make).not.toHaveBeenCalled();
  remember(long('a'));
  expect(make).toHaveBeenCalledTimes(1);
});
