import { argumentAt } from './tex-scan.ts';

type Macros = Readonly<Record<string, string>>;

/** More than these, and a formula is left as it is. */
const limits = { expansions: 1000, characters: 20_000 } as const;

const piece = /\\(?:[A-Za-z@]+|[\s\S])|%[^\n]*\n?|[^\\%]+/uy;
/** KaTeX's command for macros that swallow an argument. */
const firstOfTwo = '\\@firstoftwo';

/** What a macro takes as one argument: a group without its braces, a command, or a character. */
function takeArgument(tex: string, offset: number): { value: string; end: number } | undefined {
  const group = argumentAt(tex, offset);
  if (group) return group;
  const bare = /^\s*(?<value>\\(?:[A-Za-z@]+|[\s\S])|[^\s}])/u.exec(tex.slice(offset));
  const value = bare?.groups?.value;
  return bare && value !== undefined ? { value, end: offset + bare[0].length } : undefined;
}

/** How many arguments a macro takes. */
const argumentsOf = (body: string): number =>
  Math.max(0, ...[...body.matchAll(/#([1-9])/gu)].map(([, digit]) => Number(digit)));

/** A command would otherwise run into the letter that follows. */
const join = (left: string, right: string): string =>
  /\\[A-Za-z@]+$/u.test(left) && /^[A-Za-z@]/u.test(right) ? `${left} ${right}` : left + right;

/**
 * TeX with an author's macros written out, as KaTeX would, and without comments. Nothing where there is
 * no end to it, or an argument is missing.
 *
 * `\norm{W}x` under `\norm` = `\lVert #1\rVert` → `\lVert W\rVert x`
 */
export function expandMacros(tex: string, macros: Macros): string | undefined {
  let done = '';
  let rest = tex;
  let count = 0;
  while (rest !== '') {
    piece.lastIndex = 0;
    const [text = rest] = piece.exec(rest) ?? [];
    rest = rest.slice(text.length);
    const isFirst = text === firstOfTwo;
    const body = text.startsWith('\\') && Object.hasOwn(macros, text) ? macros[text] : undefined;
    if (body === undefined && !isFirst) {
      done = text.startsWith('%') ? `${done} ` : join(done, text);
      continue;
    }
    count += 1;
    if (count > limits.expansions || done.length + rest.length > limits.characters) return undefined;
    const values: string[] = [];
    const needed = isFirst ? 2 : argumentsOf(body ?? '');
    let end = 0;
    while (values.length < needed) {
      const argument = takeArgument(rest, end);
      if (!argument) return undefined;
      values.push(argument.value);
      end = argument.end;
    }
    const written = (body ?? '#1').replace(
      /#([1-9])/gu,
      (_, digit: string) => values[Number(digit) - 1] ?? '',
    );
    rest = join(written, rest.slice(end));
  }
  return done;
}
