/** What a file of Pagefind's index is made of. */
export type Cbor = string | number | readonly Cbor[];

const [unsigned, negative, text, array] = [0, 1, 3, 4].map((major) => major << 5) as [
  number,
  number,
  number,
  number,
];

/** Bytes that a number may take behind its first. */
const mostBytes = 5;

/** Writes numbers, texts and arrays of known length as CBOR (RFC 8949), each number as short as it can be. */
export class CborWriter {
  #bytes: Buffer<ArrayBuffer> = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Everything so far, until more is written. */
  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  /** Everything so far, in memory of its own. */
  take(): Buffer {
    const taken = Buffer.from(this.written);
    this.clear();
    return taken;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }

  #head(major: number, value: number): void {
    this.#reserve(mostBytes);
    const bytes = this.#bytes;
    if (value < 24) {
      bytes[this.#length] = major | value;
      this.#length += 1;
    } else if (value < 0x100) {
      bytes[this.#length] = major | 24;
      bytes[this.#length + 1] = value;
      this.#length += 2;
    } else if (value < 0x10000) {
      bytes[this.#length] = major | 25;
      this.#length = bytes.writeUInt16BE(value, this.#length + 1);
    } else {
      bytes[this.#length] = major | 26;
      this.#length = bytes.writeUInt32BE(value, this.#length + 1);
    }
  }

  /** The length of an array, whose items are to follow. @returns it. */
  array(length: number): number {
    this.#head(array, length);
    return length;
  }

  /** A whole number of at most 32 bits. */
  number(value: number): void {
    if (value < 0) this.#head(negative, -1 - value);
    else this.#head(unsigned, value);
  }

  text(value: string): void {
    this.#head(text, Buffer.byteLength(value));
    this.#reserve(3 * value.length);
    this.#length += this.#bytes.write(value, this.#length);
  }

  /** What was written elsewhere. */
  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  value(value: Cbor): void {
    if (typeof value === 'string') this.text(value);
    else if (typeof value === 'number') this.number(value);
    else {
      this.array(value.length);
      for (const item of value) this.value(item);
    }
  }
}

/** Value of the bytes behind the first of an item, by the low bits of that. */
function lengthAt(bytes: Buffer, place: number, low: number): { value: number; next: number } {
  if (low < 24) return { value: low, next: place };
  const size = 1 << (low - 24);
  if (size > 4) throw new RangeError('The file has a number, or an array, of no known length.');
  return { value: bytes.readUIntBE(place, size), next: place + size };
}

/**
 * Reads what {@link CborWriter} can write.
 *
 * @throws {RangeError} when the bytes are something else, or are cut off.
 */
export function readCbor(bytes: Buffer): Cbor {
  let place = 0;
  const read = (): Cbor => {
    const first = bytes.readUInt8(place);
    const { value, next } = lengthAt(bytes, place + 1, first & 0x1f);
    place = next;
    switch (first & 0xe0) {
      case unsigned:
        return value;
      case negative:
        return -1 - value;
      case text:
        place += value;
        if (place > bytes.length) throw new RangeError('The file ends inside of a text.');
        return bytes.toString('utf8', next, place);
      case array:
        return Array.from({ length: value }, read);
      default:
        throw new RangeError(`The file has an item of an unknown kind at ${String(next)}.`);
    }
  };
  return read();
}
