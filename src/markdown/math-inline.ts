import { withoutDoubling, withoutZeroWidth } from './math-clean.ts';
import { hasEvidence, readDollars, readsLikeProse } from './math-evidence.ts';
import type { MathSource } from './math-source.ts';

/** A formula in the source. Offsets are UTF-16 code units. */
export interface FoundFormula {
  /** Where its TeX begins, behind the opening sign. */
  readonly from: number;
  /** Where its TeX ends. */
  readonly to: number;
  /** Behind the closing sign, and behind a label that follows it. */
  readonly end: number;
}

/**
 * How far the partner of a sign is looked for, where other signs stand between them. The very next sign
 * may be farther away: such a formula is too large to be typeset, which its author is told.
 */
const longest = 10_000;

/** Environments that are formulas by themselves. */
const environment =
  /\\begin\s*\{(?<name>(?:equation|align|alignat|flalign|gather|multline|eqnarray|displaymath|subequations|split|aligned|alignedat|gathered|d?cases|array|[pbBvV]?matrix|smallmatrix|CD)\*?)\}/uy;
const brackets = /(?<slashes>\\{1,2})(?<sign>[([])/uy;

/** Lines that never stand within a formula: headings, fences, rows of a table, items in Chinese. */
const foreignLine =
  /\n[ \t>]*(?:#{1,6}[ \t]|`{3}|~{3}|\|(?:[^\n]*\|)?[ \t]*(?:\r?\n|$)|:{3}|(?:[-*+]|\d+[.)])[ \t]+\p{Script=Han}{2})/u;

/** Offset of the `$`s that close what begins at `from`; those in the braces of `\text{…}` do not count. */
export function closingDollars(
  { text }: Pick<MathSource, 'text'>,
  from: number,
  size: number,
  limit: number,
): number {
  /** For each open brace, whether it is one of `\text`. */
  const braces: boolean[] = [];
  for (let at = from; at < limit; at += 1) {
    const letter = text[at];
    if (letter === '\\') at += 1;
    else if (letter === '{')
      braces.push(/\\(?:text\w*|[mhf]box|tag\*?)\s*$/u.test(text.slice(Math.max(0, at - 14), at)));
    else if (letter === '}') braces.pop();
    else if (letter === '$') {
      let run = 1;
      while (text[at + run] === '$') run += 1;
      const isNested = run === 1 && braces.includes(true);
      if (!isNested && (run === size || (size < 3 && run > size))) return at;
      at += run - 1;
    }
  }
  return -1;
}

/** Where a formula that begins at an offset ends at the latest, if `next` is the first sign that may close it. */
const limitOf = ({ text }: MathSource, offset: number, next = offset): number =>
  Math.min(text.length, Math.max(offset + longest, next + 1));

/** The first partner of a sign, where no other sign like it stands before: then it may be far away. */
function lonePartner(source: MathSource, offset: number, open: string, close: string): number {
  const partner = source.indexOf(close, offset);
  const other = source.indexOf(open, offset);
  return other >= 0 && other < partner ? offset : partner;
}

/** Whether a stretch has a blank line in it, and so is no part of one paragraph. */
const hasBlankLine = (tex: string): boolean => /\n[ \t>]*\r?\n/u.test(tex);

function dollars(source: MathSource, offset: number): FoundFormula | undefined {
  const { text } = source;
  const size = source.runAt(offset);
  const from = offset + size;
  // GitHub's form, with a code span inside.
  if (size === 1 && text[from] === '`') {
    const ticks = '`'.repeat(source.runAt(from));
    const to = source.indexOf(`${ticks}$`, from + ticks.length);
    const next = source.indexOf('`', from + ticks.length);
    if (to < 0 || to > limitOf(source, from, next) || to === from + ticks.length) return undefined;
    if (hasBlankLine(text.slice(from, to))) return undefined;
    return { from: from + ticks.length, to, end: to + ticks.length + 1 };
  }
  const next = source.indexOf('$', from);
  if (next < 0) return undefined;
  const to = closingDollars(source, from, size, limitOf(source, from, next));
  const tex = text.slice(from, Math.max(from, to));
  if (to < 0 || tex.trim() === '' || hasBlankLine(tex) || foreignLine.test(tex)) return undefined;
  const end = to + size;
  if (size === 1) {
    return readDollars(withoutZeroWidth(tex), text.slice(end, end + 40)) === 'formula'
      ? { from, to, end }
      : undefined;
  }
  if (readsLikeProse(tex)) return undefined;
  return { from, to, end: end + labelLength(text.slice(end, end + 200)) };
}

/** Length of a label that follows a formula and blanks. */
const labelLength = (rest: string): number => /^[ \t]*\{#[^\s{}#]+\}/u.exec(rest)?.[0].length ?? 0;

/** Offset of the sign that closes a bracket; escapes and line breaks of TeX are stepped over. */
export function closingBracket({ text }: MathSource, from: number, close: string, limit: number): number {
  for (let at = from; at < limit; at += 1) {
    if (text[at] !== '\\') continue;
    if (text.startsWith(close, at)) return at;
    at += 1;
  }
  return -1;
}

/** The end of the environment that begins at an offset, nested ones counted; -1 where it never ends. */
export function environmentEnd(source: MathSource, offset: number, name: string, limit: number): number {
  const end = `\\end{${name}}`;
  let depth = 0;
  let at = offset;
  for (;;) {
    const closes = source.indexOf(end, at);
    if (closes < 0 || closes > limit) return -1;
    const opens = source.text.slice(at, closes).split(`\\begin{${name}}`).length - 1;
    depth += opens - 1;
    at = closes + end.length;
    if (depth <= 0) return at;
  }
}

/** Name of the environment that begins at an offset, where it is a formula by itself. */
export function environmentAt({ text }: MathSource, offset: number): string | undefined {
  environment.lastIndex = offset;
  return environment.exec(text)?.groups?.name;
}

/** The opening bracket at an offset, `\(`, `\[` or one of them with two backslashes, and its partner. */
export function bracketAt({ text }: MathSource, offset: number): { open: string; close: string } | undefined {
  brackets.lastIndex = offset;
  const { slashes, sign } = brackets.exec(text)?.groups ?? {};
  if (slashes === undefined || sign === undefined) return undefined;
  return { open: slashes + sign, close: slashes + (sign === '(' ? ')' : ']') };
}

function backslash(source: MathSource, offset: number): FoundFormula | undefined {
  const { text } = source;
  const name = environmentAt(source, offset);
  if (name !== undefined) {
    if (source.indexOf(`\\end{${name}}`, offset) < 0) return undefined;
    const inner = offset + '\\begin'.length;
    const partner = lonePartner(source, inner, `\\begin{${name}}`, `\\end{${name}}`);
    const end = environmentEnd(source, offset, name, limitOf(source, offset, partner));
    return end < 0
      ? undefined
      : { from: offset, to: end, end: end + labelLength(text.slice(end, end + 200)) };
  }
  const bracket = bracketAt(source, offset);
  if (!bracket) return undefined;
  const { open, close } = bracket;
  const from = offset + open.length;
  if (source.indexOf(close, from) < 0) return undefined;
  const limit = limitOf(source, from, lonePartner(source, from, open, close));
  const to = closingBracket(source, from, close, limit);
  const written = withoutZeroWidth(text.slice(from, Math.max(from, to)));
  const tex = open.length > 2 ? withoutDoubling(written) : written;
  if (to < 0 || tex.trim() === '' || written.includes(open) || hasBlankLine(written) || foreignLine.test(tex))
    return undefined;
  const end = to + close.length;
  const rest = text.slice(end, end + 200);
  if (open.endsWith('[')) {
    // `\[a\](b)` and its like are links that somebody escaped.
    const isLink = /^[([:]/u.test(rest);
    const isOwnLines = /^[ \t]*\r?\n/u.test(tex) && /\n[ \t>]*$/u.test(tex);
    if (isLink || !(hasEvidence(tex) || (isOwnLines && !readsLikeProse(tex)))) return undefined;
    return { from, to, end: end + labelLength(rest) };
  }
  const isLetter = /^\s*[A-Za-z\p{Script=Greek}]['′]*\s*$/u.test(tex);
  const isMeant =
    isLetter ||
    hasEvidence(tex) ||
    (!/\p{Script=Han}|[A-Za-z]{2,}\s+[A-Za-z]{2,}/u.test(tex) && source.usesRoundBrackets);
  return isMeant ? { from, to, end } : undefined;
}

/**
 * The formula whose opening sign stands at an offset within text; nothing where the sign is no more
 * than a character.
 *
 * `$x$`, `$$x$$`, `` $`x`$ ``, `\(x\)`, `\[x = 1\]`, `\\(x\\)`, `\begin{align}…\end{align}` → where the TeX is
 */
export const inlineFormula = (source: MathSource, offset: number): FoundFormula | undefined =>
  source.text[offset] === '$' ? dollars(source, offset) : backslash(source, offset);

/** Whether `$` at an offset may have been meant to open a formula, and was read as text. */
export function isDoubtful(source: MathSource, offset: number): boolean {
  const { text } = source;
  if (source.runAt(offset) !== 1 || inlineFormula(source, offset)) return false;
  const to = closingDollars(source, offset + 1, 1, limitOf(source, offset + 1));
  if (to < 0) return false;
  const tex = text.slice(offset + 1, to);
  return (
    !hasBlankLine(tex) &&
    !foreignLine.test(tex) &&
    readDollars(tex, text.slice(to + 1, to + 41)) === 'doubtful'
  );
}
