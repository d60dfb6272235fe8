/** What stands in a tag after its name. */
export interface TagArguments {
  /** Words and quoted strings, in their order. */
  readonly words: readonly { readonly text: string; readonly isQuoted: boolean }[];
  /** `key=value` and `key:value`, keys in lower case. */
  readonly keys: ReadonlyMap<string, string>;
  /** All of it, as written. */
  readonly written: string;
}

const quoted = '"(?:[^"\\\\]|\\\\.)*"|\'(?:[^\'\\\\]|\\\\.)*\'|`[^`]*`|“[^”]*”';
const argument = new RegExp(
  `(?:(?<key>[A-Za-z][\\w-]*)(?:=[ \\t]*|:(?!//))(?<value>${quoted}|[^\\s"',]*)|(?<string>${quoted})|(?<word>[^\\s]+))`,
  'gu',
);

const unquote = (text: string): string =>
  /^["'`“]/u.test(text) && text.length > 1 ? text.slice(1, -1).replace(/\\(["'\\])/gu, '$1') : text;

/**
 * Reads the arguments of a tag. Never throws: what is no `key=value` is a word.
 *
 * `src="a.png" lang:python 标题 "两 词"` → keys `src`, `lang`; words `标题`, `两 词`
 */
export function parseArguments(written: string): TagArguments {
  const words: { text: string; isQuoted: boolean }[] = [];
  const keys = new Map<string, string>();
  for (const { groups } of written.matchAll(argument)) {
    const { key, value, string, word } = groups ?? {};
    if (key !== undefined) keys.set(key.toLowerCase(), unquote(value ?? ''));
    else words.push({ text: unquote(string ?? word ?? ''), isQuoted: string !== undefined });
  }
  return { words, keys, written: written.trim() };
}

/** The value of the first of some keys that is there, and not empty. */
export const keyOf = ({ keys }: TagArguments, ...names: readonly string[]): string | undefined =>
  names.map((name) => keys.get(name)).find((value) => value !== undefined && value !== '');

/** Words from the one at `from` on, as one text. */
export const wordsFrom = ({ words }: TagArguments, from: number): string =>
  words
    .slice(from)
    .map(({ text }) => text)
    .join(' ')
    .trim();
