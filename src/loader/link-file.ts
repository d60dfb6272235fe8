import { constants, copyFileSync, linkSync } from 'node:fs';

/**
 * Puts a file of one site into another as the same file, where the disk can do that.
 *
 * @param to in a folder that is there.
 * @throws {Error} where another one is there already.
 */
export function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}
