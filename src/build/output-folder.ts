import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A file that says that a folder was written by Downlink and may be replaced by it. */
const marker = '.downlink';

/** Thrown when the output folder cannot or must not be written. */
export class OutputError extends Error {
  override name = 'OutputError';
}

const beside = (out: string, suffix: string): string =>
  path.join(path.dirname(out), `.${path.basename(out)}-${suffix}`);

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

  constructor(out: string) {
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
      if (existsSync(out)) rmSync(this.#previous, { recursive: true, force: true });
      else renameSync(this.#previous, out);
    }
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
      mkdirSync(staging, { recursive: true });
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
    rmSync(this.#previous, { recursive: true, force: true });
  }

  /** Removes the unfinished site; the old one stays as it is. */
  discard(): void {
    for (const folder of [this.staging, this.search]) rmSync(folder, { recursive: true, force: true });
  }
}
