import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { DiskMemo } from '../loader/disk-memo.ts';

/** How a face is cut down. */
export interface SubsetRequest {
  readonly file: string;
  readonly characters: Iterable<string>;
  /** OpenType features that stay. */
  readonly features: readonly string[];
}

/**
 * A WOFF2 file with some characters of a face; those that the face does not have are no error. The same
 * characters give the same bytes.
 *
 * @param memo keeps results from one run to the next.
 */
export async function subsetFace(
  { file, characters, features }: SubsetRequest,
  memo: DiskMemo,
): Promise<Buffer> {
  const font = await readFile(file);
  const text = [...new Set(characters)].toSorted().join('');
  const of = createHash('sha256').update(font).digest('base64url');
  const base64 = await memo.of({ of, text, features }, async () => {
    // HarfBuzz is loaded by the first face that nobody has cut down yet.
    const { default: subsetFont } = await import('subset-font');
    // Hints are instructions for coarse screens of old; here they would be a third of the bytes.
    const options = { targetFormat: 'woff2', keepFeatures: features, noHinting: true } as const;
    return (await subsetFont(font, text, options)).toString('base64');
  });
  return Buffer.from(base64, 'base64');
}
