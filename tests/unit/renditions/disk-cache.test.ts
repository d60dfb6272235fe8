import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CacheLimits, DiskCache } from '../../../src/renditions/disk-cache.ts';

let folder = '';

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'downlink-cache-')), 'renditions');
});
afterEach(() => {
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

const open = (limits: Partial<CacheLimits> = {}, day = 0): DiskCache =>
  new DiskCache(folder, limits, new Date(Date.UTC(2026, 0, 1 + day)));

/** A run that asks for some keys and adds others. */
function run(
  added: Readonly<Record<string, string>>,
  asked: readonly string[] = [],
  limits: Partial<CacheLimits> = {},
  day = 0,
): void {
  const cache = open(limits, day);
  for (const key of asked) cache.get(key);
  for (const [key, value] of Object.entries(added)) cache.set(key, value);
  cache.save();
}

const shards = (): string[] => readdirSync(folder).map((name) => path.join(folder, name));
const onlyShard = (): string => shards()[0] ?? '';

describe('DiskCache', () => {
  it('gives back in a later run what an earlier one kept', () => {
    run({ a: '公式 α', b: '{"x":1}' });
    run({ c: '3' });
    const later = open();
    expect(['a', 'b', 'c', 'd'].map((key) => later.get(key))).toEqual(['公式 α', '{"x":1}', '3', undefined]);
    expect(shards()).toHaveLength(2);
  });

  it('asks for values that are elsewhere when it writes them, and leaves out what is not there', () => {
    const cache = open();
    let text = 'before';
    cache.set('a', { length: 6, read: () => Buffer.from(text) });
    cache.set('b', { length: 6, read: () => undefined });
    cache.set('c', 'here');
    expect(cache.get('a')).toBe('before');
    text = 'later!';
    cache.save();
    const later = open();
    expect(['a', 'b', 'c'].map((key) => later.get(key))).toEqual(['later!', undefined, 'here']);
    run({ d: '4' }, [], { shards: 1 });
    expect(open().get('a')).toBe('later!');
  });

  it('gives what is not saved yet, and reads again after saving', () => {
    const cache = open();
    cache.set('a', '1');
    expect(cache.get('a')).toBe('1');
    cache.save();
    expect(cache.get('a')).toBe('1');
  });

  it('gives what was kept last under a key, whatever the names of the shards', () => {
    for (let value = 1; value <= 6; value += 1) {
      run({ a: String(value) }, ['a']);
      // Not every file system can tell moments as near to each other as these.
      for (const file of shards()) {
        const { mtimeMs } = statSync(file);
        utimesSync(file, new Date(mtimeMs - 5_000), new Date(mtimeMs - 5_000));
      }
      expect(open().get('a')).toBe(String(value));
    }
  });

  it('keeps the new value of a key whose old one was used long ago', () => {
    run({ a: 'old' });
    run({ a: 'new' }, ['a'], {}, 30);
    expect(open({}, 30).get('a')).toBe('new');
  });

  it('writes nothing where nothing was added', () => {
    run({ a: '1' });
    const before = shards().map((file) => [file, statSync(file).mtimeMs]);
    run({}, ['a', 'b']);
    expect(shards().map((file) => [file, statSync(file).mtimeMs])).toEqual(before);
  });

  it('is empty where the folder is missing', () => {
    expect(open().get('a')).toBeUndefined();
  });

  it('keeps the whole entries of a shard that was cut off at any byte', () => {
    run({ a: '甲', b: '乙', c: '丙' });
    const file = onlyShard();
    const whole = readFileSync(file);
    for (let length = 0; length < whole.length; length += 1) {
      writeFileSync(file, whole.subarray(0, length));
      const cache = open();
      for (const [key, value] of [
        ['a', '甲'],
        ['b', '乙'],
        ['c', '丙'],
      ] as const) {
        expect([undefined, value]).toContain(cache.get(key));
      }
      expect(cache.get('c')).toBeUndefined();
    }
  });

  it('never gives a damaged value', () => {
    run({ a: 'first', b: 'second' });
    const file = onlyShard();
    const whole = readFileSync(file);
    for (let place = 0; place < whole.length; place += 1) {
      const damaged = Buffer.from(whole);
      damaged[place] = (damaged[place] ?? 0) ^ 0x01;
      writeFileSync(file, damaged);
      const cache = open();
      expect([undefined, 'first']).toContain(cache.get('a'));
      expect([undefined, 'second']).toContain(cache.get('b'));
    }
  });

  it('passes by a shard of another version, and by anything else in the folder', () => {
    run({ a: '1' });
    const text = readFileSync(onlyShard(), 'utf8');
    writeFileSync(onlyShard(), text.replace('downlink-cache 1', 'downlink-cache 2'));
    writeFileSync(path.join(folder, 'notes.txt'), text);
    writeFileSync(path.join(folder, 'empty.shard'), '');
    expect(open().get('a')).toBeUndefined();
    run({ a: '2' });
    expect(open().get('a')).toBe('2');
  });

  it('keeps what two runs add at once, and leaves nothing unfinished', () => {
    const one = open();
    const other = open();
    one.set('a', '1');
    other.set('b', '2');
    other.set('a', '1');
    one.save();
    other.save();
    expect([open().get('a'), open().get('b')]).toEqual(['1', '2']);
    expect(shards().every((file) => file.endsWith('.shard'))).toBe(true);
  });

  it('survives a merge by another run between reading and saving', () => {
    run({ a: '1' });
    run({ b: '2' });
    const slow = open({ shards: 2 });
    expect(slow.get('a')).toBe('1');
    run({ c: '3' }, [], { shards: 2 });
    expect(shards()).toHaveLength(1);
    slow.set('d', '4');
    slow.save();
    expect(['a', 'b', 'c', 'd'].map((key) => open().get(key))).toEqual(['1', '2', '3', '4']);
  });

  it('merges many shards into one', () => {
    for (const name of ['a', 'b', 'c', 'd']) run({ [name]: name }, [], { shards: 3 });
    expect(shards()).toHaveLength(1);
    expect(['a', 'b', 'c', 'd'].map((key) => open().get(key))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('stays below its limit by dropping what was used longest ago', () => {
    const value = 'x'.repeat(1_000);
    const limits = { bytes: 5_000, shards: 2 };
    for (let day = 0; day < 40; day += 1) {
      run({ [`new-${String(day)}`]: value }, ['new-0'], limits, day);
      const bytes = shards().reduce((sum, file) => sum + statSync(file).size, 0);
      expect(bytes).toBeLessThan(limits.bytes + 1_100);
    }
    const last = open(limits, 40);
    expect(last.get('new-0')).toBe(value);
    expect(last.get('new-39')).toBe(value);
    expect(last.get('new-20')).toBeUndefined();
  });

  it('keeps all that the last run asked for, however much that is', () => {
    const names = Array.from({ length: 12 }, (_, number) => `key-${String(number)}`);
    const limits = { bytes: 5_000, shards: 2 };
    for (const name of names) run({ [name]: '字'.repeat(1_000) }, names, limits);
    expect(names.filter((name) => open().get(name) === undefined)).toEqual([]);
  });

  it('reads later what it has found, though the files are gone', () => {
    run({ a: '公式' });
    const cache = open();
    const read = cache.find('a');
    for (const file of shards()) rmSync(file);
    cache.save();
    expect(read?.toString()).toBe('公式');
    expect(open().find('a')).toBeUndefined();
  });

  it('writes more than it has in hand at once', () => {
    const values = Array.from({ length: 5 }, (_, number) => `甲${String(number)}`.repeat(400_000));
    run(Object.fromEntries(values.map((value, place) => [`k${String(place)}`, value])));
    expect(shards()).toHaveLength(1);
    expect(values.map((_, place) => open().get(`k${String(place)}`))).toEqual(values);
  });

  it('keeps nothing where it is only read', () => {
    run({ a: '1' });
    run({ b: '2' }, ['a'], { isReadOnly: true });
    expect([open().get('a'), open().get('b')]).toEqual(['1', undefined]);
  });

  it('drops at a merge what nobody has used for long', () => {
    run({ old: '1', used: '2' });
    run({}, ['used'], {}, 20);
    run({ new: '3' }, [], { shards: 1, days: 30 }, 40);
    expect(['old', 'used', 'new'].map((key) => open().get(key))).toEqual([undefined, '2', '3']);
  });

  it('removes at a merge what a killed run left unfinished', () => {
    run({ a: '1' });
    const [old, young] = ['old.unfinished', 'young.unfinished'].map((name) => path.join(folder, name));
    for (const file of [old, young]) writeFileSync(file ?? '', '');
    utimesSync(old ?? '', new Date(2020, 0), new Date(2020, 0));
    run({ b: '2' }, [], { shards: 1 });
    expect(shards().filter((file) => file.endsWith('.unfinished'))).toEqual([young]);
  });

  it('is just no cache where it cannot be written or read', () => {
    // Root may write into any folder, but nobody can make a folder inside a file.
    writeFileSync(path.dirname(folder) + '.file', '');
    const inFile = new DiskCache(path.join(`${path.dirname(folder)}.file`, 'renditions'));
    inFile.set('a', '1');
    expect(() => {
      inFile.save();
    }).not.toThrow();
    expect(inFile.get('a')).toBeUndefined();
    rmSync(`${path.dirname(folder)}.file`);

    run({ a: '1' });
    chmodSync(folder, 0o500);
    expect(() => {
      run({ b: '2' }, ['a'], { shards: 1 });
    }).not.toThrow();
    chmodSync(folder, 0o700);
    expect(open().get('a')).toBe('1');
  });
});
