import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { linkFile } from '../loader/link-file.ts';
import { pipelineOf } from './kept-index.ts';

/** A file of an index that was written. */
export interface WrittenFile {
  /** Of what it was packed from; nothing of a file that is written as it is. */
  readonly hash?: string;
  readonly checksum: number;
  readonly size: number;
  /** When it was written, in milliseconds; nothing where that would not tell a later change. */
  readonly written?: number;
}

/** Files by their paths in the folder of an index. */
export type WrittenFiles = Readonly<Record<string, WrittenFile>>;

/** Files of the index of the last site, in its folder, or a folder below that. */
export interface LastFiles {
  readonly folder: string;
  readonly files: WrittenFiles;
}

interface Manifest {
  readonly madeFrom: string;
  readonly files: WrittenFiles;
}

/** A clock of a file system may stand still for so many milliseconds. */
const coarseClock = 100;

function isAsWritten(file: string, { size, checksum, written }: WrittenFile): boolean {
  const now = statSync(file);
  return now.size === size && (now.mtimeMs === written || crc32(readFileSync(file)) === checksum);
}

/**
 * Puts a file of the last site into the new one, where it is there still, as it was written.
 *
 * @param to in a folder that is there.
 * @param hash what it has to be packed from, where that is known.
 * @returns what is known of it.
 */
export function takeFile(
  { folder, files }: LastFiles,
  name: string,
  to: string,
  hash?: string,
): WrittenFile | undefined {
  const known = files[name];
  if (!known || (hash !== undefined && known.hash !== hash)) return undefined;
  const file = path.join(folder, name);
  try {
    if (!isAsWritten(file, known)) return undefined;
    linkFile(file, to);
    return known;
  } catch {
    return undefined;
  }
}

/** Those in a folder below, by their paths in that. @param name with a slash at its end. */
export function filesBelow({ folder, files }: LastFiles, name: string): LastFiles {
  const own = Object.entries(files).flatMap(([file, known]) =>
    file.startsWith(name) ? [[file.slice(name.length), known] as const] : [],
  );
  return { folder: path.join(folder, name), files: Object.fromEntries(own) };
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));

/**
 * The index of the last site. What its files were made from is written down in a file; they themselves stand in
 * that site, and each is taken only if it is as it was written.
 */
export class LastIndex {
  readonly #file: string;
  readonly #folder: string;
  readonly #manifest: Manifest | undefined;

  /**
   * @param file where it is written down.
   * @param folder where it stands in the last site.
   */
  constructor(file: string, folder: string) {
    this.#file = file;
    this.#folder = folder;
    try {
      this.#manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    } catch {
      // None yet.
    }
  }

  /** Puts all of it into the new site. @returns whether it could; else nothing is in the folder. */
  take(madeFrom: string, into: string): boolean {
    if (this.#manifest?.madeFrom !== madeFrom) return false;
    const { files } = this.#manifest;
    const folders = new Set(Object.keys(files).map((name) => path.dirname(name)));
    for (const name of folders) mkdirSync(path.join(into, name), { recursive: true });
    const last = { folder: this.#folder, files };
    if (Object.keys(files).every((name) => takeFile(last, name, path.join(into, name)))) return true;
    rmSync(into, { recursive: true, force: true });
    return false;
  }

  /** Its files, where they would be packed to the same today. */
  filesFor(madeFrom: string): LastFiles | undefined {
    if (!this.#manifest || pipelineOf(this.#manifest.madeFrom) !== pipelineOf(madeFrom)) return undefined;
    return { folder: this.#folder, files: this.#manifest.files };
  }

  /**
   * Writes down what an index was made from; on a full or read-only disk, nothing.
   *
   * @param folder where it is now.
   * @param known what is known of its files.
   */
  keep(madeFrom: string, folder: string, known: WrittenFiles): void {
    try {
      const files: Record<string, WrittenFile> = {};
      for (const name of filesIn(folder)) {
        const file = path.join(folder, name);
        const { size, mtimeMs } = statSync(file);
        const { hash, checksum = crc32(readFileSync(file)) } = known[name] ?? {};
        const isSettled = Date.now() - mtimeMs > coarseClock;
        files[name] = { ...(hash && { hash }), checksum, size, ...(isSettled && { written: mtimeMs }) };
      }
      mkdirSync(path.dirname(this.#file), { recursive: true });
      const unfinished = `${this.#file}.unfinished`;
      writeFileSync(unfinished, JSON.stringify({ madeFrom, files } satisfies Manifest));
      renameSync(unfinished, this.#file);
    } catch {
      // A cache is only a help. What is written down of an index before this one tells of no file in the new site.
    }
  }
}
