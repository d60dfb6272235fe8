import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { keepPictures } from '../../../src/loader/kept-pictures.ts';

const cache = mkdtempSync(path.join(tmpdir(), 'downlink-pictures-'));
const folder = path.join(cache, 'pictures');
const article = path.join(cache, 'a.ipynb');
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true });
});

const daysAgo = (days: number): Date => new Date(Date.now() - days * 24 * 60 * 60 * 1000);

it('goes through the pictures once, and removes those that nothing has shown for long', () => {
  vi.stubEnv('DOWNLINK_CACHE', cache);
  mkdirSync(folder);
  for (const [name, days] of [
    ['old.png', 61],
    ['new.png', 59],
  ] as const) {
    writeFileSync(path.join(folder, name), name);
    utimesSync(path.join(folder, name), daysAgo(days), daysAgo(days));
  }
  const keep = keepPictures(article);
  const url = keep({ bytes: Buffer.from('picture'), extension: 'png' });
  expect(url).toMatch(/^pictures\/picture-[\da-f]{16}\.png$/u);
  expect([existsSync(path.join(folder, 'old.png')), existsSync(path.join(folder, 'new.png'))]).toEqual([
    false,
    true,
  ]);

  // What is shown again is as good as new.
  const file = path.join(cache, url ?? '');
  utimesSync(file, daysAgo(30), daysAgo(30));
  expect(keep({ bytes: Buffer.from('picture'), extension: 'png' })).toBe(url);
  expect(statSync(file).mtimeMs).toBeGreaterThan(daysAgo(1).getTime());
});
