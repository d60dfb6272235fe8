import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../../scripts/static-server.ts';
import { compressFiles, smallestFile } from '../../../src/publishing/compress-files.ts';

const root = mkdtempSync(path.join(tmpdir(), 'downlink-compress-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const page = '低秩矩阵'.repeat(smallestFile);
const files: Record<string, string> = {
  'posts/a/index.html': page,
  'large.js': `export default ${JSON.stringify(page)};`,
  'small.css': 'a{}',
  'picture.png': page,
};

function write(name: string): string {
  const folder = path.join(root, name);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  return folder;
}

const read = (folder: string, name: string): Buffer => readFileSync(path.join(folder, name));
const ignore = (): void => undefined;

describe('compressFiles', () => {
  it('writes copies beside what is text and not small, the same each time', async () => {
    const [one, two] = [write('one'), write('two')];
    const seen: number[] = [];
    const note = (done: number, total: number): number => seen.push(done, total);
    expect(await compressFiles(one, undefined, note)).toEqual({ files: 2, reused: 0 });
    expect(seen.toSorted()).toEqual([1, 2, 2, 2]);
    await compressFiles(two, undefined, ignore);
    for (const name of ['posts/a/index.html', 'large.js']) {
      expect(brotliDecompressSync(read(one, `${name}.br`)).toString()).toBe(files[name]);
      expect(gunzipSync(read(one, `${name}.gz`)).toString()).toBe(files[name]);
      for (const end of ['.br', '.gz']) expect(read(one, name + end)).toEqual(read(two, name + end));
    }
    for (const name of ['small.css', 'picture.png', 'large.js.br'])
      expect(existsSync(path.join(one, `${name}.br`)), name).toBe(false);
  });

  it('takes the copies of a file that is as it was', async () => {
    const [before, now] = [write('before'), write('now')];
    await compressFiles(before, undefined, ignore);
    writeFileSync(path.join(before, 'large.js.br'), 'of before');
    writeFileSync(path.join(now, 'posts/a/index.html'), `${page}。`);
    expect(await compressFiles(now, before, ignore)).toEqual({ files: 2, reused: 1 });
    expect(read(now, 'large.js.br').toString()).toBe('of before');
    expect(gunzipSync(read(now, 'posts/a/index.html.gz')).toString()).toBe(`${page}。`);
  });

  it('writes what the preview sends', async () => {
    const folder = write('served');
    await compressFiles(folder, undefined, ignore);
    const port = await serveFolder(folder, '/', 0);
    const ask = (coding: string): Promise<readonly [string | undefined, Buffer]> =>
      new Promise((resolve) => {
        const headers = { 'accept-encoding': coding };
        get({ port, path: '/large.js', headers }, (response) => {
          void buffer(response).then((body) => {
            resolve([response.headers['content-encoding'], body]);
          });
        });
      });
    expect(await ask('gzip, br')).toEqual(['br', read(folder, 'large.js.br')]);
    expect(await ask('gzip')).toEqual(['gzip', read(folder, 'large.js.gz')]);
    expect(await ask('identity')).toEqual([undefined, read(folder, 'large.js')]);
  });
});
