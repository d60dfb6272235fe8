import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../make-folder.ts';

/** Thrown when somebody else holds a lock. */
export class LockedError extends Error {
  override name = 'LockedError';
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process answers EPERM: it lives.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function holderOf(file: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes a lock file for this process; one left behind by a process that is gone is taken over.
 *
 * @returns how to give the lock back.
 * @throws {LockedError} when a living process holds it.
 */
export function takeLock(file: string, what: string): () => void {
  makeFolder(path.dirname(file));
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(file, `${String(process.pid)}\n`, { flag: 'wx' });
      const release = (): void => {
        process.off('exit', release);
        if (holderOf(file) === process.pid) rmSync(file, { force: true });
      };
      // A signal handler that ends the process leaves no lock behind either.
      process.on('exit', release);
      return release;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = holderOf(file);
      if (holder !== undefined && isAlive(holder)) {
        throw new LockedError(`Another build (process ${String(holder)}) is at work on ${what}.`);
      }
      rmSync(file, { force: true });
    }
  }
  throw new LockedError(`Another build is at work on ${what}.`);
}
