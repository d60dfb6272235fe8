import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pack } from './pagefind-file.ts';

/** Files that are packed, in threads of their own, while the next ones are made. */
const together = 64;
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
  #writing: Promise<void>[] = [];

  constructor(folder: string, language: string) {
    this.#folder = folder;
    this.#language = language;
  }

  /** Writes a file as it is. */
  async write(name: string, content: string | Uint8Array): Promise<void> {
    const file = path.join(this.#folder, name);
    const parent = path.dirname(file);
    if (!this.#made.has(parent)) mkdirSync(parent, { recursive: true });
    this.#made.add(parent);
    await writeFile(file, content);
  }

  /**
   * Packs a file, where an earlier build has not done it, and writes it later.
   *
   * @param onPacked is given what was packed now.
   * @returns a name that no other content has, as it is cached for good.
   */
  async pack(
    content: Uint8Array | PackedFile,
    fileOf: (name: string) => string,
    onPacked?: (file: PackedFile) => void,
  ): Promise<string> {
    const isPacked = 'packed' in content;
    const hash = isPacked ? content.hash : createHash('sha256').update(content).digest('hex');
    const name = this.#nameOf(hash);
    if (this.#writing.length >= together) await this.finish();
    const write = async (): Promise<void> => {
      const packed = isPacked ? Buffer.from(content.packed, 'base64') : await pack(content);
      if (!isPacked) onPacked?.({ hash, packed: packed.toString('base64') });
      await this.write(fileOf(name), packed);
    };
    this.#writing.push(write());
    return name;
  }

  /** Waits until all files are there. */
  async finish(): Promise<void> {
    const writing = this.#writing;
    this.#writing = [];
    await Promise.all(writing);
  }

  #nameOf(hash: string): string {
    let length = shortName;
    const name = (): string => `${this.#language}_${hash.slice(0, length)}`;
    while (this.#names.has(name()) && length < hash.length) length += 1;
    this.#names.add(name());
    return name();
  }
}
