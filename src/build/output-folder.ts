import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../make-folder.ts';

/** A file that says that a folder was written by Downlink and may be replaced by it. */
const marker = '.downlink';

/** Thrown when the output folder cannot or must not be written. */
export class OutputError extends Error {
  override name = 'OutputError';
}

/** Files of a folder from which on it is removed by a process of its own. */
const manyFiles = 2000;

/** Removes a folder that nobody needs any more. What of it cannot be removed is left to the next build. */
function removeFolder(folder: string, many: number): void {
  if (readdirSync(folder, { recursive: true }).length < many) {
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  const script = 'require("node:fs").rmSync(process.argv[1], { recursive: true, force: true })';
  spawn(process.execPath, ['-e', script, folder], { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}

const beside = (out: string, suffix: string): string =>
  path.join(path.dirname(out), `.${path.basename(out)}-${suffix}`);

/** What a built site says of the generator that wrote it; nothing where there is no such site. */
export function markerOf(out: string): string | undefined {
  const file = path.join(out, marker);
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : undefined;
}

/** The lock beside an output folder. */
export const lockFileOf = (out: string): string => beside(out, 'lock');

/**
 * A site under construction, beside the folder where it is to stand. The folder that readers are
 * served from is exchanged whole, at the end, or not touched at all.
 */
export class OutputFolder {
  readonly out: string;
  /** Where the new site is written. */
  readonly staging: string;
  /** Where the search index grows; Astro empties the staging folder when it begins. */
  readonly search: string;
  readonly #previous: string;
  /** What the names of old sites that are being removed begin with. */
  readonly #removed: string;
  readonly #many: number;

  /** @param many files from which on nobody waits until the old site is removed. */
  constructor(out: string, many = manyFiles) {
    this.#many = many;
    this.#removed = beside(out, 'removed-');
    this.out = out;
    this.staging = beside(out, 'next');
    this.search = beside(out, 'search');
    this.#previous = beside(out, 'previous');
  }

  /**
   * Makes an empty staging folder, and repairs what an interrupted exchange left behind.
   *
   * @throws {OutputError} when the output folder holds something that Downlink did not write.
   */
  prepare(): void {
    const { out, staging } = this;
    if (existsSync(this.#previous)) {
      // The exchange was cut in two: either the old site is still to be put back, or only to be removed.
      if (existsSync(out)) this.#removePrevious();
      else renameSync(this.#previous, out);
    }
    this.#removeLeftovers();
    if (existsSync(out)) {
      if (!statSync(out).isDirectory()) throw new OutputError(`${out} is a file, not a folder.`);
      const entries = readdirSync(out);
      if (entries.length > 0 && !entries.includes(marker)) {
        throw new OutputError(
          `${out} holds files that Downlink did not write, and the build would replace them. Empty it, or name another folder with --out DIR.`,
        );
      }
    }
    this.discard();
    try {
      makeFolder(staging);
    } catch (error) {
      throw new OutputError(`Cannot write beside ${out}: ${(error as Error).message}`);
    }
  }

  /** Puts the new site in the place of the old one: two renames, no copy. */
  publish(generator: string): void {
    const { out, staging } = this;
    writeFileSync(path.join(staging, marker), `${generator}\n`);
    if (existsSync(out)) renameSync(out, this.#previous);
    renameSync(staging, out);
    if (existsSync(this.#previous)) this.#removePrevious();
  }

  /** Under a name of its own, so that the next build does not meet it half removed. */
  #removePrevious(): void {
    const removed = this.#removed + randomUUID();
    renameSync(this.#previous, removed);
    removeFolder(removed, this.#many);
  }

  /** Removes old sites whose removal was cut off. */
  #removeLeftovers(): void {
    const folder = path.dirname(this.#removed);
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder)) {
      if (!name.startsWith(path.basename(this.#removed))) continue;
      try {
        removeFolder(path.join(folder, name), this.#many);
      } catch {
        // It is being removed in this moment.
      }
    }
  }

  /** Removes the unfinished site; the old one stays as it is. */
  discard(): void {
    for (const folder of [this.staging, this.search]) rmSync(folder, { recursive: true, force: true });
  }
}
