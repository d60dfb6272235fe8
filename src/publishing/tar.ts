import { gzipSync, constants } from 'node:zlib';

/** A file of an archive. */
export interface TarEntry {
  /** Path with slashes, without one at its beginning. */
  readonly name: string;
  readonly content: Uint8Array;
}

const block = 512;
const longestName = 100;

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;

const padded = (content: Uint8Array): Buffer[] => {
  const rest = content.length % block;
  return [Buffer.from(content), Buffer.alloc(rest === 0 ? 0 : block - rest)];
};

/** A header of POSIX.1-1988 (ustar); nobody owns the file, and everybody may read it. */
function header(name: Uint8Array, size: number, seconds: number, type: '0' | 'x'): Buffer {
  const bytes = Buffer.alloc(block);
  bytes.set(name.subarray(0, longestName), 0);
  const fields: [string, number][] = [
    [octal(0o644, 8), 100],
    [octal(0, 8), 108],
    [octal(0, 8), 116],
    [octal(size, 12), 124],
    [octal(seconds, 12), 136],
    // The sum is made as if its own field were blank.
    ['        ', 148],
    [type, 156],
    ['ustar\0' + '00', 257],
    ['root', 265],
    ['root', 297],
  ];
  for (const [text, at] of fields) bytes.write(text, at, 'latin1');
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
}

/** `path=…` as POSIX.1-2001 (pax) has it, with the length of the record itself before it. */
function record(key: string, value: string): Buffer {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest;
  while (rest + String(length).length !== length) length = rest + String(length).length;
  return Buffer.from(`${String(length)} ${key}=${value}\n`);
}

function entry({ name, content }: TarEntry, seconds: number): Buffer[] {
  const bytes = Buffer.from(name);
  const own = [header(bytes, content.length, seconds, '0'), ...padded(content)];
  // A name that is long or has other letters than ASCII stands before the file, as UTF-8.
  if (bytes.length <= longestName && bytes.every((byte) => byte < 128)) return own;
  const path = record('path', name);
  return [header(Buffer.from('pax'), path.length, seconds, 'x'), ...padded(path), ...own];
}

/**
 * An archive that `tar -xzf` reads: the files in the order of their names, all of one time. The same files make the
 * same bytes.
 *
 * @param seconds time of all files, since 1970.
 */
export function tarGz(entries: readonly TarEntry[], seconds: number): Buffer {
  const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const tar = Buffer.concat([...sorted.flatMap((one) => entry(one, seconds)), Buffer.alloc(2 * block)]);
  const zipped = gzipSync(tar, { level: constants.Z_BEST_COMPRESSION });
  // The tenth byte names the system that compressed; 255 is none.
  zipped[9] = 255;
  return zipped;
}
