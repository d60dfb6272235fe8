import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  bytesOf,
  lineBytes,
  readShard,
  type ShardLine,
  type StoredEntry,
  writeShard,
} from './cache-shard.ts';

/** How large a cache may grow. */
export interface CacheLimits {
  /** Bytes of all shards together. */
  readonly bytes: number;
  /** Shards after which they are merged into one. */
  readonly shards: number;
  /** Days after which an entry that nobody used is dropped. */
  readonly days: number;
  /** Whether it is only read: what is set is not kept. */
  readonly isReadOnly: boolean;
}

const defaults: CacheLimits = { bytes: 128 * 2 ** 20, shards: 8, days: 60, isReadOnly: false };

/** A value that is somewhere else until it is asked for. */
export interface ValueElsewhere {
  /** Bytes in UTF-8. */
  readonly length: number;
  readonly read: () => Buffer | undefined;
}

const bytesNow = (value: Buffer | ValueElsewhere): Buffer | undefined =>
  Buffer.isBuffer(value) ? value : value.read();

const lineOf = (key: string, day: number, value: Buffer | ValueElsewhere): ShardLine => ({
  key,
  day,
  length: value.length,
  read: () => bytesNow(value),
});

const suffix = '.shard';
const unfinished = '.unfinished';

/** An entry's use is written down again after so many days, not at every run. */
const refreshDays = 7;
const millisecondsADay = 86_400_000;

/**
 * Strings by key, in a few files that only ever get company: a run writes what it has added as one
 * new shard, under a temporary name and then renamed. So a reader sees whole files only, and two
 * processes never write the same one. Several small shards are merged, and then what nobody used
 * lately is dropped.
 *
 * A cache is only a help: what cannot be read is missing, and what cannot be written is not kept.
 * Each entry carries a checksum, so a damaged one is missing too. Where a key was kept twice, the shard
 * written last counts.
 *
 * A shard is text, a line for an entry: `key day checksum value`.
 */
export class DiskCache {
  readonly #folder: string;
  readonly #limits: CacheLimits;
  readonly #today: number;
  readonly #added = new Map<string, Buffer | ValueElsewhere>();
  readonly #used = new Set<string>();
  /** Names of the shards that were read. */
  readonly #files = new Set<string>();
  #stored: Map<string, StoredEntry> | undefined;

  /**
   * @param folder made when there is something to write.
   * @param now moment by which use is dated.
   */
  constructor(folder: string, limits: Partial<CacheLimits> = {}, now = new Date()) {
    this.#folder = folder;
    this.#limits = { ...defaults, ...limits };
    this.#today = Math.floor(now.getTime() / millisecondsADay);
  }

  /** Whether what is set is kept. */
  get isWritten(): boolean {
    return !this.#limits.isReadOnly;
  }

  /** The value of a key. */
  get(key: string): string | undefined {
    return this.find(key)?.toString('utf8');
  }

  /** The value of a key in UTF-8, which stays as it is whatever happens to the files. */
  find(key: string): Buffer | undefined {
    const added = this.#added.get(key);
    if (added !== undefined) return bytesNow(added);
    const bytes = this.#bytesOf(key);
    if (bytes !== undefined) this.#used.add(key);
    return bytes;
  }

  /**
   * Keeps a value until {@link save} writes it.
   *
   * @param key without blanks.
   * @param value on one line; bytes must be those of UTF-8, and stay as they are.
   */
  set(key: string, value: string | Buffer | ValueElsewhere): void {
    if (this.isWritten) this.#added.set(key, typeof value === 'string' ? Buffer.from(value) : value);
  }

  /** Writes what was added, merges shards where there are many, and frees what was read. */
  save(): void {
    try {
      if (this.#added.size === 0 && this.#used.size === 0) this.#stored = undefined;
      else if (this.#needsMerge()) this.#removeShards(this.#merge());
      else this.#append();
    } catch {
      // A full or read-only disk: then there is no cache.
    }
    this.#added.clear();
    this.#used.clear();
    this.#stored = undefined;
  }

  #load(): Map<string, StoredEntry> {
    if (this.#stored) return this.#stored;
    this.#stored = new Map();
    this.#files.clear();
    for (const { name } of this.#shards()) {
      try {
        const shard = readFileSync(path.join(this.#folder, name));
        this.#files.add(name);
        readShard(shard, this.#stored);
      } catch {
        // Merged into another shard in this moment.
      }
    }
    return this.#stored;
  }

  /** The shards, those written last at the end. */
  #shards(): { readonly name: string; readonly bytes: number; readonly written: number }[] {
    return this.#list(suffix)
      .flatMap((name) => {
        const info = statSync(path.join(this.#folder, name), { throwIfNoEntry: false });
        return info ? [{ name, bytes: info.size, written: info.mtimeMs }] : [];
      })
      .toSorted((a, b) => a.written - b.written || (a.name < b.name ? -1 : 1));
  }

  #bytesOf(key: string): Buffer | undefined {
    const entry = this.#load().get(key);
    return entry && bytesOf(key, entry);
  }

  #needsMerge(): boolean {
    const shards = this.#shards();
    const total = shards.reduce((sum, { bytes }) => sum + bytes, 0);
    return shards.length >= this.#limits.shards || total > this.#mostBytes();
  }

  /** The limit, or twice what this run needs: a large site's cache must not drop what its next build asks for. */
  #mostBytes(): number {
    let needed = 0;
    for (const value of this.#added.values()) needed += value.length;
    for (const key of this.#used) {
      const { start = 0, end = 0 } = this.#load().get(key) ?? {};
      needed += end - start;
    }
    return Math.max(this.#limits.bytes, 2 * needed);
  }

  /** Writes one more shard, where there is something to write. */
  #append(): void {
    const day = this.#today;
    const lines = [...this.#added].map(([key, value]) => lineOf(key, day, value));
    for (const key of this.#used) {
      if (this.#added.has(key)) continue;
      const lastUse = this.#load().get(key)?.day ?? day;
      const value = day - lastUse < refreshDays ? undefined : this.#bytesOf(key);
      if (value !== undefined) lines.push(lineOf(key, day, value));
    }
    if (lines.length > 0) this.#write(lines);
  }

  /**
   * Writes one shard in place of all, the entries used last first, up to three quarters of the limit.
   *
   * @returns the new shard's name.
   */
  #merge(): string {
    const days = new Map([...this.#load()].map(([key, { day }]) => [key, day]));
    for (const key of [...this.#used, ...this.#added.keys()]) days.set(key, this.#today);
    const lines: ShardLine[] = [];
    let room = this.#mostBytes() * 0.75;
    for (const [key, day] of [...days].toSorted(([, a], [, b]) => b - a)) {
      const value =
        this.#today - day > this.#limits.days ? undefined : (this.#added.get(key) ?? this.#bytesOf(key));
      if (value === undefined) continue;
      const line = lineOf(key, day, value);
      room -= lineBytes(line);
      if (room < 0) break;
      lines.push(line);
    }
    return this.#write(lines);
  }

  #write(lines: readonly ShardLine[]): string {
    const temporary = path.join(this.#folder, randomUUID() + unfinished);
    mkdirSync(this.#folder, { recursive: true });
    try {
      const name = writeShard(temporary, lines) + suffix;
      renameSync(temporary, path.join(this.#folder, name));
      return name;
    } finally {
      rmSync(temporary, { force: true });
    }
  }

  /** Removes the shards that were merged, and files that a killed process left unfinished. */
  #removeShards(kept: string): void {
    for (const name of this.#files) {
      if (name !== kept) rmSync(path.join(this.#folder, name), { force: true });
    }
    for (const name of this.#list(unfinished)) {
      const file = path.join(this.#folder, name);
      const age = Date.now() - statSync(file).mtimeMs;
      if (age > millisecondsADay) rmSync(file, { force: true });
    }
  }

  #list(ending: string): string[] {
    try {
      return readdirSync(this.#folder).filter((name) => name.endsWith(ending));
    } catch {
      return [];
    }
  }
}
