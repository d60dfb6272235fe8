import { type BlockFormula, blockFormula } from './math-block.ts';
import { type FoundFormula, inlineFormula } from './math-inline.ts';
import { MathSource } from './math-source.ts';

/** A formula with the offset of its opening sign. */
interface PlacedFormula extends FoundFormula {
  readonly start: number;
}

/** Finds the formulas of one text, each once. Offsets are UTF-16 code units. */
export class MathScanner {
  readonly source: MathSource;
  readonly #inline = new Map<number, FoundFormula | undefined>();
  readonly #blocks = new Map<number, BlockFormula | undefined>();
  /** The lines read last: starts of those that begin within formulas, and where the last such formula begins. */
  #region = { from: 0, to: -1, lines: new Set<number>(), last: -1 };

  constructor(text: string) {
    this.source = new MathSource(text);
  }

  /** The formula within text whose opening sign stands at an offset. */
  inlineAt(offset: number): FoundFormula | undefined {
    const { text } = this.source;
    if (text[offset] === '\\' && !'([\\b'.includes(text[offset + 1] ?? ' ')) return undefined;
    if (!this.#inline.has(offset)) this.#inline.set(offset, inlineFormula(this.source, offset));
    return this.#inline.get(offset);
  }

  /** The display formula whose opening sign begins a line at an offset. */
  blockAt(offset: number): BlockFormula | undefined {
    if (!this.#blocks.has(offset)) this.#blocks.set(offset, blockFormula(this.source, offset));
    return this.#blocks.get(offset);
  }

  /** Formulas within text between two offsets; escapes and code spans are stepped over. */
  formulasBetween(from: number, to: number): PlacedFormula[] {
    const { text } = this.source;
    const found: PlacedFormula[] = [];
    let at = from;
    while (at < to) {
      const letter = text[at];
      if (letter === '`') {
        at = this.#codeEnd(at, to);
        continue;
      }
      const isSign = letter === '$' || letter === '\\';
      const formula = isSign ? this.inlineAt(at) : undefined;
      if (formula && formula.end <= to) {
        found.push({ ...formula, start: at });
        at = formula.end;
      } else at += letter === '\\' ? 2 : letter === '$' ? this.source.runAt(at) : 1;
    }
    return found;
  }

  /** Behind the code span that begins at an offset, or behind its backticks where they open none. */
  #codeEnd(offset: number, limit: number): number {
    const { source } = this;
    const ticks = '`'.repeat(source.runAt(offset));
    let at = source.indexOf(ticks, offset + ticks.length);
    while (at >= 0 && at < limit) {
      const run = source.runAt(at);
      if (run === ticks.length) return at + run;
      at = source.indexOf(ticks, at + run);
    }
    return offset + ticks.length;
  }

  /** Reads the lines up to the next blank one, where no earlier call has done so. */
  #readRegion(start: number) {
    if (start >= this.#region.from && start < this.#region.to) return this.#region;
    const { source } = this;
    let end = source.lineEnd(start);
    while (end < source.text.length && !source.isBlankFrom(end + 1)) end = source.lineEnd(end + 1);
    const lines = new Set<number>();
    let last = -1;
    for (const formula of this.formulasBetween(start, end)) {
      let lineEnd = source.lineEnd(formula.start);
      if (lineEnd < formula.end) last = formula.start;
      for (; lineEnd < formula.end; lineEnd = source.lineEnd(lineEnd + 1)) lines.add(lineEnd + 1);
    }
    this.#region = { from: start, to: end, lines, last };
    return this.#region;
  }

  /** Whether a paragraph from an offset on has a formula of more than one line. */
  hasLongFormula(start: number): boolean {
    return this.#readRegion(start).last >= start;
  }

  /** Whether a line of a paragraph, from an offset on, begins within a formula. */
  isWithinFormula(start: number, lineStart: number): boolean {
    return this.#readRegion(start).lines.has(lineStart);
  }

  /** Offsets of the bars in the line from an offset on that belong to formulas, and not to a table. */
  barsFrom(offset: number): ReadonlySet<number> {
    const { source } = this;
    const bars = new Set<number>();
    const lineEnd = source.lineEnd(offset);
    if (source.indexOf('|', offset) >= lineEnd) return bars;
    for (const { from, to } of this.formulasBetween(offset, lineEnd)) {
      const tex = source.text.slice(from, to);
      if (!tex.includes('|') || !keepsBars(tex)) continue;
      for (let at = from; at < to; at += 1) if (source.text[at] === '|') bars.add(at);
    }
    return bars;
  }
}

/**
 * Whether the bars between two signs are bars of one formula, not of the table around two halves of
 * other formulas: they stand in brackets, or without blanks, as in `|x|`.
 */
function keepsBars(tex: string): boolean {
  const bare = tex.replaceAll('\\|', '').replace(/\\[lr]?(?:vert|Vert)/gu, '');
  let depth = 0;
  for (const letter of bare.replace(/\\[{}]/gu, (brace) => (brace === '\\{' ? '(' : ')'))) {
    if ('([{'.includes(letter)) depth += 1;
    else if (')]}'.includes(letter)) depth -= 1;
    else if (letter === '|' && depth > 0) return true;
  }
  if (/\s\|\s/u.test(bare)) return false;
  const isPaired = (bare.split('|').length - 1) % 2 === 0;
  return isPaired || !/^\s*\||\|\s*$/u.test(bare);
}
