import type { Finding } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { FormulaProblem } from '../renditions/formula.ts';
import { hintFor, hintForMessage } from '../renditions/tex-gaps.ts';

const strictHints: Readonly<Record<string, string>> = {
  commentAtEnd: 'a bare `%` hides all that follows; write `\\%`',
  unicodeTextInMathMode: 'put words into `\\text{…}`',
};

/**
 * What is to be said of a problem with a formula, without its place.
 *
 * @param tex the TeX that was rendered, which the problem's offset counts in.
 * @param macros commands that the author could have meant.
 */
export function findingOfProblem(
  problem: FormulaProblem,
  tex: string,
  macros: Readonly<Record<string, string>>,
): Finding {
  const { message, length = 1 } = problem;
  if (problem.kind === 'syntax') {
    return { rule: 'math/syntax', message, hint: hintForMessage(message, tex), length };
  }
  if (problem.kind === 'strict') {
    return { rule: 'math/strict', message, hint: strictHints[problem.code ?? ''], length };
  }
  const command = tex.slice(problem.offset ?? 0, (problem.offset ?? 0) + length);
  const meant = nearest(command, Object.keys(macros));
  const name = command.replace(/^\\/u, '');
  const hint =
    hintFor(command) ??
    (meant === undefined
      ? `define it under \`math.macros\` in src/site.config.ts, or write \\operatorname{${name}}`
      : `did you mean \`${meant}\`?`);
  return { rule: 'math/undefined-command', message, hint, length };
}
