import type { Root } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { FormulaProblem } from '../renditions/formula.ts';
import { slotProperties } from '../renditions/slot.ts';
import { contextOf } from './context.ts';

/** Place in the file of an offset into a formula's TeX. */
function placeOf(
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
  const isFenced = node.type === 'math' && /^\${2,}\s*$/u.test(opening);
  const line = start.line + row + (isFenced ? 1 : 0);
  const texLine = node.value.split('\n')[row] ?? '';
  const from = row === 0 && !isFenced ? start.column - 1 : 0;
  const indent = (lines[line - 1] ?? '').indexOf(texLine, from);
  return indent < 0 ? undefined : { line, column: indent + (before.at(-1)?.length ?? 0) + 1 };
}

function findingOf(problem: FormulaProblem, tex: string, macros: Readonly<Record<string, string>>): Finding {
  const length = problem.length ?? 1;
  if (problem.kind === 'syntax') return { rule: 'math/syntax', message: problem.message, length };
  if (problem.kind === 'strict') {
    const hint =
      problem.code === 'commentAtEnd'
        ? 'a bare `%` hides all that follows; write `\\%`'
        : problem.code === 'unicodeTextInMathMode'
          ? 'put words into `\\text{…}`'
          : undefined;
    return { rule: 'math/strict', message: problem.message, hint, length };
  }
  const command = tex.slice(problem.offset ?? 0, (problem.offset ?? 0) + length);
  const meant = nearest(command, Object.keys(macros));
  return {
    rule: 'math/undefined-command',
    message: problem.message,
    hint:
      meant === undefined
        ? `define it under \`math.macros\` in src/site.config.ts, or write \\operatorname{${command.replace(/^\\/u, '')}}`
        : `did you mean \`${meant}\`?`,
    length,
  };
}

/**
 * Renders every formula once and leaves an empty element with its key in the tree.
 *
 * `$W_0$` → `<span data-slot="mK3f…"></span>`
 */
export function remarkFormulaSlots() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const source = String(file);
    visit(tree, ['math', 'inlineMath'], (visited) => {
      const node = visited as Math | InlineMath;
      const display = node.type === 'math';
      const { key, formula } = context.renditions.formula({
        tex: node.value,
        display,
        macros: context.macros,
      });
      context.hasMath = true;
      for (const problem of formula.problems) {
        const percent = problem.code === 'commentAtEnd' ? node.value.search(/(?<!\\)%/u) : undefined;
        const offset = problem.offset ?? percent;
        const place = offset === undefined ? undefined : placeOf(node, source, offset);
        const start = node.position?.start;
        context.report({
          ...findingOf(problem, node.value, context.macros),
          ...(place ?? { line: start?.line, column: start?.column }),
        });
      }
      node.data = {
        readableText: formula.text,
        hName: 'span',
        hProperties: slotProperties(key),
        hChildren: [],
      };
    });
  };
}
