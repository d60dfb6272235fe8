import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

/** A picture of at most sixteen colours. */
export interface IndexedPicture {
  readonly width: number;
  readonly height: number;
  /** The number of each pixel's colour, row by row. */
  readonly pixels: Uint8Array;
  /** Red, green and blue of each colour, 0 to 255. */
  readonly colours: readonly (readonly [number, number, number])[];
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const bitDepth = 4;
const indexedColour = 3;

/** Above that, a tenth less of the bytes takes ten times as long. */
const level = 6;

const deflated = promisify(deflate);

/** A part of the file: length, name, content and checksum (PNG specification, section 5.3). */
function chunk(name: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

/** Rows of two pixels a byte, each behind a byte that says that it is not filtered. */
function packedRows({ width, height, pixels }: IndexedPicture): Buffer {
  const stride = Math.ceil(width / 2) + 1;
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    let at = y * stride + 1;
    const [start, end] = [y * width, (y + 1) * width];
    for (let from = start; from < end; from += 2) {
      const second = from + 1 < end ? (pixels[from + 1] ?? 0) : 0;
      rows[at] = ((pixels[from] ?? 0) << bitDepth) | second;
      at += 1;
    }
  }
  return rows;
}

/**
 * Encodes a picture as PNG with a palette; the same bytes for the same picture.
 *
 * @throws {RangeError} when it has more than sixteen colours.
 */
export async function encodeIndexedPng(picture: IndexedPicture): Promise<Buffer> {
  const { width, height, colours } = picture;
  if (colours.length > 1 << bitDepth) throw new RangeError('A picture has more than sixteen colours.');
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = bitDepth;
  head[9] = indexedColour;
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', await deflated(packedRows(picture), { level })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
