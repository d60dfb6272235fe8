import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '../../src/make-folder.ts';

it('makes a folder and those above it, once', () => {
  const base = mkdtempSync(path.join(tmpdir(), 'downlink-make-'));
  onTestFinished(() => {
    rmSync(base, { recursive: true });
  });
  const folder = path.join(base, 'a', 'b', '..', 'c');
  makeFolder(folder);
  makeFolder(folder);
  expect(statSync(path.join(base, 'a', 'c')).isDirectory()).toBe(true);
  const file = path.join(base, 'file');
  writeFileSync(file, '');
  expect(() => {
    makeFolder(path.join(file, 'below'));
  }).toThrow(/^ENOTDIR.*below'$/u);
});

it.runIf(process.platform === 'linux')('says where the system has none made', () => {
  expect(() => {
    makeFolder('/proc/downlink/posts');
  }).toThrow("ENOENT: no such file or directory, mkdir '/proc/downlink'");
});
