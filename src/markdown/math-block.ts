import { withoutDoubling } from './math-clean.ts';
import { formulaTail } from './math-ending.ts';
import { hasEvidence, readsLikeProse } from './math-evidence.ts';
import { bracketAt, closingBracket, closingDollars, environmentAt, environmentEnd } from './math-inline.ts';
import type { MathSource } from './math-source.ts';

/** A display formula that begins a line. Offsets are UTF-16 code units. */
export interface BlockFormula {
  /** Whether its closing sign exists; if not it ends before the next blank line. */
  readonly isClosed: boolean;
  /** Where its TeX begins: on the line of the opening sign, or at the end of that line. */
  readonly from: number;
  /** Where its TeX ends. */
  readonly to: number;
  /** Behind the closing sign, and behind a label or punctuation that follows it. */
  readonly end: number;
}

/** Longest display formula, in characters, and most blank lines in one. */
const longest = 200_000;
const mostBlanks = 40;
const longestEnvironment = 60_000;

/** Braces with all that is in them. */
const group = /\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/gu;

/** Lines that are certainly no part of a formula. */
const foreign =
  /^(?:`{3}|~{3}|\\\[|#{1,6}[ \t]|:{3}|(?:[-*+]|\d+[.)])[ \t]+(?:\${2}|\\begin|\\{1,2}\[|\p{Script=Han}))/u;
/** Lines that are none after a blank line. */
const foreignAfterBlank =
  /^(?:!?\[[^\]]*\][([:]|<[A-Za-z!/]|(?:[-*+]|\d+[.)])[ \t]+\S*\p{Script=Han}|\*\*|\|)/u;

/** Whether a line cannot belong to a display formula that has not been closed before it. */
function isForeign(line: string, afterBlank: boolean): boolean {
  const tex = line.trimStart().slice(0, 5000);
  // A formula in a display formula stands in `\text{…}` or nowhere.
  const bare = tex.replace(/\\[^A-Za-z]/gu, '').replace(group, '');
  if (/(?<!\$)\$(?!\$)/u.test(bare)) return true;
  return (
    afterBlank &&
    (foreignAfterBlank.test(tex) || readsLikeProse(tex) || /^\p{Script=Han}+[：，。]/u.test(tex))
  );
}

/** How the sign that closes a formula is found. */
interface ClosingSign {
  /** The sign itself, for a quick look whether there is any. */
  readonly sign: string;
  /** Offset in a stretch of one line; -1 where it is not there. */
  readonly find: (from: number, lineEnd: number) => number;
  readonly size: number;
}

interface Closed {
  readonly to: number;
  /** Behind the closing sign. */
  readonly close: number;
}

/** Looks for the closing sign, line by line; else says where the formula that has none must end. */
function findEnd(source: MathSource, start: number, from: number, closing: ClosingSign): Closed | number {
  const { text } = source;
  const { sign, find, size } = closing;
  const isQuoted = text.slice(source.lineStart(start), start).includes('>');
  const exists = source.indexOf(sign, from) >= 0;
  let lineEnd = source.lineEnd(from);
  const first = find(from, lineEnd);
  if (first >= 0) return { to: first, close: first + size };
  let blanks = 0;
  let end = -1;
  while (lineEnd < text.length && lineEnd - start < longest && blanks < mostBlanks) {
    const lineStart = lineEnd + 1;
    const previousEnd = lineEnd;
    lineEnd = source.lineEnd(lineStart);
    let contentStart = lineStart;
    if (isQuoted) contentStart += /^(?:[ \t]*>)*/u.exec(text.slice(lineStart, lineEnd))?.[0].length ?? 0;
    const line = text.slice(contentStart, lineEnd);
    if (line.trim() === '') {
      if (end < 0) end = previousEnd;
      blanks += 1;
      if (!exists || (isQuoted && contentStart === lineStart)) break;
      continue;
    }
    const to = find(contentStart, lineEnd);
    const before = to < 0 ? line : text.slice(contentStart, to);
    if (foreign.test(line.trimStart()) || isForeign(before, blanks > 0)) return end < 0 ? previousEnd : end;
    if (to < 0) continue;
    // A second pair of signs on the line: a formula of its own, and the one before it has no end.
    if (before.trim() === '' && find(to + size, lineEnd) >= 0) return end < 0 ? previousEnd : end;
    return { to, close: to + size };
  }
  return end < 0 ? lineEnd : end;
}

function closedBlock(source: MathSource, from: number, { to, close }: Closed): BlockFormula {
  const rest = source.text.slice(close, source.lineEnd(close));
  return { isClosed: true, from, to, end: close + (formulaTail(rest)?.length ?? 0) };
}

/** Whether a formula begins and ends on one line that has more text, and so is within that text. */
const isWithinText = (source: MathSource, start: number, { close }: Closed): boolean =>
  close <= source.lineEnd(start) && !formulaTail(source.text.slice(close, source.lineEnd(close)));

function dollarBlock(source: MathSource, start: number): BlockFormula | undefined {
  const size = source.runAt(start);
  if (size < 2) return undefined;
  const from = start + size;
  const found = findEnd(source, start, from, {
    sign: '$'.repeat(size),
    find: (at, lineEnd) => closingDollars(source, at, size, lineEnd),
    size,
  });
  if (typeof found === 'number') {
    // More than two are not how anyone opens a formula by mistake.
    return size === 2 ? { isClosed: false, from, to: found, end: found } : undefined;
  }
  if (isWithinText(source, start, found)) return undefined;
  // `$$$$` is no formula.
  if (found.to === from) return undefined;
  return closedBlock(source, from, found);
}

function bracketBlock(source: MathSource, start: number): BlockFormula | undefined {
  const bracket = bracketAt(source, start);
  if (!bracket?.open.endsWith('[')) return undefined;
  const { open, close } = bracket;
  const from = start + open.length;
  if (source.indexOf(close, from) < 0) return undefined;
  const found = findEnd(source, start, from, {
    sign: close,
    find: (at, lineEnd) => closingBracket(source, at, close, lineEnd),
    size: close.length,
  });
  if (typeof found === 'number' || isWithinText(source, start, found)) return undefined;
  const written = source.text.slice(from, found.to);
  const tex = open.length > 2 ? withoutDoubling(written) : written;
  const isOwnLine = source.isBlankFrom(from) && !readsLikeProse(tex);
  return tex.trim() !== '' && (isOwnLine || hasEvidence(tex)) ? closedBlock(source, from, found) : undefined;
}

function environmentBlock(source: MathSource, start: number): BlockFormula | undefined {
  const name = environmentAt(source, start);
  if (name === undefined) return undefined;
  const end = environmentEnd(source, start, name, start + longestEnvironment);
  const found = findEnd(source, start, start, {
    sign: `\\end{${name}}`,
    find: (_at, lineEnd) => (end >= 0 && end <= lineEnd ? end : -1),
    size: 0,
  });
  if (typeof found === 'number') return { isClosed: false, from: start, to: found, end: found };
  return isWithinText(source, start, found) ? undefined : closedBlock(source, start, found);
}

/**
 * The display formula whose opening sign begins a line at an offset; nothing where the sign is text, or
 * belongs to a formula within text.
 *
 * `$$`, `\[`, `\\[` or `\begin{align}`, TeX beside them or not, up to their partner, which may stand
 * behind TeX and before a label, punctuation, or more text
 */
export const blockFormula = (source: MathSource, start: number): BlockFormula | undefined =>
  source.text[start] === '$'
    ? dollarBlock(source, start)
    : (environmentBlock(source, start) ?? bracketBlock(source, start));
