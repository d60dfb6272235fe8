import type { Paragraph } from 'mdast';
import type { InlineMath } from 'mdast-util-math';
import { nearest } from '../diagnostics/nearest.ts';
import { symbolNames, symbolText, type TexSymbol, usedSymbols } from '../renditions/tex-symbols.ts';

type Macros = Readonly<Record<string, string>>;

declare module 'mdast-util-math' {
  interface InlineMathData {
    /** The listed symbol whose own formula this is, in the table of symbols. */
    symbol?: SymbolRow;
  }
}

/** A symbol that an article lists, as its front matter has it. */
export interface ListedSymbol {
  readonly tex: string;
  /** Markdown of one line. */
  readonly zh?: string | undefined;
  readonly en?: string | undefined;
  readonly shape?: string | undefined;
  /** Where its key stands. */
  readonly place: { readonly line: number; readonly column: number; readonly length: number };
  /** Whether the key is written as it reads, so that a place in it can be told. */
  readonly isPlain: boolean;
}

/** A listed symbol in the tree. */
export interface SymbolRow {
  readonly id: string;
  readonly listed: ListedSymbol;
  readonly formula: InlineMath;
  readonly meaning: Paragraph;
  readonly shape: Paragraph;
}

/** Finds the listed symbols of one article in its formulas, and remembers which are used. */
export class SymbolUses {
  readonly #rows: readonly SymbolRow[];
  readonly #used = new Set<string>();
  readonly #dropped = new Set<string>();
  /** What formulas have instead, for hints. */
  readonly #seen = new Set<string>();
  #known: { readonly macros: string; readonly symbols: readonly TexSymbol[] } = { macros: '', symbols: [] };

  constructor(rows: readonly SymbolRow[]) {
    this.#rows = rows;
  }

  /** The symbols under the macros at one place of the article. */
  #symbols(macros: Macros): readonly TexSymbol[] {
    const key = JSON.stringify(macros);
    if (this.#known.macros !== key) {
      const symbols = this.#rows.flatMap(({ id, listed }) => {
        const tex = symbolText(listed.tex, macros);
        return tex === undefined ? [] : [{ id, tex }];
      });
      this.#known = { macros: key, symbols };
    }
    return this.#known.symbols;
  }

  /** Those that a formula uses, as its rendition is asked for. */
  in(tex: string, macros: Macros): { symbols?: readonly TexSymbol[] } {
    if (this.#rows.length === 0) return {};
    const symbols = usedSymbols(tex, macros, this.#symbols(macros));
    for (const { id } of symbols) this.#used.add(id);
    for (const name of symbolNames(tex, macros)) this.#seen.add(name);
    return symbols.length > 0 ? { symbols } : {};
  }

  /** Leaves out a symbol that KaTeX cannot read. */
  drop({ id }: SymbolRow): void {
    this.#dropped.add(id);
  }

  isDropped({ id }: SymbolRow): boolean {
    return this.#dropped.has(id);
  }

  isUsed({ id }: SymbolRow): boolean {
    return this.#used.has(id);
  }

  /** What formulas have that an unused symbol may stand for: the same letter with an index, or a near word. */
  hintFor(tex: string): string | undefined {
    const name = symbolText(tex, this.#known.macros === '' ? {} : (JSON.parse(this.#known.macros) as Macros));
    if (name === undefined) return undefined;
    const withIndex = [...this.#seen].find((seen) => seen.startsWith(`${name}_`));
    if (withIndex !== undefined)
      return `a letter with a subscript is another symbol: list \`${withIndex}\` too`;
    const bare = name.replace(/_(?:[^{}]|\{.*\})$/u, '');
    const others = [...this.#seen].filter((seen) => seen.length > 1);
    const meant =
      bare !== name && this.#seen.has(bare) ? bare : name.length > 1 ? nearest(name, others) : undefined;
    return meant === undefined ? undefined : `did you mean \`${meant}\`?`;
  }
}
