import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
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

  constructor(folder: string, language: string) {
    this.#folder = folder;
    this.#language = language;
  }

  /** Writes a file as it is. */
  write(name: string, content: string | Uint8Array): void {
    const file = path.join(this.#folder, name);
    const parent = path.dirname(file);
    if (!this.#made.has(parent)) mkdirSync(parent, { recursive: true });
    this.#made.add(parent);
    writeFileSync(file, content);
  }

  /**
   * Packs a file, where an earlier build has not done it, and writes it.
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
    const packed = isPacked ? Buffer.from(content.packed, 'base64') : pack(content);
    const name = this.#nameOf(hash);
    this.write(fileOf(name), packed);
    if (!isPacked) onPacked?.({ hash, packed: packed.toString('base64') });
    return name;
  }

  #nameOf(hash: string): string {
    let length = shortName;
    const name = (): string => `${this.#language}_${hash.slice(0, length)}`;
    while (this.#names.has(name()) && length < hash.length) length += 1;
    this.#names.add(name());
    return name();
  }
}
