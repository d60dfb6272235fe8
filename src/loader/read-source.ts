import { readFile } from 'node:fs/promises';
import type { Finding } from '../diagnostics/diagnostic.ts';

/** Line of the first byte that is not UTF-8. */
function lineOfInvalidByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
    line += 1;
  }
  return line;
}

/** Reads a file as UTF-8, without its byte order mark; a file in another encoding is a finding. */
export async function readSource(
  file: string,
  report: (finding: Finding) => void,
): Promise<string | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    report({ rule: 'content/unreadable', message: `The file cannot be read: ${String(error)}` });
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    report({
      rule: 'content/encoding',
      message: 'The file is not valid UTF-8.',
      hint: 'save it as UTF-8; from GBK: iconv -f GBK -t UTF-8 old.md > new.md',
      line: lineOfInvalidByte(bytes),
    });
    return undefined;
  }
}
