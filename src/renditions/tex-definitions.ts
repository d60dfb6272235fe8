import { argumentAt, scanTex, type TexToken } from './tex-scan.ts';

/** A definition of a command inside a formula. */
export interface TexDefinition {
  readonly start: number;
  readonly end: number;
  /** The command, with its backslash. */
  readonly name: string;
  /** What it stands for, with `#1` for its first argument, as KaTeX takes macros. */
  readonly expansion: string;
  /** Whether it yields to a definition that is there already. */
  readonly provides: boolean;
}

const commandName = /^\\(?:[A-Za-z@]+|[^A-Za-z@\s])$/u;

/** KaTeX counts a macro's arguments by their signs, so those that are not used must be swallowed. */
function withArguments(body: string, count: number): string {
  let expansion = body;
  for (let index = 1; index <= count; index += 1) {
    if (!body.includes(`#${String(index)}`)) expansion = `\\@firstoftwo{${expansion}}{#${String(index)}}`;
  }
  return expansion;
}

const skipBlanks = (tex: string, offset: number): number =>
  offset + (/^\s*/u.exec(tex.slice(offset))?.[0].length ?? 0);

/** The command named at an offset, in braces or bare. */
function nameAt(tex: string, offset: number): { name: string; end: number } | undefined {
  const braced = argumentAt(tex, offset);
  if (braced) {
    const name = braced.value.trim();
    return commandName.test(name) ? { name, end: braced.end } : undefined;
  }
  const start = skipBlanks(tex, offset);
  const name = /^\\(?:[A-Za-z@]+|[^A-Za-z@\s])/u.exec(tex.slice(start))?.[0];
  return name === undefined ? undefined : { name, end: start + name.length };
}

function newCommand(tex: string, { text, start, end }: TexToken): TexDefinition | undefined {
  const name = nameAt(tex, tex[end] === '*' ? end + 1 : end);
  if (!name) return undefined;
  const counted = /^\s*\[(?<count>[1-9])\]/u.exec(tex.slice(name.end));
  const afterCount = name.end + (counted?.[0].length ?? 0);
  const body = argumentAt(tex, afterCount);
  if (!body) return undefined;
  const expansion = withArguments(body.value, Number(counted?.groups?.count ?? 0));
  return { start, end: body.end, name: name.name, expansion, provides: text === '\\providecommand' };
}

function operator(tex: string, { start, end }: TexToken): TexDefinition | undefined {
  const starred = tex[end] === '*';
  const name = nameAt(tex, starred ? end + 1 : end);
  const body = name && argumentAt(tex, name.end);
  if (!body) return undefined;
  const expansion = `\\operatorname${starred ? '*' : ''}{${body.value}}`;
  return { start, end: body.end, name: name.name, expansion, provides: false };
}

function def(tex: string, { start, end }: TexToken): TexDefinition | undefined {
  const name = nameAt(tex, end);
  if (!name) return undefined;
  const parameters = /^(?:#[1-9])*/u.exec(tex.slice(name.end))?.[0] ?? '';
  const body = argumentAt(tex, name.end + parameters.length);
  if (!body) return undefined;
  const expansion = withArguments(body.value, parameters.length / 2);
  return { start, end: body.end, name: name.name, expansion, provides: false };
}

function letCommand(tex: string, { start, end }: TexToken): TexDefinition | undefined {
  const name = nameAt(tex, end);
  if (!name) return undefined;
  const sign = /^\s*=?/u.exec(tex.slice(name.end))?.[0].length ?? 0;
  const target = nameAt(tex, name.end + sign);
  if (!target || target.name === name.name) return undefined;
  return { start, end: target.end, name: name.name, expansion: target.name, provides: false };
}

const readers: Readonly<Record<string, typeof newCommand>> = {
  '\\newcommand': newCommand,
  '\\renewcommand': newCommand,
  '\\providecommand': newCommand,
  '\\DeclareMathOperator': operator,
  '\\def': def,
  '\\gdef': def,
  '\\let': letCommand,
};

const readerNames = Object.keys(readers);

/**
 * Definitions at the top level of a formula, which hold for the rest of the article.
 *
 * `\newcommand{\E}[1]{\mathbb{E}[#1]}` → `\E` = `\mathbb{E}[#1]` · `\DeclareMathOperator{\KL}{KL}` →
 * `\KL` = `\operatorname{KL}`
 *
 * Those inside of braces hold only there, and those with optional or delimited arguments cannot be
 * had from KaTeX; both are left in the formula for KaTeX to judge.
 */
export function definitionsIn(tex: string): TexDefinition[] {
  const found: TexDefinition[] = [];
  if (!readerNames.some((name) => tex.includes(name))) return found;
  let depth = 0;
  for (const token of scanTex(tex)) {
    if (token.start < (found.at(-1)?.end ?? 0)) continue;
    if (token.kind === 'open' || token.kind === 'begin') depth += 1;
    if (token.kind === 'close' || token.kind === 'end') depth -= 1;
    if (token.kind !== 'command' || depth !== 0 || !Object.hasOwn(readers, token.text)) continue;
    const definition = readers[token.text]?.(tex, token);
    if (definition) found.push(definition);
  }
  return found;
}
