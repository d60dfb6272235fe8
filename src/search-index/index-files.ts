import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { type LastFiles, takeFile, type WrittenFile, type WrittenFiles } from './last-index.ts';
import { pack } from './pagefind-file.ts';

/** Letters of a name, where no other file has the same. */
const shortName = 7;

/** A packed file, with the hash of what it holds, from which it gets its name. */
export interface PackedFile {
  readonly hash: string;
  /** In base64, to be kept as text. */
  readonly packed: string;
}

/** Writes the files of an index into its folder. */
export class IndexFiles {
  readonly #folder: string;
  readonly #language: string;
  readonly #names = new Set<string>();
  readonly #made = new Set<string>();
  readonly #last: LastFiles | undefined;
  readonly #written: Record<string, WrittenFile> = {};

  /** @param last files of the last site, which are taken where they are the same. */
  constructor(folder: string, language: string, last?: LastFiles) {
    this.#folder = folder;
    this.#language = language;
    this.#last = last;
  }

  /** What was packed, by paths in the folder. */
  get written(): WrittenFiles {
    return this.#written;
  }

  /** Writes a file as it is. */
  write(name: string, content: string | Uint8Array): void {
    writeFileSync(this.#placeOf(name), content);
  }

  /** Where a file goes, in a folder that is there. */
  #placeOf(name: string): string {
    const file = path.join(this.#folder, name);
    const parent = path.dirname(file);
    if (!this.#made.has(parent)) mkdirSync(parent, { recursive: true });
    this.#made.add(parent);
    return file;
  }

  /**
   * Packs a file, where an earlier build has not done it, and writes it, or takes it from the last site.
   *
   * @param onPacked is given what was packed now.
   * @returns a name that no other content has, as it is cached for good.
   */
  pack(
    content: Uint8Array | PackedFile,
    fileOf: (name: string) => string,
    onPacked?: (file: PackedFile) => void,
  ): string {
    const isPacked = 'packed' in content;
    const hash = isPacked ? content.hash : createHash('sha256').update(content).digest('hex');
    const name = this.#nameOf(hash);
    const file = fileOf(name);
    // Whoever wants to know what was packed has not been told yet.
    if ((isPacked || !onPacked) && this.#take(file, hash)) return name;
    const packed = isPacked ? Buffer.from(content.packed, 'base64') : pack(content);
    this.write(file, packed);
    this.#written[file] = { hash, checksum: crc32(packed), size: packed.length };
    if (!isPacked) onPacked?.({ hash, packed: packed.toString('base64') });
    return name;
  }

  #take(name: string, hash: string): boolean {
    const known = this.#last && takeFile(this.#last, name, this.#placeOf(name), hash);
    if (known) this.#written[name] = known;
    return known !== undefined;
  }

  #nameOf(hash: string): string {
    let length = shortName;
    const name = (): string => `${this.#language}_${hash.slice(0, length)}`;
    while (this.#names.has(name()) && length < hash.length) length += 1;
    this.#names.add(name());
    return name();
  }
}
