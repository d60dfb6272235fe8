/** Where something stands in a file; both count from 1. */
export interface SettingsPlace {
  readonly line: number;
  readonly column: number;
}

/** Blanks and comments. */
const blank = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/uy;
const quoted = /'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"|`(?:\\[\s\S]|[^`\\])*`/uy;
const bareKey = /[\p{L}_$\d][\p{L}_$\d]*/uy;

/** Reads the text of settings from left to right, without running it. */
class SettingsReader {
  readonly #source: string;
  at: number;

  constructor(source: string, at: number) {
    this.#source = source;
    this.at = at;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.#source) ?? [];
    this.at += found?.length ?? 0;
    return found;
  }

  /** Goes over blanks, and over a sign where it is there. */
  takes(sign: string): boolean {
    this.#take(blank);
    if (!this.#source.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  /** The key that begins here, unquoted. */
  key(): string | undefined {
    this.#take(blank);
    const text = this.#take(quoted);
    return text === undefined ? this.#take(bareKey) : text.slice(1, -1).replaceAll(/\\(.)/gsu, '$1');
  }

  /** Goes over a value: to the comma behind it, or to the bracket that closes what it is in. */
  skipValue(): void {
    let depth = 0;
    for (; this.at < this.#source.length; this.at += 1) {
      this.#take(blank);
      if (this.#take(quoted) !== undefined) this.at -= 1;
      const sign = this.#source[this.at] ?? '';
      if ('([{'.includes(sign)) depth += 1;
      else if (depth === 0 && ',)]}'.includes(sign)) return;
      else if (')]}'.includes(sign)) depth -= 1;
    }
  }

  /** Goes to the member of the object or list that begins here, and to its value; tells where the member began. */
  enter(part: PropertyKey): number | undefined {
    const isList = this.takes('[');
    if (!isList && !this.takes('{')) return undefined;
    for (let index = 0; !this.takes(']') && !this.takes('}') && this.at < this.#source.length; index += 1) {
      const start = this.at;
      const isIt = isList ? index === part : this.key() === part;
      if (isIt && (isList || this.takes(':'))) return start;
      this.skipValue();
      this.takes(',');
    }
    return undefined;
  }
}

/**
 * Where a setting is written: the key that a path leads to, or the last one on the way to it.
 *
 * `['navigation', 1, 'path']` → the `path` of the second entry of the navigation
 *
 * @param source text of `src/site.config.ts`.
 * @returns nothing where the first key is not written there.
 */
export function placeOfSetting(source: string, path: readonly PropertyKey[]): SettingsPlace | undefined {
  const call = /defineSite\(/u.exec(source);
  if (!call) return undefined;
  const reader = new SettingsReader(source, call.index + call[0].length);
  let found: number | undefined;
  for (const part of path) {
    const start = reader.enter(part);
    if (start === undefined) break;
    found = start;
  }
  if (found === undefined) return undefined;
  const before = source.slice(0, found).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
