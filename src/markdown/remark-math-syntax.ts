import type {} from 'remark-parse';
import type { Processor } from 'unified';
import { mathFlow, mathFlowFromMarkdown } from './math-flow.ts';
import { mathParagraph } from './math-paragraph.ts';
import { MathScanner } from './math-scanner.ts';
import { mathTable, replacedTable } from './math-table.ts';
import { mathText, replacedText } from './math-text.ts';
import { signs } from './math-tokens.ts';

/**
 * Reads formulas as authors write them, where remark-math alone knows `$…$` and fences on lines of their
 * own. Must come after remark-math, whose nodes it makes.
 *
 * `\(x\)` → as `$x$` · `$$\begin{aligned}` … `\end{aligned}$$` → one display formula · `$5 和 $10` → text ·
 * `| $p(x|y)$ |` → one cell
 */
export function remarkMathSyntax(this: Processor) {
  let current = new MathScanner('');
  const scanner = () => current;
  // Whether a sign opens a formula is decided by what follows, which a tokenizer does not see.
  const { parser } = this;
  if (!parser) throw new Error('There is no parser whose syntax could be extended.');
  this.parser = (text, file) => {
    current = new MathScanner(text);
    return parser(text, file);
  };

  const data = this.data();
  const block = mathFlow(scanner);
  (data.micromarkExtensions ??= []).push({
    disable: { null: [replacedText, 'mathFlow', replacedTable] },
    flow: {
      [signs.dollar]: block,
      [signs.backslash]: block,
      null: [mathParagraph(scanner), mathTable(scanner)],
    },
    text: {
      [signs.dollar]: mathText(scanner, signs.dollar),
      [signs.backslash]: mathText(scanner, signs.backslash),
    },
  });
  (data.fromMarkdownExtensions ??= []).push(mathFlowFromMarkdown());
}
