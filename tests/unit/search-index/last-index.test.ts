import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IndexFiles } from '../../../src/search-index/index-files.ts';
import { LastIndex } from '../../../src/search-index/last-index.ts';

let folder = '';
const at = (...names: string[]): string => path.join(folder, ...names);
const site = (): string => at('site');
const nameOf = (name: string): string => `articles/index/${name}.pf_index`;

/** Writes the index of a site beside it, with what is taken from the last one, and puts it in its place. */
function build(contents: readonly string[], pipeline = 'pipeline'): { names: string[]; made: number } {
  const last = new LastIndex(at('kept', 'zh.json'), site());
  const madeFrom = `${pipeline}.${contents.join('-')}`;
  const next = at('next');
  let made = 0;
  if (!last.take(madeFrom, next)) {
    const files = new IndexFiles(next, 'en', last.filesFor(madeFrom));
    for (const content of contents) files.pack(Buffer.from(content), (name) => nameOf(name));
    files.write('terms.json', '{}');
    made = Object.values(files.written).filter(({ written }) => written === undefined).length;
    // As long ago as a clock needs to tell a later change.
    for (const name of Object.keys(files.written)) utimesSync(path.join(next, name), 1000, 1000);
    utimesSync(path.join(next, 'terms.json'), 1000, 1000);
    last.keep(madeFrom, next, files.written);
  }
  rmSync(site(), { recursive: true, force: true });
  renameSync(next, site());
  const names = readdirSync(site(), { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(site(), name)).isFile())
    .toSorted();
  return { names, made };
}

const contentOf = (names: readonly string[]): string[] =>
  names.map((name) => readFileSync(path.join(site(), name), 'base64'));

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'downlink-last-index-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the index of the last site', () => {
  it('is taken whole for the same content: the same files', () => {
    const { names } = build(['one', 'two']);
    const inodes = names.map((name) => statSync(path.join(site(), name)).ino);
    expect(build(['one', 'two'])).toEqual({ names, made: 0 });
    expect(names.map((name) => statSync(path.join(site(), name)).ino)).toEqual(inodes);
  });

  it('gives the files that are the same, and no others', () => {
    build(['one', 'two']);
    const second = build(['one', 'three']);
    expect(second.made).toBe(1);
    const contents = contentOf(second.names);
    rmSync(at('kept'), { recursive: true });
    expect(build(['one', 'three'])).toMatchObject({ names: second.names, made: 2 });
    expect(contentOf(second.names)).toEqual(contents);
  });

  it('gives nothing to another pipeline', () => {
    build(['one', 'two']);
    expect(build(['one', 'two'], 'other').made).toBe(2);
  });

  const first = (): string =>
    path.join(site(), 'articles/index', readdirSync(at('site/articles/index'))[0] ?? '');
  it.each<[string, () => void]>([
    [
      'gone',
      () => {
        rmSync(first());
      },
    ],
    [
      'cut off',
      () => {
        truncateSync(first(), 4);
      },
    ],
    [
      'changed, at another time',
      () => {
        const bytes = readFileSync(first());
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
        writeFileSync(first(), bytes);
      },
    ],
  ])('is made again where one of its files is %s', (_state, damage) => {
    const { names } = build(['one', 'two']);
    const contents = contentOf(names);
    damage();
    expect(build(['one', 'two'])).toMatchObject({ names, made: 1 });
    expect(contentOf(names)).toEqual(contents);
  });

  it('is taken where a file is the same, though written at another time', () => {
    const { names } = build(['one', 'two']);
    utimesSync(first(), 2000, 2000);
    expect(build(['one', 'two'])).toEqual({ names, made: 0 });
  });

  it('is made again where what is known of it is half written, and where it was never put in its place', () => {
    build(['one', 'two']);
    truncateSync(at('kept', 'zh.json'), 30);
    expect(build(['one', 'two']).made).toBe(2);
    // A build that is cut off has written down an index that no site has.
    new LastIndex(at('kept', 'zh.json'), site()).keep('pipeline.one-four', site(), {
      [nameOf('en_1234567')]: { hash: 'four', checksum: 0, size: 1 },
    });
    expect(build(['one', 'four']).names).toHaveLength(3);
    expect(build(['one', 'four']).made).toBe(0);
  });

  it('is not written down where nothing can be written', () => {
    build(['one']);
    writeFileSync(at('file'), '');
    const last = new LastIndex(at('file', 'zh.json'), site());
    expect(() => {
      last.keep('pipeline.one', site(), {});
    }).not.toThrow();
    expect(last.take('pipeline.one', at('next'))).toBe(false);
    expect(existsSync(at('next'))).toBe(false);
    mkdirSync(at('next'));
  });
});
