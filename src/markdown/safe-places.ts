import type { Position } from 'unist';

/** A place in the author's file, as a finding wants it. */
export interface Place {
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly length: number;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

function placeAt(source: string, offset: number, length: number): Place {
  const before = source.slice(0, offset);
  const line = before.split(/\r\n|\n|\r/u).length;
  const column = offset - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  return { line, column, length };
}

/**
 * Where a tag, or one of its attributes, stands in the file. The parser of HTML sees raw HTML without
 * the `>` and the indent of the block around it, so the place it tells may lie before the real one.
 */
export function placeOfTag(
  source: string,
  position: Position | undefined,
  tag: string,
  attribute?: string,
): Place {
  const told = position?.start;
  if (!told) return { line: undefined, column: undefined, length: 1 };
  const from = told.offset ?? 0;
  const opening = new RegExp(`<${escape(tag)}(?![\\w-])`, 'giu');
  opening.lastIndex = from;
  const found = opening.exec(source);
  // Far away it is another tag.
  if (!found || found.index - from > 400) {
    return { line: told.line, column: told.column, length: tag.length + 1 };
  }
  if (attribute === undefined) return placeAt(source, found.index, found[0].length);
  const inTag = new RegExp(`[\\s/"']${escape(attribute)}(?:\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s>]+))?`, 'giu');
  inTag.lastIndex = found.index + found[0].length;
  const named = inTag.exec(source);
  if (!named) return placeAt(source, found.index, found[0].length);
  const length = named[0].split(/[\r\n]/u, 1)[0]?.length ?? 1;
  return placeAt(source, named.index + 1, length - 1);
}
