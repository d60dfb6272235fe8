import { parse, TomlDate, TomlError } from 'smol-toml';
import type { Finding } from '../diagnostics/diagnostic.ts';

interface Place {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** Where keys and values stand in front matter written as TOML, whose first line is `+++`. */
class TomlPlaces {
  readonly #lines: readonly string[];

  constructor(toml: string) {
    this.#lines = toml.split(/\r\n|\n|\r/u);
  }

  /** Where the key of a path stands, or its value where `part` says so; line 1 where it cannot be told. */
  of([first]: readonly (string | number)[], part: 'key' | 'value'): Place {
    const key = new RegExp(
      `^(?<before>\\s*)(?<key>["']?${escape(String(first))}["']?)(?<sign>\\s*=\\s*)`,
      'u',
    );
    const index = this.#lines.findIndex((line) => key.test(line));
    const line = this.#lines[index] ?? '';
    const groups = key.exec(line)?.groups;
    if (!groups) return { line: 1, column: 1, length: 3 };
    const { before = '', key: written = '', sign = '' } = groups;
    const isKey = part === 'key';
    const from = before.length + (isKey ? 0 : written.length + sign.length);
    const length = isKey ? written.length : line.trimEnd().length - from;
    return { line: index + 2, column: from + 1, length: Math.max(1, length) };
  }
}

/** Dates as the author wrote them: the loader reads them itself. */
const plain = (value: unknown): unknown => {
  if (value instanceof TomlDate)
    return value.isLocal() ? value.toISOString().replace(/\.\d+$/u, '') : value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
};

/** Reads front matter between `+++` lines, as Hugo has it. What is no TOML is reported. */
export function parseToml(
  toml: string,
  report: (finding: Finding) => unknown,
): { raw: unknown; places: TomlPlaces } | undefined {
  try {
    return { raw: plain(parse(toml)), places: new TomlPlaces(toml) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    report({
      rule: 'front-matter/invalid-toml',
      message: `The front matter is not valid TOML: ${error.message.split('\n', 1)[0] ?? ''}`,
      hint: 'strings stand between quotes, lists between brackets: tags = ["a", "b"]',
      line: error.line + 1,
      column: error.column,
    });
    return undefined;
  }
}
