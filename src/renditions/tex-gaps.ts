import type { TexEdit } from './tex-edits.ts';
import { argumentAt, scanTex } from './tex-scan.ts';

/**
 * What becomes of a command that authors use and KaTeX does not know: a macro stands in for it, or a
 * diagnostic says what to write instead. `example` is a formula with it; of a macro, `text` is what
 * the example reads as.
 */
export type TexGap =
  | { readonly macro: string; readonly example: string; readonly text: string }
  | { readonly hint: string; readonly example: string };

/** Macro that swallows its argument. */
const nothing = '\\@firstoftwo{}{#1}';

/** Commands that KaTeX lacks. */
export const commandGaps: Readonly<Record<string, TexGap>> = {
  '\\mathds': { macro: '\\mathbb{#1}', example: '\\mathds{E}[x]', text: '𝔼[x]' },
  '\\mathbbm': { macro: '\\mathbb{#1}', example: '\\mathbbm{R}', text: 'ℝ' },
  '\\varmathbb': { macro: '\\mathbb{#1}', example: '\\varmathbb{R}', text: 'ℝ' },
  '\\mathbold': { macro: '\\boldsymbol{#1}', example: '\\mathbold{x}', text: 'x' },
  '\\mathbit': { macro: '\\boldsymbol{#1}', example: '\\mathbit{x}', text: 'x' },
  '\\mbox': { macro: '\\text{#1}', example: 'x \\mbox{ 其中 $x>0$}', text: 'x 其中 x > 0' },
  '\\textsl': { macro: '\\textit{#1}', example: '\\textsl{if }x', text: 'if x' },
  '\\textsc': { macro: '\\text{#1}', example: '\\textsc{Adam}', text: 'Adam' },
  '\\ensuremath': { macro: '#1', example: '\\ensuremath{x}', text: 'x' },
  '\\hfill': { macro: '\\quad ', example: 'a \\hfill b', text: 'a b' },
  '\\hfil': { macro: '\\quad ', example: 'a \\hfil b', text: 'a b' },
  '\\strut': { macro: '\\vphantom{(}', example: '\\strut x', text: 'x' },
  '\\vspace': { macro: nothing, example: 'a\\vspace{1em}b', text: 'ab' },
  '\\require': { macro: nothing, example: '\\require{cancel}a', text: 'a' },
  '\\displaylimits': { macro: '', example: '\\sum\\displaylimits_i x', text: '∑ᵢx' },
  '\\centering': { macro: '', example: '\\centering x', text: 'x' },
  '\\nicefrac': { macro: '{#1}/{#2}', example: '\\nicefrac{a}{b}', text: 'a/b' },
  '\\sfrac': { macro: '{#1}/{#2}', example: '\\sfrac{a}{b}', text: 'a/b' },
  '\\bigtimes': { macro: '\\mathop{\\text{\\Large $\\times$}}', example: '\\bigtimes_i A', text: '× ᵢA' },

  '\\cite': { hint: 'write the citation outside of the formula: [@key]', example: '\\cite{hu2021}' },
  '\\citep': { hint: 'write the citation outside of the formula: [@key]', example: '\\citep{hu2021}' },
  '\\citet': { hint: 'write the citation outside of the formula: @key', example: '\\citet{hu2021}' },
  '\\footnote': { hint: 'write the footnote outside of the formula: [^1]', example: 'x\\footnote{y}' },
  '\\intertext': {
    hint: 'end the environment, write the text as a paragraph, and begin the environment again',
    example: '\\begin{align}a\\\\\\intertext{且}b\\end{align}',
  },
  '\\shortintertext': {
    hint: 'end the environment, write the text as a paragraph, and begin the environment again',
    example: '\\begin{align}a\\\\\\shortintertext{且}b\\end{align}',
  },
  '\\abs': { hint: 'write \\lvert x \\rvert, or define it under `math.macros`', example: '\\abs{x}' },
  '\\norm': { hint: 'write \\lVert x \\rVert, or define it under `math.macros`', example: '\\norm{x}' },
  '\\qty': { hint: 'write \\left( x \\right)', example: '\\qty(x)' },
  '\\dd': { hint: 'write \\mathrm{d}', example: '\\dd x' },
  '\\dv': { hint: 'write \\frac{\\mathrm{d}f}{\\mathrm{d}x}', example: '\\dv{f}{x}' },
  '\\pdv': { hint: 'write \\frac{\\partial f}{\\partial x}', example: '\\pdv{f}{x}' },
  '\\slashed': { hint: 'write \\not{D}', example: '\\slashed{D}' },
  '\\makecell': { hint: 'write \\substack{a \\\\ b}', example: '\\makecell{a\\\\b}' },
  '\\multirow': {
    hint: 'KaTeX has no cells over several rows; write a table',
    example: '\\multirow{2}{*}{a}',
  },
  '\\unicode': { hint: 'write \\char"2223, or the sign itself', example: '\\unicode{x2223}' },
  '\\par': { hint: 'write \\\\ inside of `gathered`, or two formulas', example: 'a \\par b' },
  '\\DeclarePairedDelimiter': {
    hint: 'write \\newcommand{\\abs}[1]{\\left\\lvert #1 \\right\\rvert}',
    example: '\\DeclarePairedDelimiter{\\abs}{\\lvert}{\\rvert}',
  },
  '\\usepackage': {
    hint: 'KaTeX loads no packages; delete it',
    example: '\\usepackage{amsmath} x',
  },
};

/** Environments that KaTeX lacks, and what to write instead. Those not here are read by `equation-rows`. */
export const environmentHints: Readonly<Record<string, string>> = {
  tabular: 'write `array`: \\begin{array}{cc} … \\end{array}, or a table of Markdown',
  IEEEeqnarray: 'write `align`',
  'IEEEeqnarray*': 'write `align`',
  algorithm: 'write a block: :::algorithm',
  algorithmic: 'write a block: :::algorithm',
  itemize: 'write a list of Markdown',
  enumerate: 'write a list of Markdown',
  figure: 'write an image of Markdown',
  table: 'write a table of Markdown',
  center: 'a formula between `$$` is centred by itself',
  document: 'write only the formula',
};

/** Macros that stand in for commands that KaTeX lacks. */
export const gapMacros: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(commandGaps).flatMap(([command, gap]) => ('macro' in gap ? [[command, gap.macro]] : [])),
);

/** What to write instead of a command that nothing stands in for. */
export function hintFor(command: string): string | undefined {
  const gap = Object.hasOwn(commandGaps, command) ? commandGaps[command] : undefined;
  return gap && 'hint' in gap ? gap.hint : undefined;
}

const optionalArgument = /\\(?:new|renew|provide)command\*?[^[\]]{0,99}\[\d\]\s*\[/u;

/** What to write instead of what KaTeX's message about a formula speaks of. */
export function hintForMessage(message: string, tex: string): string | undefined {
  const environment = /^No such environment: (\S+)/u.exec(message)?.[1];
  if (environment !== undefined && Object.hasOwn(environmentHints, environment)) {
    return environmentHints[environment];
  }
  if (message.startsWith('\\tag works only in display')) {
    return 'put the formula between `$$` on lines of their own, or delete the tag';
  }
  if (message.startsWith('Multiple \\tag')) return 'a formula bears one tag; `align` has one for each row';
  if (/^\{\S+\} can be used only in display mode/u.test(message)) {
    return 'put the formula between `$$` on lines of their own';
  }
  if (optionalArgument.test(tex)) {
    return 'KaTeX knows no optional arguments: define the command without a default';
  }
  return undefined;
}

const doubleStruck = new Set(['\\mathbb', '\\mathbbm', '\\mathds', '\\varmathbb']);

/**
 * Where KaTeX would print a sign that is not what is written: its fonts have no double-struck digits,
 * and an indicator `\mathbb{1}` would be a plain 1; it is set in bold, as most books do.
 *
 * `\mathbbm{1}[x>0]` → `\mathbf{1}[x>0]`
 */
export function gapEdits(tex: string): TexEdit[] {
  if (!/mathbb|mathds/u.test(tex)) return [];
  return scanTex(tex).flatMap(({ kind, text, start, end }) => {
    if (kind !== 'command' || !doubleStruck.has(text)) return [];
    const digits = /^\s*(?<bare>\d)/u.exec(tex.slice(end));
    if (digits) return [{ start, end, text: '\\mathbf ' }];
    return /^\s*\d+\s*$/u.test(argumentAt(tex, end)?.value ?? '') ? [{ start, end, text: '\\mathbf' }] : [];
  });
}
