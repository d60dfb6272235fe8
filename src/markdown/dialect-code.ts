import type { SourceLine } from './dialect-lines.ts';

const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/u;
const fenceSign = /^(?:`{3,}(?=[^`]*$)|~{3,})/u;

/** Blanks, `>` and marks of lists at the start of a line. */
export const containerPrefix = (text: string): string => containers.exec(text)?.[0] ?? '';

/** The same for the lines that follow: marks of lists become blanks. */
export const nextPrefix = (prefix: string): string => prefix.replace(/[^\s>]/gu, ' ');

/** Follows code fences from line to line, at any depth of lists and quotes. */
export class FenceTracker {
  #open: string | undefined;
  #isQuoted = false;
  #opened = false;

  /** Whether the line last asked about opens a code block. */
  get isOpening(): boolean {
    return this.#opened;
  }

  /** Whether the line belongs to a code block, its fences included. */
  isCode(text: string): boolean {
    const prefix = containerPrefix(text);
    const rest = text.slice(prefix.length);
    this.#opened = false;
    if (this.#open === undefined) {
      this.#open = fenceSign.exec(rest)?.[0];
      this.#isQuoted = prefix.includes('>');
      this.#opened = this.#open !== undefined;
      return this.#opened;
    }
    if (this.#isQuoted && !prefix.includes('>')) {
      // The quotation around the block has ended, and the block with it.
      this.#open = undefined;
      return this.isCode(text);
    }
    const sign = rest.trimEnd();
    if (sign.length >= this.#open.length && [...sign].every((letter) => letter === this.#open?.[0])) {
      this.#open = undefined;
    }
    return true;
  }
}

/** For each line, whether it is code. */
export function codeLines(lines: readonly SourceLine[]): boolean[] {
  const tracker = new FenceTracker();
  return lines.map(({ text }) => tracker.isCode(text));
}

/** For each line, whether it is part of a display formula between lines with `$$`. */
export function formulaLines(lines: readonly SourceLine[], isCode: readonly boolean[]): boolean[] {
  let isOpen = false;
  return lines.map(({ text }, index) => {
    const signs = isCode[index] ? 0 : text.split('$$').length - 1;
    const wasOpen = isOpen;
    if (signs % 2 === 1) isOpen = !isOpen;
    return wasOpen || isOpen;
  });
}

/** The backticks of a role such as :cite:`key` begin no code. */
const role = /:[a-z]+:`[^`\s][^`\n]{0,500}`/gu;
const codeSpan = /(?<!`)(?<sign>`+)(?!`)[^\n]{0,2000}?(?<!`)\k<sign>(?!`)/gu;
const formula = /(?<![\\$])(?<sign>\$\$?)(?=[^\s$])[^$\n]{0,2000}?(?<![\s\\])\k<sign>(?![\d$])/gu;

/** Stretches of a line, by their offsets. */
export type Spans = readonly (readonly [from: number, to: number])[];

const spansOf = (text: string, pattern: RegExp): Spans =>
  [...text.matchAll(pattern)].map(({ index, 0: { length } }) => [index, index + length] as const);

/** Code in a line of text. */
export const codeSpans = (text: string): Spans =>
  text.includes('`')
    ? spansOf(
        text.replace(role, (found) => ' '.repeat(found.length)),
        codeSpan,
      )
    : [];

/** Code and formulas in a line of text. */
export const literalSpans = (text: string): Spans => [
  ...codeSpans(text),
  ...(text.includes('$') ? spansOf(text, formula) : []),
];

/** Whether an offset lies in one of the spans. */
export const isWithin = (spans: Spans, offset: number): boolean =>
  spans.some(([from, to]) => offset >= from && offset < to);
