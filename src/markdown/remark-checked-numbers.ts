import type { Parent, PhrasingContent, Root } from 'mdast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { visit } from '../visit-tree.ts';
import { type ArticleContext, contextOf } from './context.ts';
import { checkedNumberFromMarkdown, checkedNumberSyntax } from './micromark-checked-number.ts';
import { type Evaluated, evaluate } from './num-expression.ts';
import { readNumber } from './num-text.ts';
import { ExpressionError } from './num-tokens.ts';

/** A number whose value the build checks. */
export interface CheckedNumber extends Parent {
  type: 'checkedNumber';
  /** What follows the brackets: `{= 2*d d=8}`, or nothing. */
  formula: string;
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    checkedNumber: CheckedNumber;
  }
  interface RootContentMap {
    checkedNumber: CheckedNumber;
  }
}

const example = 'write :num[16.8 M]{= 2*d*r d=4096 r=8 ~ 1%}';

/** As many digits as tell values apart, without the noise of floating point. */
const readable = (value: number): string =>
  String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(10)));

function titleOf({ expression, variables, value }: Evaluated): string {
  const given = [...variables].map(([name, number]) => `${name} = ${readable(number)}`).join('，');
  return `${expression.replace(/\s+/gu, ' ')} = ${readable(value)}${given === '' ? '' : `（${given}）`}`;
}

/** What the text says where it is not what the expression gives. */
function compare(
  text: string,
  { value, tolerance }: Evaluated,
): Pick<Finding, 'rule' | 'message' | 'hint'> | undefined {
  const shown = readNumber(text);
  if (!shown) return { rule: 'number/syntax', message: `There is no number in \`${text}\`.`, hint: example };
  const allowed = tolerance ? tolerance.value * (tolerance.isRelative ? Math.abs(value) : 1) : shown.halfUnit;
  // Decimal fractions have no exact binary form.
  if (Math.abs(shown.value - value) <= allowed + 1e-9 * Math.abs(value)) return undefined;
  return {
    rule: 'number/mismatch',
    message: `The text says ${text.trim()}, which is ${readable(shown.value)}; the expression gives ${readable(value)}.`,
    hint: `write ${shown.withValue(value).trim()}, or allow for more with \`~ 1%\` at the end`,
  };
}

/** A finding's place: an offset into the source of a node, which may run over several lines. */
function placeIn(source: string, start: number, offset: number): Pick<Finding, 'line' | 'column'> {
  const before = source.slice(0, start + offset).split(/\r\n|\n|\r/u);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function check(
  node: CheckedNumber,
  variables: Map<string, number>,
  source: string,
  { report }: ArticleContext,
): string | undefined {
  const text = node.children.map((child) => ('value' in child ? child.value : '')).join('');
  const start = node.position?.start.offset ?? 0;
  const length = (node.position?.end.offset ?? start) - start;
  const [head] = /^\{\s*=/u.exec(node.formula) ?? [];
  if (head === undefined) {
    const message = `\`:num[${text}]\` has no expression in braces to check it by.`;
    report({ rule: 'number/syntax', message, hint: example, ...placeIn(source, start, 0), length });
    return undefined;
  }
  try {
    const evaluated = evaluate(node.formula.slice(head.length, -1), variables);
    for (const [name, value] of evaluated.variables) variables.set(name, value);
    const finding = compare(text, evaluated);
    if (finding) report({ ...finding, ...placeIn(source, start, ':num['.length), length: text.length });
    return titleOf(evaluated);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const at = length - node.formula.length + head.length + error.offset;
    const message = `The expression cannot be evaluated: ${error.message}.`;
    report({ rule: 'number/syntax', message, ...placeIn(source, start, at), length: error.length });
    return undefined;
  }
}

/**
 * Checks numbers of the text against the expressions behind them. Variables in the braces stay
 * defined for the numbers after them in the same article, until they are defined anew.
 *
 * `:num[8.4 M]{= 2*d*r*L*4 d=4096 r=8 L=32}` → `<span class="num" title="2*d*r*L*4 = 8388608（…）">8.4 M</span>`
 */
export function remarkCheckedNumbers(this: Processor) {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(checkedNumberSyntax);
  (data.fromMarkdownExtensions ??= []).push(checkedNumberFromMarkdown);

  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const source = String(file);
    const variables = new Map<string, number>();
    const reportUnclosed = (start: number): void => {
      const message = 'The brackets or braces of a checked number are never closed.';
      context.report({
        rule: 'number/syntax',
        message,
        hint: example,
        ...placeIn(source, start, 0),
        length: 5,
      });
    };
    visit(tree, (node) => {
      const { start, end } = node.position ?? {};
      if (node.type === 'text') {
        const unclosed = /(?<!\\):num\[/u.exec(source.slice(start?.offset, end?.offset));
        if (unclosed && start) reportUnclosed((start.offset ?? 0) + unclosed.index);
      } else if (node.type === 'textDirective' && node.name === 'num') {
        reportUnclosed(start?.offset ?? 0);
        node.data = { ...node.data, hName: 'span' };
      } else if (node.type === 'checkedNumber') {
        const title = check(node, variables, source, context);
        const properties = { className: ['num'], ...(title === undefined ? {} : { title }) };
        node.data = { hName: 'span', hProperties: properties };
      }
    });
  };
}
