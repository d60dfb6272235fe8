import { createHash } from 'node:crypto';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** An entry inside the bytes of a shard that was read. */
export interface StoredEntry {
  readonly shard: Buffer;
  readonly start: number;
  readonly end: number;
  readonly checksum: number;
  /** Days since 1970 on which the entry was last known to be used. */
  readonly day: number;
}

/** An entry that is to be written. */
export interface ShardLine {
  readonly key: string;
  readonly day: number;
  /** How many bytes there are. */
  readonly length: number;
  /** Them, when they are written; nothing where they cannot be read, which is no entry then. */
  readonly read: () => Uint8Array | undefined;
}

/** First line of a shard; a file with another one is of another version. */
const header = Buffer.from('downlink-cache 1\n');

/** Bytes that are written at once. */
const batchBytes = 2 ** 22;

const checksumOf = (key: string, value: Uint8Array): number => crc32(value, crc32(key));

const lineEnd = Buffer.from('\n');
function partsOf({ key, day, read }: ShardLine): Uint8Array[] {
  const value = read();
  if (!value) return [];
  return [Buffer.from(`${key} ${String(day)} ${checksumOf(key, value).toString(16)} `), value, lineEnd];
}

/** The most that a line takes besides its key and value, in bytes: blanks, a day of five digits, a checksum. */
const lineOverhead = 17;

/** The most bytes that a line takes in a shard. */
export const lineBytes = ({ key, length }: ShardLine): number => key.length + length + lineOverhead;

/**
 * Writes a shard, a batch at a time: the whole of it would be as much memory again.
 *
 * @param file does not exist yet.
 * @returns a name for its content.
 */
export function writeShard(file: string, lines: readonly ShardLine[]): string {
  const hash = createHash('sha256');
  const descriptor = openSync(file, 'wx');
  let batch: Uint8Array[] = [header];
  let size = 0;
  const flush = (): void => {
    const bytes = Buffer.concat(batch);
    hash.update(bytes);
    writeFileSync(descriptor, bytes);
    batch = [];
    size = 0;
  };
  try {
    for (const line of lines) {
      for (const part of partsOf(line)) {
        batch.push(part);
        size += part.length;
      }
      if (size > batchBytes) flush();
    }
    flush();
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Finds the entries of a shard; of two with one key, that of the later day, or else the later one. A last line
 * that was cut off has no end and is none.
 *
 * @param into gets them.
 */
export function readShard(shard: Buffer, into: Map<string, StoredEntry>): void {
  if (!shard.subarray(0, header.length).equals(header)) return;
  let from = header.length;
  for (let end = shard.indexOf(10, from); end >= 0; from = end + 1, end = shard.indexOf(10, from)) {
    const parts = /^(\S+) (\d+) ([\da-f]{1,8}) /u.exec(
      shard.toString('latin1', from, Math.min(end, from + 120)),
    );
    const [whole = '', key = '', day, checksum = ''] = parts ?? [];
    if (key === '' || Number(day) < (into.get(key)?.day ?? 0)) continue;
    const start = from + whole.length;
    into.set(key, { shard, start, end, checksum: Number.parseInt(checksum, 16), day: Number(day) });
  }
}

/** The bytes of an entry; nothing where they are not those that were written. */
export function bytesOf(key: string, { shard, start, end, checksum }: StoredEntry): Buffer | undefined {
  const bytes = shard.subarray(start, end);
  return checksumOf(key, bytes) === checksum ? bytes : undefined;
}
