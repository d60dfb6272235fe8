/** A piece of TeX source. Offsets are UTF-16 code units. */
export interface TexToken {
  readonly kind: 'command' | 'begin' | 'end' | 'open' | 'close' | 'cell' | 'comment' | 'other';
  /** As written; of `begin` and `end` the name of the environment. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A braced argument. */
export interface TexArgument {
  readonly value: string;
  /** Offset of the opening brace. */
  readonly start: number;
  /** Offset behind the closing brace. */
  readonly end: number;
}

const token =
  /\\(?<border>begin|end)\s*\{(?<name>[^{}\\]*)\}|(?<command>\\(?:[A-Za-z@]+|[\s\S]))|(?<comment>(?:%[^\n]*(?:\n|$))+)|(?<sign>[{}&])|[^\\%{}&]+|\\/gu;

const signs = { '{': 'open', '}': 'close', '&': 'cell' } as const;

/** Cuts TeX into commands, borders of environments, braces, column signs, comments and the rest. */
export function scanTex(tex: string): TexToken[] {
  return [...tex.matchAll(token)].map((match) => {
    const { border, name = '', command, comment, sign } = match.groups ?? {};
    const place = { start: match.index, end: match.index + match[0].length };
    if (border !== undefined) return { kind: border as 'begin' | 'end', text: name.trim(), ...place };
    if (sign !== undefined) return { kind: signs[sign as keyof typeof signs], text: sign, ...place };
    const kind = command !== undefined ? 'command' : comment !== undefined ? 'comment' : 'other';
    return { kind, text: match[0], ...place };
  });
}

/** The braced argument that begins at an offset, blanks before it allowed; nothing where there is none. */
export function argumentAt(tex: string, offset: number): TexArgument | undefined {
  const start = offset + (/^\s*/u.exec(tex.slice(offset))?.[0].length ?? 0);
  if (tex[start] !== '{') return undefined;
  let depth = 0;
  for (let at = start; at < tex.length; at += 1) {
    if (tex[at] === '\\') at += 1;
    else if (tex[at] === '{') depth += 1;
    else if (tex[at] === '}') depth -= 1;
    if (depth === 0) return { value: tex.slice(start + 1, at), start, end: at + 1 };
  }
  return undefined;
}

/** A command with its one argument, such as `\label{eq-lora}` or `\tag*{A}`. */
export interface TexCall {
  readonly name: string;
  readonly starred: boolean;
  readonly argument: string;
  readonly start: number;
  readonly end: number;
}

/** Every use of the commands `names` with a braced argument, in order; comments do not count. */
export function callsOf(tex: string, names: ReadonlySet<string>): TexCall[] {
  const calls: TexCall[] = [];
  // By far the most formulas have none.
  if (![...names].some((name) => tex.includes(name))) return calls;
  for (const { kind, text, start, end } of scanTex(tex)) {
    if (kind !== 'command' || !names.has(text)) continue;
    const starred = tex[end] === '*';
    const argument = argumentAt(tex, starred ? end + 1 : end);
    if (argument) calls.push({ name: text, starred, argument: argument.value, start, end: argument.end });
  }
  return calls;
}
