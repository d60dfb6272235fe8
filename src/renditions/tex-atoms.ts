import { argumentKinds, isFontSwitch, takesColumns, takesOption, takesSign } from './tex-commands.ts';
import { argumentAt } from './tex-scan.ts';

/** A row of symbols: a formula, a group, an argument or a script. */
export interface TexList {
  readonly atoms: readonly TexAtom[];
  /** Whether it is an argument without braces, so that nothing longer could stand in its place. */
  readonly isBare: boolean;
}

/** One symbol with its scripts. Offsets are UTF-16 code units; texts are canonical, see {@link textOf}. */
export interface TexAtom {
  readonly start: number;
  readonly end: number;
  readonly core: string;
  readonly sub: string;
  readonly sup: string;
  /** `'` signs. */
  readonly primes: number;
  /** Lists within, in their order, and whether they are a part of the symbol or its superscript. */
  readonly lists: readonly { readonly list: TexList; readonly isSup: boolean }[];
}

/** Nested deeper than this, TeX is not read. */
const deepest = 100;

const script = (sign: string, text: string): string =>
  text === '' ? '' : sign + (text.length === 1 ? text : `{${text}}`);

/** A symbol without its superscript: `W_{0}^\top` → `W_0` */
export const nameOf = ({ core, sub, primes }: TexAtom): string =>
  core + script('_', sub) + "'".repeat(primes);

/** Canonical TeX, the same for all ways to write it: `{W}_{ 0 }` → `W_0` */
export const textOf = (atoms: readonly TexAtom[]): string =>
  atoms.map((atom) => nameOf(atom) + script('^', atom.sup)).join(' ');

type Lists = TexAtom['lists'];

class TooDeep extends Error {}

/** Reads TeX from left to right. */
class AtomReader {
  readonly #tex: string;
  #at = 0;
  #depth = 0;

  constructor(tex: string) {
    this.#tex = tex;
  }

  /** Atoms up to the brace that closes the group, or up to the end. */
  list(): TexList {
    if (++this.#depth > deepest) throw new TooDeep();
    const atoms: TexAtom[] = [];
    for (;;) {
      this.#blank();
      if (this.#at >= this.#tex.length || this.#tex[this.#at] === '}') break;
      const start = this.#at;
      const command = this.#command();
      if (command !== undefined && isFontSwitch(command)) {
        const core = `{${command} ${textOf(this.list().atoms)}}`;
        atoms.push({ start, end: this.#at, core, sub: '', sup: '', primes: 0, lists: [] });
        break;
      }
      this.#at = start;
      atoms.push(this.#atom());
    }
    this.#depth -= 1;
    return { atoms, isBare: false };
  }

  #blank(): void {
    this.#match(/[\s~]*/uy);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [text] = pattern.exec(this.#tex) ?? [];
    if (text !== undefined) this.#at += text.length;
    return text;
  }

  #command(): string | undefined {
    return this.#match(/\\(?:[A-Za-z@]+|[\s\S])/uy);
  }

  /** A symbol with the scripts after it. */
  #atom(): TexAtom {
    const start = this.#at;
    // A script without anything before it has an empty base.
    const isScript = /[_^']/u.test(this.#tex[this.#at] ?? '');
    const base = isScript ? { core: '', lists: [] } : this.#base();
    const lists = [...base.lists];
    let { core, sub = '', sup = '', primes = 0 } = base as Partial<TexAtom> & { core: string };
    let end = this.#at;
    for (;;) {
      this.#blank();
      if (this.#match(/\\(?:no|display)?limits(?![A-Za-z])/uy) !== undefined) continue;
      const sign = this.#match(/[_^']/uy);
      if (sign === undefined) break;
      if (sign === "'") {
        primes += 1;
      } else {
        // `{W_0}_1` bears two of a kind: what stands in braces is one thing then.
        if (sign === '_' ? sub !== '' : sup !== '' || primes > 0) {
          core = `{${core}${script('_', sub)}${"'".repeat(primes)}${script('^', sup)}}`;
          [sub, sup, primes] = ['', '', 0];
        }
        const list = this.#argument();
        const text = textOf(list.atoms);
        const isPrime = sign === '^' && /^\\prime(?: \\prime)*$/u.test(text);
        if (isPrime) primes += text.split(' ').length;
        else if (sign === '_') sub = text;
        else sup = text;
        lists.push({ list, isSup: sign === '^' && !isPrime });
      }
      end = this.#at;
    }
    this.#at = end;
    return { start, end, core, sub, sup, primes, lists };
  }

  /** What stands before scripts. */
  #base(): Pick<TexAtom, 'core' | 'lists'> & Partial<TexAtom> {
    if (this.#match(/\{/uy) !== undefined) return this.#group();
    const command = this.#command();
    if (command === undefined) {
      return { core: this.#match(/[\s\S]/uy) ?? '', lists: [] };
    }
    if (command === '\\begin' || command === '\\end') return this.#border(command);
    if (command === '\\char')
      return { core: command + (this.#match(/["'`]?[\dA-Fa-f]+/uy) ?? ''), lists: [] };
    if (takesSign(command)) {
      this.#blank();
      return { core: command + (this.#command() ?? this.#match(/[\s\S]/uy) ?? ''), lists: [] };
    }
    return this.#call(command);
  }

  /** A group; one of a single symbol is that symbol. */
  #group(): Pick<TexAtom, 'core' | 'lists'> & Partial<TexAtom> {
    const list = this.list();
    this.#match(/\}/uy);
    const [only, ...more] = list.atoms;
    if (only && more.length === 0) return only;
    return { core: `{${textOf(list.atoms)}}`, lists: [{ list, isSup: false }] };
  }

  #border(command: string): Pick<TexAtom, 'core' | 'lists'> {
    const name = this.#raw();
    const columns = command === '\\begin' && takesColumns(name) ? `{${this.#raw()}}` : '';
    return { core: `${command}{${name}}${columns}`, lists: [] };
  }

  #call(command: string): Pick<TexAtom, 'core' | 'lists'> {
    const starred = /^\\(?:operatorname|tag|[hv]space)$/u.test(command) ? this.#match(/\*/uy) : undefined;
    let core = command + (starred ?? '');
    const lists: Lists[number][] = [];
    if (takesOption(command)) core += this.#match(/\s*\[[^[\]{}]*\]/uy)?.trim() ?? '';
    for (const kind of argumentKinds(command)) {
      if (kind === 'r') {
        core += `{${this.#raw()}}`;
        continue;
      }
      const list = this.#argument();
      core += `{${textOf(list.atoms)}}`;
      // A single letter under a hat is another symbol; a sum under a bar is still a sum.
      if (kind === 'm' || (kind === 'a' && list.atoms.length > 1)) lists.push({ list, isSup: false });
    }
    return { core, lists };
  }

  /** An argument that is not mathematics, blanks in it as one. */
  #raw(): string {
    const group = argumentAt(this.#tex, this.#at);
    if (group) {
      this.#at = group.end;
      return group.value.trim().replace(/\s+/gu, ' ');
    }
    return this.#match(/\s*(?:-?[\d.]+\s*[a-z]{2}|\\(?:[A-Za-z@]+|[\s\S])|[^\s}])/uy)?.trim() ?? '';
  }

  #argument(): TexList {
    this.#blank();
    if (this.#match(/\{/uy) !== undefined) {
      const list = this.list();
      this.#match(/\}/uy);
      return list;
    }
    if (this.#at >= this.#tex.length || this.#tex[this.#at] === '}') return { atoms: [], isBare: true };
    if (++this.#depth > deepest) throw new TooDeep();
    const start = this.#at;
    const { core, lists } = this.#base();
    this.#depth -= 1;
    const atom = { start, end: this.#at, core, sub: '', sup: '', primes: 0, lists };
    return { atoms: [atom], isBare: true };
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tex.length;
  }
}

/**
 * Reads TeX without macros of the author's as a row of symbols with their scripts. Nothing where braces
 * do not match, or are nested too deep.
 *
 * `W_0^\top x` → `W` with `0` below and `\top` above, `x`
 */
export function readAtoms(tex: string): TexList | undefined {
  const reader = new AtomReader(tex);
  try {
    const list = reader.list();
    return reader.isAtEnd ? list : undefined;
  } catch (error) {
    if (error instanceof TooDeep) return undefined;
    throw error;
  }
}
