import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiskCache } from '../../../src/renditions/disk-cache.ts';
import type { Card } from '../../../src/social-images/card.ts';
import { CardArtist } from '../../../src/social-images/draw-card.ts';
import { SocialImages } from '../../../src/social-images/social-images.ts';

const card: Card = {
  scheme: 'light',
  title: 'LoRA：大模型的低秩适配',
  isBrand: false,
  site: 'Downlink',
  fact: '2026-11-20 · 系列 1/4',
  left: '大模型 · 微调 · PEFT',
  right: '18 分钟',
  signal: Array.from({ length: 56 }, (_, place) => (place * 37) % 101),
};

/** Share of a region's pixels that are much darker or lighter than the first one. */
async function ink(png: Buffer, top: number, height: number, left = 64, width = 1072): Promise<number> {
  const region = sharp(png).extract({ left, top, width, height }).greyscale();
  const pixels = await region.raw().toBuffer();
  const ground = pixels[0] ?? 0;
  return pixels.filter((pixel) => Math.abs(pixel - ground) > 60).length / pixels.length;
}

describe('CardArtist', () => {
  it('draws a small PNG of the size that networks ask for', async () => {
    const { png, missing } = await new CardArtist().draw(card);
    const { format, width, height } = await sharp(png).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
    // Bits of a pixel, and that they number a colour of a palette.
    expect([...png.subarray(24, 26)]).toEqual([4, 3]);
    expect(png.length).toBeLessThan(40_000);
    expect(missing).toEqual([]);
  });

  it('draws the same bytes again', async () => {
    const [first, second] = await Promise.all([new CardArtist().draw(card), new CardArtist().draw(card)]);
    expect(first.png.equals(second.png)).toBe(true);
  });

  it.each(['light', 'dark'] as const)('has title, waveform and labels in %s', async (scheme) => {
    const artist = new CardArtist();
    const { png } = await artist.draw({ ...card, scheme });
    const empty = { ...card, scheme, title: '', fact: '', left: '', right: '', signal: [] };
    const { png: bare } = await artist.draw(empty);
    for (const [top, height] of [
      [122, 276],
      [410, 116],
      [566, 40],
    ] as const) {
      expect(await ink(png, top, height)).toBeGreaterThan(0.01);
      expect(await ink(bare, top, height)).toBe(0);
    }
  });

  it('draws every character of a title: each of them changes the picture', async () => {
    const artist = new CardArtist();
    const pictures = new Set<string>();
    for (const title of ['低', '秩', '适', '配', 'α', 'β', '≤', '√', '𝑥', '₀', '⁰', '0', '龘', 'ℝ', '∑']) {
      const { png, missing } = await artist.draw({ ...card, title });
      expect(missing, title).toEqual([]);
      expect(await ink(png, 122, 276), title).toBeGreaterThan(0.001);
      pictures.add(png.toString('base64'));
    }
    expect(pictures.size).toBe(15);
  });

  it('draws a box for what no face has, and says so', async () => {
    const { png, missing } = await new CardArtist().draw({ ...card, title: '\u{1F600}', left: '\u{1F600}' });
    expect(missing).toEqual(['\u{1F600}']);
    expect(await ink(png, 122, 276)).toBeGreaterThan(0.001);
  });

  it('sets the longest title inside of its margins', async () => {
    const { png } = await new CardArtist().draw({
      ...card,
      title: '大模型与 FP16，'.repeat(40),
      left: '标签'.repeat(90),
    });
    expect(await ink(png, 0, 630, 0, 60)).toBe(0);
    expect(await ink(png, 0, 630, 1140, 60)).toBe(0);
  });

  it('takes any text', async () => {
    const title = 'a\uD800\u0000b\n\u200Bc e\u0301 x\u0302';
    expect((await new CardArtist().draw({ ...card, title })).png.length).toBeGreaterThan(1000);
  });
});

describe('SocialImages', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'downlink-social-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const images = () => new SocialImages(new DiskCache(path.join(folder, 'cache')));
  const written = (site: string): string[] => readdirSync(path.join(folder, site, '_assets', 'social'));

  it('writes each image once, and draws none of them a second time', async () => {
    const first = images();
    const address = first.add(card);
    expect(address).toMatch(/^\/_assets\/social\/[\da-f]{20}\.png$/u);
    expect(first.add({ ...card })).toBe(address);
    expect(first.add({ ...card, right: '19 分钟' })).not.toBe(address);
    expect(await first.write(path.join(folder, 'cold'), () => undefined)).toEqual({
      total: 2,
      drawn: 2,
      missing: [],
    });

    const second = images();
    expect(second.add(card)).toBe(address);
    expect(await second.write(path.join(folder, 'warm'), () => undefined)).toEqual({
      total: 1,
      drawn: 0,
      missing: [],
    });
    const bytes = (site: string): Buffer => readFileSync(path.join(folder, site, address));
    expect(bytes('warm').equals(bytes('cold'))).toBe(true);
    expect([written('cold').length, written('warm').length]).toEqual([2, 1]);
  });

  it('speaks of missing characters in each run', async () => {
    for (const site of ['cold', 'warm']) {
      const run = images();
      run.add({ ...card, title: '甲\u{1F600}' });
      const { missing } = await run.write(path.join(folder, site), () => undefined);
      expect(missing).toEqual([{ title: '甲\u{1F600}', characters: ['\u{1F600}'] }]);
    }
  });

  it('reads what was asked for, and nothing else', async () => {
    const run = images();
    const address = run.add(card);
    expect((await run.read(address))?.subarray(1, 4).toString()).toBe('PNG');
    expect(await run.read(`${address}.png`)).toBeUndefined();
    expect(await run.read('/_assets/social/../../secret.png')).toBeUndefined();
    expect(await run.read('/')).toBeUndefined();
  });
});
