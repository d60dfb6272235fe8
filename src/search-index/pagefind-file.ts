import { gunzipSync, gzipSync } from 'node:zlib';

/** Thrown when Pagefind refuses something, or gives what is not understood. */
export class SearchIndexError extends Error {
  override name = 'SearchIndexError';
}

/** A file to be written below the folder of an index. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What stands before the content of every file that Pagefind's reader decompresses. */
const signature = 'pagefind_dcd';

/**
 * Packs a file as Pagefind's reader takes it. At once: of small files, to have it done elsewhere takes
 * longer than to do it.
 */
export const pack = (content: Uint8Array): Buffer =>
  gzipSync(Buffer.concat([Buffer.from(signature), content]));

/**
 * The content of a packed file.
 *
 * @throws {SearchIndexError} when it is none.
 */
export function unpack(packed: Uint8Array): Buffer {
  const content = gunzipSync(packed);
  if (content.toString('latin1', 0, signature.length) !== signature)
    throw new SearchIndexError('Pagefind packs its files in an unknown form.');
  return content.subarray(signature.length);
}
