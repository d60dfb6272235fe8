import type { InlineMath, Math } from 'mdast-util-math';

/** Fences that fill a line, so that their formula begins on the next one. */
const openingFence = /^(?:\${2,}|\\{1,2}\[|`{3,}\s*math|~{3,}\s*math)\s*$/u;

/**
 * Place in the file of an offset into a formula's TeX: 1-based line and column. Nothing where the
 * formula is not written as it reads.
 */
export function placeInFormula(
  node: Math | InlineMath,
  source: string,
  offset: number,
): { line: number; column: number } | undefined {
  const start = node.position?.start;
  if (!start) return undefined;
  const before = node.value.slice(0, offset).split('\n');
  const row = before.length - 1;
  const lines = source.split(/\r\n|\n|\r/u);
  // A fenced formula begins on the line after its fence; both kinds may be indented or quoted.
  const opening = (lines[start.line - 1] ?? '').slice(start.column - 1);
  const isFenced = node.type === 'math' && openingFence.test(opening);
  const line = start.line + row + (isFenced ? 1 : 0);
  const texLine = node.value.split('\n')[row] ?? '';
  const from = row === 0 && !isFenced ? start.column - 1 : 0;
  const indent = (lines[line - 1] ?? '').indexOf(texLine, from);
  return indent < 0 ? undefined : { line, column: indent + (before.at(-1)?.length ?? 0) + 1 };
}
