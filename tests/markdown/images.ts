import { crc32 } from 'node:zlib';

/** A PNG of one pixel. */
export const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The same with another size in its head, which few bytes claim for any number of pixels. */
export function sizedAs(width: number, height: number): Buffer {
  const head = Buffer.from(dot.subarray(12, 29));
  head.writeUInt32BE(width, 4);
  head.writeUInt32BE(height, 8);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(head));
  return Buffer.concat([dot.subarray(0, 12), head, sum, dot.subarray(33)]);
}
