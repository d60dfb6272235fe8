import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import {
  type FrontMatter,
  frontMatterKeys,
  frontMatterSchema,
  ignoredKeys,
  synonymousKeys,
} from '../schemas/front-matter.ts';
import { parseDate } from './parse-date.ts';

type Report = (finding: Finding) => unknown;

/** A source cut into its front matter and its body; positions in the body stay those of the file. */
export interface SplitSource {
  /** YAML between the fences; absent where there is no front matter. */
  readonly yaml?: string;
  /** The body, with the front matter's lines left blank so that line numbers hold. */
  readonly body: string;
}

/** Front matter after validation, its dates read. */
export interface ParsedFrontMatter extends Omit<FrontMatter, 'date' | 'updated'> {
  readonly date?: Date;
  readonly updated?: Date;
}

const opening = /^---[ \t]*(?:\r\n|\n|\r)/u;
const closing = /^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/mu;

/** Cuts `source` at its `---` fences. An opening fence that is never closed is a finding. */
export function splitSource(source: string, report: Report): SplitSource {
  const start = opening.exec(source);
  if (!start) return { body: source };
  const rest = source.slice(start[0].length);
  const end = closing.exec(rest);
  // A thematic break may open a file; YAML has a key on its first line.
  const looksLikeYaml = /^(?:\s*#.*\s+)*[\w"'-]+[ \t]*:/u.test(rest);
  if (!end) {
    if (!looksLikeYaml) return { body: source };
    report({
      rule: 'front-matter/unclosed',
      message: 'The front matter opened here is never closed.',
      hint: 'put a line with `---` after its last key',
      line: 1,
      column: 1,
      length: 3,
    });
    return { body: '' };
  }
  const yaml = rest.slice(0, end.index);
  const head = source.slice(0, start[0].length + end.index + end[0].length);
  return { yaml, body: head.replace(/[^\r\n]/gu, '') + source.slice(head.length) };
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** Where keys and values stand in the file. */
class YamlPlaces {
  readonly #document: Document;
  readonly #lines: LineCounter;

  constructor(document: Document, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
  }

  /** The place from one offset to another in the YAML, as a place in the file (its first line is `---`). */
  between(start: number, end: number): Place {
    const { line, col } = this.#lines.linePos(start);
    return { line: line + 1, column: Math.max(1, col), length: Math.max(1, end - start) };
  }

  /** Where the key of a path stands, or its value where `part` says so; line 1 where it cannot be told. */
  of(path: readonly (string | number)[], part: 'key' | 'value'): Place {
    const [first, ...more] = path;
    const pair = isMap(this.#document.contents)
      ? this.#document.contents.items.find(
          (item) => isScalar(item.key) && String(item.key.value) === String(first),
        )
      : undefined;
    const value = more.length > 0 ? this.#document.getIn(path, true) : pair?.value;
    const node = part === 'value' && isNode(value) ? value : pair?.key;
    const range = isNode(node) ? node.range : undefined;
    return range ? this.between(range[0], range[1]) : { line: 1, column: 1, length: 3 };
  }
}

/** Collects keys of other generators under ours, and reports those that nothing reads. */
function translateKeys(
  raw: Readonly<Record<string, unknown>>,
  places: YamlPlaces,
  report: Report,
): { values: Record<string, unknown>; origin: ReadonlyMap<string, string> } {
  const values: Record<string, unknown> = {};
  const origin = new Map<string, string>();
  for (const [key, value] of Object.entries(raw)) {
    const ours = frontMatterKeys.includes(key) ? key : synonymousKeys[key];
    if (ours !== undefined) {
      // Our own key wins over a synonym; an empty value counts as absent.
      if (value === null || (ours !== key && raw[ours] != null)) continue;
      values[ours] = value;
      origin.set(ours, key);
      continue;
    }
    if (ignoredKeys.includes(key)) continue;
    const meant = nearest(key, frontMatterKeys);
    report({
      rule: 'front-matter/unknown-key',
      message: `Nothing reads the key \`${key}\`.`,
      hint:
        meant === undefined ? 'remove it, or keep it as a note to yourself' : `did you mean \`${meant}\`?`,
      ...places.of([key], 'key'),
    });
  }
  return { values, origin };
}

function readDate(
  key: 'date' | 'updated',
  value: string | undefined,
  place: Place,
  report: Report,
): Date | undefined {
  if (value === undefined || value === '') return undefined;
  const date = parseDate(value);
  if (!date) {
    report({
      rule: 'front-matter/invalid-date',
      message: `\`${value}\` is not a date that exists (key \`${key}\`).`,
      hint: 'write it as 2026-11-20 or 2026-11-20T08:30:00+08:00',
      ...place,
    });
  }
  return date;
}

function withDates(
  { date: _date, updated: _updated, ...rest }: FrontMatter,
  date?: Date,
  updated?: Date,
): ParsedFrontMatter {
  return {
    ...rest,
    ...(date === undefined ? {} : { date }),
    ...(updated === undefined ? {} : { updated }),
  };
}

const nothing = (): ParsedFrontMatter => withDates(frontMatterSchema.parse({}));

function parseYaml(yaml: string, report: Report): { raw: unknown; places: YamlPlaces } | undefined {
  const lines = new LineCounter();
  // `uniqueKeys` and the alias limit turn mistakes and alias bombs into errors with a place.
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const places = new YamlPlaces(document, lines);
  for (const error of document.errors) {
    report({
      rule: 'front-matter/invalid-yaml',
      message: `The front matter is not valid YAML: ${firstLine(error.message)}`,
      hint: 'quote a value that contains `: `, `#` or a leading `@`, `[` or `{`',
      ...places.between(error.pos[0], error.pos[1]),
    });
  }
  if (document.errors.length > 0) return undefined;
  try {
    return { raw: document.toJS({ maxAliasCount: 100 }) as unknown, places };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    report({
      rule: 'front-matter/invalid-yaml',
      message: `The front matter is not usable: ${firstLine(error.message)}`,
      hint: 'write the values out instead of repeating them through aliases',
      line: 2,
    });
    return undefined;
  }
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? text;

/**
 * Reads and validates front matter. What is wrong is reported with its place in the file; the keys
 * that are right are still returned, so that one mistake does not hide the next.
 */
export function parseFrontMatter(yaml: string | undefined, report: Report): ParsedFrontMatter {
  if (yaml === undefined || yaml.trim() === '') return nothing();
  const parsed = parseYaml(yaml, report);
  if (!parsed || parsed.raw === null) return nothing();
  const { raw, places } = parsed;
  if (typeof raw !== 'object' || Array.isArray(raw)) {
    report({
      rule: 'front-matter/invalid-yaml',
      message: 'The front matter is not a list of `key: value` lines.',
      line: 2,
    });
    return nothing();
  }
  const { values, origin } = translateKeys(raw as Record<string, unknown>, places, report);
  let result = frontMatterSchema.safeParse(values);
  for (const issue of result.error?.issues ?? []) {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    const first = String(path[0]);
    report({
      rule: 'front-matter/invalid-value',
      message: `\`${path.join('.')}\`: ${issue.message}.`,
      ...places.of([origin.get(first) ?? first, ...path.slice(1)], 'value'),
    });
    Reflect.deleteProperty(values, first);
  }
  if (!result.success) result = frontMatterSchema.safeParse(values);
  const data = result.data ?? frontMatterSchema.parse({});
  const dateOf = (key: 'date' | 'updated'): Date | undefined =>
    readDate(key, data[key], places.of([origin.get(key) ?? key], 'value'), report);
  return withDates(data, dateOf('date'), dateOf('updated'));
}
