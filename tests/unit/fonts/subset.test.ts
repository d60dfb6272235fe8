import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { subsetFace } from '../../../src/fonts/subset.ts';
import { DiskMemo } from '../../../src/loader/disk-memo.ts';

const file = createRequire(import.meta.url).resolve('katex/dist/fonts/KaTeX_Main-Regular.woff2');
const memo = new DiskMemo(undefined, []);
const cut = (characters: string) => subsetFace({ file, characters, features: [] }, memo);

describe('subsetFace', () => {
  it('gives the same bytes for the same characters in any order, far fewer than the whole', async () => {
    const [once, again] = [await cut('ab+='), await cut('=+bba')];
    expect(once.equals(again)).toBe(true);
    expect(once.subarray(0, 4).toString('latin1')).toBe('wOF2');
    expect(once.length).toBeLessThan(readFileSync(file).length / 5);
  });

  it('gives other bytes for other characters, and minds none that the face has not', async () => {
    expect((await cut('ab')).equals(await cut('abc'))).toBe(false);
    expect((await cut('ab中')).equals(await cut('ab'))).toBe(true);
  });
});
