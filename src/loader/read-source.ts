import { readFile } from 'node:fs/promises';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { displayPath } from './content-files.ts';

const decode = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Line of the first byte that is not UTF-8. */
function lineOfInvalidByte(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    if (decode(bytes.subarray(start, end), 'utf-8') === undefined) return line;
    start = end;
    line += 1;
  }
  return line;
}

/** Whether a file is UTF-8 but for some bytes: one in another encoding has hardly a character that is. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const [lost, foreign] = [/\uFFFD/gu, /[^\0-\x7F]/gu].map((sign) => text.match(sign)?.length ?? 0);
  return (lost ?? 0) * 10 < (foreign ?? 0);
}

/** An encoding by the names that iconv and the platform know it by. */
interface Encoding {
  readonly name: string;
  readonly label: string;
}

/**
 * What a file that is not UTF-8 is most likely written in: UTF-16 says so in its first two bytes, and
 * the Chinese encodings are told apart by which of them can be read with Han characters.
 */
function guess(bytes: Uint8Array): Encoding | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { name: 'UTF-16LE', label: 'utf-16le' };
  if (first === 0xfe && second === 0xff) return { name: 'UTF-16BE', label: 'utf-16be' };
  const encodings: Encoding[] = [
    { name: 'GB18030', label: 'gb18030' },
    { name: 'BIG5', label: 'big5' },
  ];
  return encodings.find(({ label }) => {
    const text = decode(bytes, label);
    return text !== undefined && /\p{Script=Han}/u.test(text) && !/\p{Co}/u.test(text);
  });
}

/**
 * Reads a file as UTF-8, without its byte order mark; a file in another encoding is a finding.
 *
 * @param guessEncoding whether such a file is then read as what it most likely is; else it is left out.
 *   Bytes that are no character become U+FFFD.
 */
export async function readSource(
  file: string,
  report: (finding: Finding) => void,
  guessEncoding = false,
): Promise<string | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    report({ rule: 'content/unreadable', message: `The file cannot be read: ${String(error)}` });
    return undefined;
  }
  const text = decode(bytes, 'utf-8');
  if (text !== undefined) return text;
  const isDamaged = isDamagedUtf8(bytes);
  const encoding = isDamaged ? undefined : guess(bytes);
  const quoted = `'${displayPath(file).replaceAll("'", String.raw`'\''`)}'`;
  report({
    rule: 'content/encoding',
    message: encoding
      ? `The file is not valid UTF-8; it looks like ${encoding.name}.`
      : 'The file is not valid UTF-8.',
    hint: encoding
      ? `iconv -f ${encoding.name} -t UTF-8 ${quoted} > new.md && mv new.md ${quoted}`
      : 'save it as UTF-8; it may have been cut, or be put together from several files',
    line: lineOfInvalidByte(bytes),
  });
  if (!guessEncoding) return undefined;
  return isDamaged ? new TextDecoder().decode(bytes) : encoding && decode(bytes, encoding.label);
}
