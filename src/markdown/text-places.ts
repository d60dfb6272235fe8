import type { Text } from 'mdast';

/** Where the characters of a text node stand in the file. */
export interface TextPlaces {
  /** Line and column of an offset in the node's text, which is exact at an `@` and after it. */
  at(offset: number): { line: number; column: number } | undefined;
  /** Whether a backslash stands before the `@` or `[` at an offset. */
  isEscaped(offset: number): boolean;
  /** A piece of the text as a node with its own position. */
  slice(from: number, to: number): Text;
}

/**
 * Finds places in a text node, whose value and source may differ by escapes, character references and
 * the signs of a block quote: the nth `@` of the one is the nth `@` of the other.
 */
export function textPlaces(node: Text, source: string): TextPlaces {
  const start = node.position?.start;
  const from = start?.offset ?? 0;
  const written = source.slice(from, node.position?.end.offset);
  const isSame = written === node.value;

  /** Offset in `written` of an offset in the value, counted from the `@` at `anchor`. */
  const map = (offset: number, anchor: number): number => {
    if (isSame || anchor < 0) return offset;
    const count = node.value.slice(0, anchor).split('@').length;
    let place = -1;
    for (let seen = 0; seen < count; seen += 1) place = written.indexOf('@', place + 1);
    return place < 0 ? offset : place + offset - anchor;
  };

  const point = (offset: number) => {
    if (!start) return undefined;
    const lines = written.slice(0, Math.max(0, offset)).split('\n');
    const last = lines.at(-1)?.length ?? 0;
    const isFirst = lines.length === 1;
    return {
      line: start.line + lines.length - 1,
      column: isFirst ? start.column + last : last + 1,
      offset: from + offset,
    };
  };

  return {
    at(offset) {
      const place = point(map(offset, node.value.lastIndexOf('@', offset)));
      return place && { line: place.line, column: place.column };
    },
    isEscaped(offset) {
      return written[map(offset, node.value.indexOf('@', offset)) - 1] === '\\';
    },
    slice(first, last) {
      const piece: Text = { type: 'text', value: node.value.slice(first, last) };
      const [begin, end] = [point(first), point(last)];
      if (isSame && begin && end) piece.position = { start: begin, end };
      else if (node.position) piece.position = node.position;
      return piece;
    },
  };
}
