import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OutputFolder } from '../../../src/build/output-folder.ts';

let parent: string;
let out: string;

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'downlink-out-'));
  out = path.join(parent, 'dist');
});
afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

function publish(text: string): void {
  const folder = new OutputFolder(out);
  folder.prepare();
  writeFileSync(path.join(folder.staging, 'index.html'), text);
  folder.publish('test');
}

const published = (): string => readFileSync(path.join(out, 'index.html'), 'utf8');

describe('OutputFolder', () => {
  it('replaces its own output and leaves nothing beside it', () => {
    publish('one');
    publish('two');
    expect(published()).toBe('two');
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  it('leaves the old site alone until it publishes', () => {
    publish('one');
    const folder = new OutputFolder(out);
    folder.prepare();
    writeFileSync(path.join(folder.staging, 'index.html'), 'half');
    expect(published()).toBe('one');
    folder.discard();
    expect(published()).toBe('one');
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  it('never replaces a folder that it did not write', () => {
    mkdirSync(out);
    writeFileSync(path.join(out, 'precious.txt'), 'x');
    expect(() => {
      new OutputFolder(out).prepare();
    }).toThrow(/did not write/u);
    expect(existsSync(path.join(out, 'precious.txt'))).toBe(true);
  });

  it('does not wait until a large old site is removed', async () => {
    publish('one');
    const folder = new OutputFolder(out, 1);
    folder.prepare();
    writeFileSync(path.join(folder.staging, 'index.html'), 'two');
    folder.publish('test');
    expect(published()).toBe('two');
    await vi.waitFor(
      () => {
        expect(readdirSync(parent)).toEqual(['dist']);
      },
      { timeout: 20_000 },
    );
  });

  it('removes old sites whose removal was cut off', () => {
    publish('one');
    mkdirSync(path.join(parent, '.dist-removed-1', 'posts'), { recursive: true });
    const folder = new OutputFolder(out);
    folder.prepare();
    folder.discard();
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  it('puts the old site back after an exchange that was cut in two', () => {
    publish('one');
    renameSync(out, path.join(parent, '.dist-previous'));
    new OutputFolder(out).prepare();
    expect(published()).toBe('one');
  });
});
