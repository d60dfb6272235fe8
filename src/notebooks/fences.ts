import type { Finding } from '../diagnostics/diagnostic.ts';
import { newLine, placeInLine, type SourceLine } from '../markdown/dialect-lines.ts';

/** Lines as a block of code, within a fence that none of them ends. */
export function fenced(info: string, lines: readonly SourceLine[], place: SourceLine): SourceLine[] {
  const runs = lines.flatMap(({ text }) => [...text.matchAll(/`{3,}/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
  const last = lines.at(-1) ?? place;
  return [newLine(fence + info, place), ...lines, newLine(fence, last)];
}

const fence = /^(?<indent> {0,3})(?<sign>`{3,}|~{3,})(?<rest>.*)$/u;

/**
 * The lines of a cell of Markdown, at whose end every block of code ends too: one that is left open would
 * take in the cells below. It is reported.
 */
export function closed(lines: readonly SourceLine[], report: (finding: Finding) => void): SourceLine[] {
  let open: { readonly indent: string; readonly sign: string; readonly line: SourceLine } | undefined;
  for (const line of lines) {
    const { indent = '', sign = '', rest = '' } = fence.exec(line.text)?.groups ?? {};
    if (sign === '') continue;
    if (!open) {
      if (sign.startsWith('~') || !rest.includes('`')) open = { indent, sign, line };
    } else if (sign.startsWith(open.sign) && rest.trim() === '') open = undefined;
  }
  if (!open) return [...lines];
  const { indent, sign, line } = open;
  report({
    rule: 'code/unclosed',
    message: 'The code block opened here is never closed in its cell.',
    hint: 'put a line with the same fence after the code',
    ...placeInLine(line, indent.length, indent.length + sign.length),
  });
  return [...lines, newLine(indent + sign, lines.at(-1) ?? line)];
}
