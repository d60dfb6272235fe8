import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { mediaTypeOf } from './media-types.ts';

/** Bytes below which a file is as good as it is: it goes in one packet anyway. */
export const smallestFile = 1024;

/** What stands behind the name of a compressed copy, by the name of its coding in HTTP. */
export const copies = { br: '.br', gzip: '.gz' } as const;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** The best that each can do: it is done once and read often. */
const compress: Readonly<Record<keyof typeof copies, (content: Buffer) => Promise<Buffer>>> = {
  br: (content) =>
    brotli(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  gzip: (content) => zip(content, { level: constants.Z_BEST_COMPRESSION }),
};

/** What {@link compressFiles} did. */
export interface CompressedFiles {
  /** Files that have compressed copies now. */
  readonly files: number;
  /** How many of them have those of the build before. */
  readonly reused: number;
}

interface Sized {
  readonly name: string;
  readonly size: number;
}

/** Files of a site that are worth compressing, the largest first, so that no thread is left with one at the end. */
function compressibleIn(folder: string): Sized[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => mediaTypeOf(name)?.compresses)
    .map((name) => ({ name, size: statSync(path.join(folder, name)).size }))
    .filter(({ size }) => size >= smallestFile)
    .toSorted((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1));
}

/** Takes the copies of the build before where the file is the same; they are of the same compressor. */
function takeCopies(file: string, content: Buffer, previous: string): boolean {
  const endings = Object.values(copies);
  if (![previous, ...endings.map((end) => previous + end)].every((one) => existsSync(one))) return false;
  if (!content.equals(readFileSync(previous))) return false;
  for (const end of endings) copyFileSync(previous + end, file + end);
  return true;
}

/**
 * Writes `x.br` and `x.gz` beside every file of a site that gets smaller by it, in the threads of Node.js. The
 * same file makes the same bytes.
 *
 * @param previous a site whose copies may be used again.
 */
export async function compressFiles(
  folder: string,
  previous: string | undefined,
  onProgress: (done: number, total: number) => void,
): Promise<CompressedFiles> {
  const all = compressibleIn(folder);
  const waiting = all.values();
  let done = 0;
  let reused = 0;
  const work = async (): Promise<void> => {
    for (const { name } of waiting) {
      const file = path.join(folder, name);
      const content = readFileSync(file);
      if (previous !== undefined && takeCopies(file, content, path.join(previous, name))) reused += 1;
      else {
        for (const [coding, end] of Object.entries(copies)) {
          writeFileSync(file + end, await compress[coding as keyof typeof copies](content));
        }
      }
      onProgress((done += 1), all.length);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return { files: all.length, reused };
}
