import type { Rendition } from './slot.ts';

/** Ends what is JSON; that has no such character. */
const border = '\u0000';
const borderByte = 0;
/** Stands for the end of a line: a rendition is kept on one. */
const lineEnd = '\u0001';

/**
 * A rendition in UTF-8, on one line: as JSON, with its HTML behind it as it is. That is most of a rendition,
 * full of quotes, and takes several times as long to be written and read as a string of JSON.
 */
export function textOfRendition(rendition: Rendition): Buffer {
  const { html, ...rest } = rendition;
  // No HTML that a browser reads has this character.
  if (html.includes(lineEnd)) return Buffer.from(JSON.stringify(rendition));
  return Buffer.from(JSON.stringify(rest) + border + html.replaceAll('\n', lineEnd));
}

/** Reads what {@link textOfRendition} has written. */
export function readRendition(text: Buffer): Rendition {
  const end = text.indexOf(borderByte);
  if (end < 0) return JSON.parse(text.toString('utf8')) as Rendition;
  const html = text.toString('utf8', end + 1).replaceAll(lineEnd, '\n');
  return { ...(JSON.parse(text.toString('utf8', 0, end)) as Omit<Rendition, 'html'>), html } as Rendition;
}
