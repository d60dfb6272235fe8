import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from '../../../src/build/lock.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'downlink-lock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('takeLock', () => {
  it('is given back', () => {
    const file = path.join(folder, 'lock');
    const release = takeLock(file, 'x');
    expect(existsSync(file)).toBe(true);
    release();
    expect(existsSync(file)).toBe(false);
  });

  it('refuses while a living process holds it, and says which', () => {
    const file = path.join(folder, 'lock');
    takeLock(file, 'dist');
    expect(() => takeLock(file, 'dist')).toThrow(`process ${String(process.pid)}`);
  });

  it('takes over what a dead process left behind', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => dead.on('exit', resolve));
    const file = path.join(folder, 'lock');
    writeFileSync(file, `${String(dead.pid)}\n`);
    expect(() => takeLock(file, 'x')).not.toThrow();
  });
});
