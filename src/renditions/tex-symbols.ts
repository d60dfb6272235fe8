import { createHash } from 'node:crypto';
import { nameOf, readAtoms, type TexAtom, type TexList, textOf } from './tex-atoms.ts';
import { expandMacros } from './tex-expand.ts';

type Macros = Readonly<Record<string, string>>;

/** A symbol to look for. */
export interface TexSymbol {
  /** Letters, digits, `-` and `_`. */
  readonly id: string;
  /** Canonical TeX, see {@link symbolText}. */
  readonly tex: string;
}

/** Definitions within a formula: what its commands stand for is known to KaTeX alone. */
const definition = /\\(?:[gex]?def|(?:re|provide)?newcommand|renewcommand|let|futurelet|verb)(?![A-Za-z])/u;

/** The symbols of a formula; nothing where it cannot be told what KaTeX reads. */
function atomsOf(tex: string, macros: Macros): { written: string; list: TexList } | undefined {
  const written = expandMacros(tex, macros);
  if (written === undefined || definition.test(written)) return undefined;
  const list = readAtoms(written);
  return list && { written, list };
}

/**
 * The one way to write a symbol, macros written out; nothing where it is no symbol.
 *
 * `W_{0}` → `W_0` · `\Lmtp` under `\Lmtp` = `\mathcal L_{\text{MTP}}` → `\mathcal{L}_{\text{MTP}}`
 */
export function symbolText(tex: string, macros: Macros): string | undefined {
  const text = textOf(atomsOf(tex, macros)?.list.atoms ?? []);
  return text === '' ? undefined : text;
}

/** A short name of canonical TeX for attributes: `W_0` → `W_0`, `\alpha` → `alpha-5d1c` */
export function symbolId(text: string): string {
  const readable = text.replace(/[^\w]+/gu, '-').replace(/^-|-$/gu, '');
  if (readable === text) return text;
  return `${readable}-${createHash('sha256').update(text).digest('hex').slice(0, 4)}`.replace(/^-/u, '');
}

interface Pattern {
  readonly id: string;
  readonly atoms: readonly TexAtom[];
}

const patternsOf = (symbols: readonly TexSymbol[]): Pattern[] =>
  symbols
    .map(({ id, tex }) => ({ id, atoms: readAtoms(tex)?.atoms ?? [] }))
    .filter(({ atoms }) => atoms.length > 0)
    // The longest comes first, and of two, the one that asks for a superscript.
    .toSorted(
      (a, b) =>
        b.atoms.length - a.atoms.length ||
        (b.atoms.at(-1)?.sup.length ?? 0) - (a.atoms.at(-1)?.sup.length ?? 0),
    );

/** Whether a pattern stands at a place. A superscript may be a power, and so is a use all the same. */
const standsAt = (atoms: readonly TexAtom[], index: number, pattern: readonly TexAtom[]): boolean =>
  pattern.every((wanted, offset) => {
    const atom = atoms[index + offset];
    if (!atom || nameOf(atom) !== nameOf(wanted)) return false;
    return atom.sup === wanted.sup || (offset === pattern.length - 1 && wanted.sup === '');
  });

/** Calls `visitor` for each use and its range, outer ones first, in the order of the text. */
function walk(list: TexList, patterns: readonly Pattern[], visitor: Visitor): void {
  const { atoms, isBare } = list;
  for (let index = 0; index < atoms.length; index += 1) {
    const found = patterns.find((pattern) => standsAt(atoms, index, pattern.atoms));
    const first = atoms[index];
    const last = atoms[index + (found?.atoms.length ?? 1) - 1];
    if (!first || !last) break;
    if (found) visitor.open(found.id, first.start, isBare);
    for (const { list: inner, isSup } of last.lists) {
      // What a symbol is made of is no use of another one.
      if (!found || (isSup && found.atoms.at(-1)?.sup === '')) walk(inner, patterns, visitor);
    }
    if (found) visitor.close(last.end, isBare);
    index += (found?.atoms.length ?? 1) - 1;
  }
}

interface Visitor {
  open(id: string, offset: number, isBare: boolean): void;
  close(offset: number, isBare: boolean): void;
}

/** Those of the symbols that a formula uses. */
export function usedSymbols(tex: string, macros: Macros, symbols: readonly TexSymbol[]): TexSymbol[] {
  const read = symbols.length > 0 ? atomsOf(tex, macros) : undefined;
  if (!read) return [];
  const used = new Set<string>();
  walk(read.list, patternsOf(symbols), { open: (id) => void used.add(id), close: () => undefined });
  return symbols.filter(({ id }) => used.has(id));
}

/**
 * A formula with macros written out and `before(id)` … `}` around every use of a symbol.
 *
 * `W_0^\top x` with `W_0` → `\htmlData{…=W_0}{W_0^\top} x`
 */
export function markSymbols(
  tex: string,
  macros: Macros,
  symbols: readonly TexSymbol[],
  before: (id: string) => string,
): string {
  const read = atomsOf(tex, macros);
  if (!read) return tex;
  const { written, list } = read;
  let marked = '';
  let done = 0;
  const put = (offset: number, text: string): void => {
    marked += written.slice(done, offset) + text;
    done = offset;
  };
  walk(list, patternsOf(symbols), {
    open: (id, offset, isBare) => {
      put(offset, `${isBare ? '{' : ''}${before(id)}{`);
    },
    close: (offset, isBare) => {
      put(offset, isBare ? '}}' : '}');
    },
  });
  return marked + written.slice(done);
}

/** Every symbol of a formula, without superscripts: `W_0^\top x` → `W_0`, `x`, `\top` */
export function symbolNames(tex: string, macros: Macros): string[] {
  const names = new Set<string>();
  const collect = ({ atoms }: TexList): void => {
    for (const atom of atoms) {
      names.add(nameOf(atom));
      for (const { list } of atom.lists) collect(list);
    }
  };
  const read = atomsOf(tex, macros);
  if (read) collect(read.list);
  return [...names];
}
