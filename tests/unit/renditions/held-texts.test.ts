import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HeldTexts } from '../../../src/renditions/held-texts.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'downlink-held-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Five megabytes each, all different: more than goes into the file at once. */
const textOf = (number: number): Buffer => Buffer.alloc(5 * 2 ** 20, `${String(number)} 公式 `);
const numbers = [0, 1, 2, 3, 4, 5];

/** Whether each is in memory: what is read from a file is another buffer each time. */
function held(texts: HeldTexts): readonly boolean[] {
  return numbers.map((number) => texts.get(String(number)) === texts.get(String(number)));
}

function filled(texts: HeldTexts): HeldTexts {
  for (const number of numbers) texts.set(String(number), textOf(number));
  return texts;
}

describe('texts that are held', () => {
  it('are all there, beyond a limit in a file that has no name', () => {
    const texts = filled(new HeldTexts(folder, 11 * 2 ** 20));
    for (const number of numbers) expect(texts.get(String(number))?.equals(textOf(number))).toBe(true);
    expect(held(texts)).toEqual([true, true, false, false, false, false]);
    expect(readdirSync(folder)).toEqual([]);
    expect(texts.has('5')).toBe(true);
    expect(texts.has('6')).toBe(false);
    expect(texts.get('6')).toBeUndefined();
  });

  it('are in memory where there is no folder, or none that can be written', () => {
    expect(held(filled(new HeldTexts(undefined, 1)))).toEqual(numbers.map(() => true));
    const file = path.join(import.meta.dirname, 'held-texts.test.ts');
    expect(held(filled(new HeldTexts(file, 1)))).toEqual(numbers.map(() => true));
  });

  it('are forgotten when that is said', () => {
    const texts = filled(new HeldTexts(folder, 1));
    for (const number of [1, 5]) texts.delete(String(number));
    expect(numbers.map((number) => texts.has(String(number)))).toEqual([
      true,
      false,
      true,
      true,
      true,
      false,
    ]);
    texts.set('1', Buffer.from('neu'));
    expect(texts.get('1')?.toString()).toBe('neu');
    expect(texts.get('2')?.equals(textOf(2))).toBe(true);
  });

  it('that were read from elsewhere stay in memory', () => {
    const texts = new HeldTexts(folder, 1);
    texts.setAsItIs('a', textOf(1));
    filled(texts);
    expect(texts.get('a')).toBe(texts.get('a'));
  });
});
