import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

/** Says what stands beside it, and is written last: without it nothing is there. */
const manifestName = 'manifest.json';

interface Manifest {
  /** A name for all that the folder was made from. */
  readonly madeFrom: string;
  /** Checksums of the files by their names. */
  readonly files: Readonly<Record<string, number>>;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));

function write(folder: string, name: string, content: string | Uint8Array): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/**
 * Puts a folder that was kept into another place.
 *
 * @returns whether there is one of this name, whole; else nothing is left in the folder.
 */
export function restoreFolder(kept: string, madeFrom: string, into: string): boolean {
  try {
    const manifest = JSON.parse(readFileSync(path.join(kept, manifestName), 'utf8')) as Manifest;
    if (manifest.madeFrom !== madeFrom) return false;
    for (const [name, checksum] of Object.entries(manifest.files)) {
      const content = readFileSync(path.join(kept, name));
      if (crc32(content) !== checksum) throw new Error(`${name} is damaged.`);
      write(into, name, content);
    }
    return true;
  } catch {
    // Not there, cut off, or changed: it is made again, and kept whole.
    rmSync(into, { recursive: true, force: true });
    rmSync(path.join(kept, manifestName), { force: true });
    return false;
  }
}

/** The files that are kept, as far as they are known. */
function keptFiles(kept: string): Manifest['files'] {
  try {
    return (JSON.parse(readFileSync(path.join(kept, manifestName), 'utf8')) as Manifest).files;
  } catch {
    return {};
  }
}

/**
 * Keeps a folder for the next run in the place of the one before, of which it takes the files that are the
 * same. A full or read-only disk keeps none.
 */
export function keepFolder(from: string, madeFrom: string, kept: string): void {
  try {
    const before = keptFiles(kept);
    // From here on nothing is there until the manifest is written again.
    rmSync(path.join(kept, manifestName), { force: true });
    const files: Record<string, number> = {};
    for (const name of filesIn(from)) {
      const content = readFileSync(path.join(from, name));
      files[name] = crc32(content);
      if (before[name] !== files[name]) write(kept, name, content);
    }
    const known = existsSync(kept) ? filesIn(kept) : [];
    for (const name of known) if (!(name in files)) rmSync(path.join(kept, name));
    write(kept, manifestName, JSON.stringify({ madeFrom, files } satisfies Manifest));
  } catch {
    // A cache is only a help.
  }
}
