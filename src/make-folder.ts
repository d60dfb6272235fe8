import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder that somebody has named, and those above it, one by one: where the system says of each that there
 * is no such folder, as in `/proc`, Node's own way would try for ever.
 *
 * @throws the system's error, see `system-error.ts`.
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = path.resolve(folder); !existsSync(at); at = path.dirname(at)) missing.unshift(at);
  for (const one of missing) {
    try {
      mkdirSync(one);
    } catch (error) {
      // Another process may have been faster.
      if (!existsSync(one)) throw error;
    }
  }
}
