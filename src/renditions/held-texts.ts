import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Bytes of this run that are held in memory; the others are in a file. About those of 1,600 articles with 25 formulas. */
const mostInMemory = 256 * 2 ** 20;

/** Bytes that go into the file at once. */
const batchBytes = 2 ** 22;

interface Place {
  readonly start: number;
  readonly length: number;
}

/** A file without a name, which goes with its process. */
function namelessFile(folder: string): number {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${randomUUID()}.held`);
  const descriptor = openSync(file, 'wx+');
  try {
    rmSync(file);
    return descriptor;
  } catch (error) {
    // A system that keeps open files: better none than one that stays.
    closeSync(descriptor);
    rmSync(file, { force: true });
    throw error;
  }
}

/**
 * Texts in UTF-8 by key, each set once. A large site has more of them than fit into memory beside all else, so
 * what comes beyond a limit is written into a file that nobody sees.
 */
export class HeldTexts {
  readonly #folder: string | undefined;
  readonly #most: number;
  readonly #inMemory = new Map<string, Buffer>();
  readonly #inFile = new Map<string, Place>();
  /** Texts that go into the file next; they are in memory until then. */
  #next: [key: string, text: Buffer][] = [];
  #nextBytes = 0;
  #bytes = 0;
  #end = 0;
  #descriptor: number | undefined;

  /**
   * @param folder for the file; without one, all texts are held in memory, as they are where it cannot be written.
   * @param most bytes that are held in memory.
   */
  constructor(folder?: string, most = mostInMemory) {
    this.#folder = folder;
    this.#most = most;
  }

  has(key: string): boolean {
    return this.#inMemory.has(key) || this.#inFile.has(key);
  }

  get(key: string): Buffer | undefined {
    const place = this.#inFile.get(key);
    if (!place || this.#descriptor === undefined) return this.#inMemory.get(key);
    const text = Buffer.allocUnsafeSlow(place.length);
    readSync(this.#descriptor, text, 0, place.length, place.start);
    return text;
  }

  /** Holds a part of a file that was read, which is in memory for others as well. */
  setAsItIs(key: string, text: Buffer): void {
    this.#inMemory.set(key, text);
  }

  /** @param text stays as it is. */
  set(key: string, text: Buffer): void {
    this.#inMemory.set(key, text);
    this.#bytes += text.length;
    if (this.#folder === undefined || this.#bytes <= this.#most) return;
    this.#next.push([key, text]);
    this.#nextBytes += text.length;
    if (this.#nextBytes > batchBytes) this.#write(this.#folder);
  }

  /** Forgets a text. */
  delete(key: string): void {
    this.#inMemory.delete(key);
    this.#inFile.delete(key);
  }

  /** Writes the next texts into the file; where that cannot be, they stay in memory. */
  #write(folder: string): void {
    const texts = this.#next.filter(([key, text]) => this.#inMemory.get(key) === text);
    this.#next = [];
    this.#nextBytes = 0;
    try {
      this.#descriptor ??= namelessFile(folder);
      const bytes = Buffer.concat(texts.map(([, text]) => text));
      for (let done = 0; done < bytes.length;)
        done += writeSync(this.#descriptor, bytes, done, bytes.length - done, this.#end + done);
    } catch {
      return;
    }
    for (const [key, { length }] of texts) {
      this.#inFile.set(key, { start: this.#end, length });
      this.#inMemory.delete(key);
      this.#bytes -= length;
      this.#end += length;
    }
  }
}
