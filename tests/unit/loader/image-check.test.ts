import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ImageChecker } from '../../../src/loader/image-check.ts';
import { DiskCache } from '../../../src/renditions/disk-cache.ts';
import { sizedAs } from '../../markdown/images.ts';

let folder = '';
let picture = sharp();

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'downlink-images-'));
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };
  picture = sharp({ create: { width: 64, height: 64, channels: 3, background: 'red', noise } });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function rulesFor(name: string, bytes: Uint8Array | string): Promise<string[]> {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return (await new ImageChecker().check(file, name)).map(({ rule }) => rule);
}

describe('ImageChecker', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)(
    'knows a good %s, and one that breaks off',
    async (format) => {
      const bytes = await picture.clone().toFormat(format).toBuffer();
      expect(await rulesFor(`good.${format}`, bytes)).toEqual([]);
      expect(await rulesFor(`cut.${format}`, bytes.subarray(0, bytes.length / 2))).toEqual(['image/corrupt']);
    },
  );

  it('knows what is no image', async () => {
    expect(await rulesFor('text.png', 'version https://git-lfs.github.com/spec/v1')).toEqual([
      'image/corrupt',
    ]);
    expect(await rulesFor('empty.png', '')).toEqual(['image/corrupt']);
  });

  it('never unpacks a bomb', async () => {
    expect(await rulesFor('bomb.png', sizedAs(60_000, 60_000))).toEqual(['image/too-large']);
  });

  it('knows an image under a wrong name', async () => {
    expect(await rulesFor('photo.png', await picture.clone().jpeg().toBuffer())).toEqual([
      'image/mislabelled',
    ]);
  });

  it('knows drawings', async () => {
    expect(await rulesFor('a.svg', '<svg viewBox="0 0 1 1"/>')).toEqual([]);
    expect(await rulesFor('b.svg', '<svg/>')).toEqual(['image/corrupt']);
    expect(await rulesFor('c.svg', '<svg viewBox="0 0 1 1"><script/></svg>')).toEqual(['security/svg']);
    expect(await rulesFor('d.svg', '<svg')).toEqual(['image/corrupt']);
  });

  it('knows a good image of an earlier run by its content, and looks again at a bad one', async () => {
    const caches = path.join(folder, 'caches');
    const inNewProcess = async (name: string, bytes: Uint8Array): Promise<string[]> => {
      writeFileSync(path.join(folder, name), bytes);
      const disk = new DiskCache(caches);
      const problems = await new ImageChecker(disk).check(path.join(folder, name), name);
      disk.save();
      return problems.map(({ rule }) => rule);
    };
    const good = await picture.clone().png().toBuffer();
    expect(await inNewProcess('kept.png', good.subarray(0, 200))).toEqual(['image/corrupt']);
    expect(existsSync(caches)).toBe(false);
    expect(await inNewProcess('kept.png', good)).toEqual([]);

    const [name = ''] = readdirSync(caches);
    const [, key = ''] = /^(w\S+) /mu.exec(readFileSync(path.join(caches, name), 'utf8')) ?? [];
    rmSync(path.join(caches, name));
    const forged = new DiskCache(caches);
    forged.set(key, '[{"rule":"image/mislabelled","message":"from the cache"}]');
    forged.save();
    expect(await inNewProcess('kept.png', good)).toEqual(['image/mislabelled']);
    // Another name has another extension to agree with.
    expect(await inNewProcess('kept.jpg', good)).toEqual(['image/mislabelled']);
    expect(await inNewProcess('other.png', good)).toEqual([]);
  });

  it('looks again when a file has changed, and leaves missing ones to others', async () => {
    const checker = new ImageChecker();
    const file = path.join(folder, 'e.svg');
    expect(await checker.check(file, 'e.svg')).toEqual([]);
    writeFileSync(file, '<svg');
    expect(await checker.check(file, 'e.svg')).toHaveLength(1);
    writeFileSync(file, '<svg viewBox="0 0 1 1"/>');
    expect(await checker.check(file, 'e.svg')).toEqual([]);
  });
});
