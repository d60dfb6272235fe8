/** A stretch of a source file. */
export interface Region {
  readonly code: string;
  /** Number of its first line in the file. */
  readonly firstLine: number;
}

const opening = /^\s*(?:\/\/|#|--|;+|%+|\/\*|<!--|\(\*)?\s*#?(?:pragma\s+)?region\b[ \t]*(?<name>[^\s*>]*)/iu;
const closing = /^\s*(?:\/\/|#|--|;+|%+|\/\*|<!--|\(\*)?\s*#?(?:pragma\s+)?end\s?region\b/iu;

/** Takes off what all lines with text are indented by. */
function dedent(lines: readonly string[]): string[] {
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/u.exec(line)?.[0].length ?? 0);
  const indent = indents.length > 0 ? Math.min(...indents) : 0;
  return lines.map((line) => line.slice(indent));
}

/** Names of the regions of a file, for suggestions. */
export const regionNames = (source: string): string[] =>
  source
    .split(/\r\n|\n|\r/u)
    .map((line) => opening.exec(line)?.groups?.name ?? '')
    .filter((name) => name !== '');

/**
 * A region of a source file, without its markers and those of regions inside it, and without common
 * indentation; the whole file where no region is named. Nothing where there is no such region, or
 * where it is never closed.
 *
 * `# region forward` … `# endregion` · `// #region forward` … `// #endregion`
 */
export function findRegion(source: string, name?: string): Region | undefined {
  const lines = source.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
  const isMarker = (line: string): boolean => opening.test(line) || closing.test(line);
  if (name === undefined) {
    const code = lines.filter((line) => !isMarker(line)).join('\n');
    return { code: code.trimEnd(), firstLine: 1 };
  }
  const start = lines.findIndex((line) => opening.exec(line)?.groups?.name === name);
  if (start < 0) return undefined;
  let depth = 1;
  const length = lines.slice(start + 1).findIndex((line) => {
    if (closing.test(line)) depth -= 1;
    else if (opening.test(line)) depth += 1;
    return depth === 0;
  });
  if (length < 0) return undefined;
  const inside = lines.slice(start + 1, start + 1 + length).filter((line) => !isMarker(line));
  return { code: dedent(inside).join('\n').trimEnd(), firstLine: start + 2 };
}
