import type { Root } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import type { VFile } from 'vfile';
import { visit } from '../visit-tree.ts';
import { contextOf } from './context.ts';
import { offenceProperties } from './offence.ts';

/** Characters of TeX in one formula and in an article; KaTeX makes about a hundred of HTML of each. */
const limits = { formula: 10_000, article: 100_000, formulas: 4000, expanded: 200_000 } as const;

const definition = /\\(?:[gex]?def|(?:re|provide)?newcommand|renewcommand|let|futurelet)(?![A-Za-z])/u;

/** Length of the longest stretch in braces on the outermost level. */
function longestGroup(tex: string): number {
  let longest = 0;
  let depth = 0;
  let start = 0;
  for (let index = 0; index < tex.length; index += 1) {
    if (tex[index] === '\\') index += 1;
    else if (tex[index] === '{' && depth++ === 0) start = index;
    else if (tex[index] === '}' && depth > 0 && --depth === 0) longest = Math.max(longest, index - start);
  }
  return longest;
}

/** At most so many tokens a formula may become: KaTeX expands a thousand macros, however long they are. */
function expandedLength(tex: string, macros: Readonly<Record<string, string>>): number {
  const used = Object.entries(macros).filter(([name]) => tex.includes(name));
  const own = definition.test(tex) ? longestGroup(tex) : 0;
  const longest = Math.max(own, ...used.map(([, body]) => body.length));
  const nested = own > 0 || used.some(([, body]) => Object.keys(macros).some((name) => body.includes(name)));
  return longest * (nested ? 1000 : Math.min(1000, tex.split('\\').length));
}

/**
 * Reports formulas that would keep KaTeX busy for many seconds, and shows their TeX instead.
 *
 * `$$ a matrix of 100 × 100 fractions $$` → `<pre><code>…</code></pre>` and a finding
 */
export function remarkFormulaLimits() {
  return (tree: Root, file: VFile): void => {
    const { report, macros, language } = contextOf(file);
    let characters = 0;
    let formulas = 0;
    visit(tree, ['math', 'inlineMath'], (visited) => {
      const node = visited as Math | InlineMath;
      characters += node.value.length;
      formulas += 1;
      const isLong = node.value.length > limits.formula;
      const isBomb = expandedLength(node.value, macros) > limits.expanded;
      if (!isLong && !isBomb && characters <= limits.article && formulas <= limits.formulas) return;
      if (isLong || isBomb) characters -= node.value.length;
      report({
        rule: 'math/too-large',
        message: isBomb
          ? 'The macros of this formula may expand to too many tokens.'
          : isLong
            ? `The formula has ${String(node.value.length)} characters of TeX, more than ${String(limits.formula)}.`
            : 'The formulas of the article are too many to be typeset from here on.',
        hint: isBomb
          ? 'write shorter macros'
          : isLong
            ? 'show a part of it, or an image'
            : 'divide it into several articles',
        line: node.position?.start.line,
        column: node.position?.start.column,
      });
      const data = { hProperties: offenceProperties(language) };
      Object.assign(
        node,
        node.type === 'math' ? { type: 'code', data: undefined } : { type: 'inlineCode', data },
      );
    });
  };
}
