import { LineCounter, parseDocument } from 'yaml';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { addressesBesides, foreignValue } from '../schemas/foreign-front-matter.ts';
import {
  type FrontMatter,
  frontMatterKeys,
  frontMatterSchema,
  ignoredKeys,
  synonymousKeys,
} from '../schemas/front-matter.ts';
import type { ListedSymbol } from '../markdown/notation.ts';
import { parseDate } from './parse-date.ts';
import { parseToml } from './toml-front-matter.ts';
import { type Place, YamlPlaces } from './yaml-places.ts';

type Report = (finding: Finding) => unknown;

/** A source cut into its front matter and its body; positions in the body stay those of the file. */
export interface SplitSource {
  /** YAML between the fences; absent where there is no front matter. */
  readonly yaml?: string;
  /** TOML between `+++` fences, which is Hugo's front matter. */
  readonly toml?: string;
  /** Whether the YAML begins on the first line of the file, without a fence. */
  readonly isBare?: boolean;
  /** The body, with the front matter's lines left blank so that line numbers hold. */
  readonly body: string;
}

/** Front matter after validation, its dates read. */
export interface ParsedFrontMatter extends Omit<
  FrontMatter,
  'date' | 'updated' | 'notation' | 'redirectFrom'
> {
  /** Addresses that the article had before. */
  readonly oldAddresses: readonly WrittenAddress[];
  /** Symbols of `notation`, in the order of the file. */
  readonly symbols: readonly ListedSymbol[];
  /** Where the series is named. */
  readonly seriesPlace?: Place;
  readonly date?: Date;
  readonly updated?: Date;
}

/** An old address as it is written, and where. */
export interface WrittenAddress {
  readonly written: string;
  readonly place: Place;
  /** Whether the author said it by the way, with a key that means something else too. */
  readonly isGuess: boolean;
}

const opening = /^---[ \t]*(?:\r\n|\n|\r)/u;
const tomlOpening = /^\+\+\+[ \t]*(?:\r\n|\n|\r)/u;
const closing = /^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/mu;
const tomlClosing = /^\+\+\+[ \t]*(?:\r\n|\n|\r|$)/mu;
/** Hexo needs no fence before the first key. */
const bare =
  /^(?=(?:title|layout|date|tags|categories)[ \t]*:)(?:[^\s-][^\n]*\n|[ \t-][^\n]*\n){1,40}?(?=---[ \t]*\r?(?:\n|$))/u;

/** A source without its beginning, whose lines stay behind empty. */
const blankUpTo = (source: string, end: number): string =>
  source.slice(0, end).replace(/[^\r\n]/gu, '') + source.slice(end);

/** Cuts `source` at its `---` or `+++` fences. An opening fence that is never closed is a finding. */
export function splitSource(source: string, report: Report): SplitSource {
  const hexo = bare.exec(source)?.[0];
  if (hexo !== undefined) {
    const end = closing.exec(source.slice(hexo.length));
    return { yaml: hexo, isBare: true, body: blankUpTo(source, hexo.length + (end?.[0].length ?? 0)) };
  }
  const toml = tomlOpening.exec(source);
  const start = toml ?? opening.exec(source);
  if (!start) return { body: source };
  const rest = source.slice(start[0].length);
  const end = (toml ? tomlClosing : closing).exec(rest);
  // A thematic break may open a file; front matter has a key on its first line.
  const looksLikeKeys = (
    toml ? /^(?:\s*#.*\s+)*\s*[\w"'[-]+[ \t]*[=\w.\]]/u : /^(?:\s*#.*\s+)*[\w"'-]+[ \t]*:/u
  ).test(rest);
  if (toml && !looksLikeKeys) return { body: source };
  if (!end) {
    if (!looksLikeKeys) return { body: source };
    const fence = toml ? '+++' : '---';
    report({
      rule: 'front-matter/unclosed',
      message: 'The front matter opened here is never closed.',
      hint: `put a line with \`${fence}\` after its last key`,
      line: 1,
      column: 1,
      length: 3,
    });
    // Whoever forgot the fence has mostly left a line empty after the last key.
    const keys =
      /^(?:[ \t#-][^\r\n]*(?:\r\n|\n|\r|$)|[\w"'-]+[ \t]*[:=][^\r\n]*(?:\r\n|\n|\r|$))*/u.exec(rest)?.[0] ??
      '';
    const text = blankUpTo(source, start[0].length + keys.length);
    return toml ? { toml: keys, body: text } : { yaml: keys, body: text };
  }
  const inner = rest.slice(0, end.index);
  const body = blankUpTo(source, start[0].length + end.index + end[0].length);
  return toml ? { toml: inner, body } : { yaml: inner, body };
}

/** Where keys and values stand in the file. */
interface Places {
  of(path: readonly (string | number)[], part: 'key' | 'value'): Place;
}

/** Collects keys of other generators under ours, and reports those that nothing reads. */
function translateKeys(
  raw: Readonly<Record<string, unknown>>,
  places: Places,
  report: Report,
): { values: Record<string, unknown>; origin: ReadonlyMap<string, string> } {
  const values: Record<string, unknown> = {};
  const origin = new Map<string, string>();
  const categories: unknown[] = [];
  for (const [key, value] of Object.entries(raw)) {
    const ours = frontMatterKeys.includes(key) ? key : synonymousKeys[key];
    if (ours !== undefined) {
      // Our own key wins over a synonym; an empty value counts as absent.
      const meant = foreignValue(ours, key, value, raw);
      if (meant.value === null) continue;
      if (/^categor(?:y|ies)$/u.test(key) && Array.isArray(meant.value)) {
        // Where there are tags as well, readers look for both.
        categories.push(...(meant.value as unknown[]));
        if (raw.tags != null) continue;
      }
      if (meant.key !== key && raw[meant.key] != null) continue;
      values[meant.key] = meant.value;
      origin.set(meant.key, key);
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
  if (Array.isArray(values.tags)) values.tags = [...(values.tags as unknown[]), ...categories];
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

function withValues(
  { date: _date, updated: _updated, notation: _notation, redirectFrom: _from, ...rest }: FrontMatter,
  symbols: readonly ListedSymbol[] = [],
  oldAddresses: readonly WrittenAddress[] = [],
  date?: Date,
  updated?: Date,
): ParsedFrontMatter {
  return {
    ...rest,
    symbols,
    oldAddresses,
    ...(date === undefined ? {} : { date }),
    ...(updated === undefined ? {} : { updated }),
  };
}

const nothing = (): ParsedFrontMatter => withValues(frontMatterSchema.parse({}));

function parseYaml(
  yaml: string,
  linesBefore: number,
  report: Report,
): { raw: unknown; places: YamlPlaces } | undefined {
  const lines = new LineCounter();
  // `uniqueKeys` and the alias limit turn mistakes and alias bombs into errors with a place.
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const places = new YamlPlaces(document, lines, linesBefore);
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
export function parseFrontMatter(
  yaml: string | undefined,
  report: Report,
  { toml, isBare = false }: Pick<SplitSource, 'toml' | 'isBare'> = {},
): ParsedFrontMatter {
  const text = toml ?? yaml;
  if (text === undefined || text.trim() === '') return nothing();
  const parsed = toml === undefined ? parseYaml(text, isBare ? 0 : 1, report) : parseToml(text, report);
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
  const { taxonomies, ...own } = raw as Record<string, unknown>;
  // Zola keeps tags and categories one level deeper.
  const keys = { ...(typeof taxonomies === 'object' ? taxonomies : {}), ...own };
  const { values, origin } = translateKeys(keys, places, report);
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
  const symbols = Object.entries(data.notation ?? {}).map(([tex, meaning]): ListedSymbol => {
    const place = places.of(['notation', tex], 'key');
    return { tex, ...meaning, place, isPlain: place.length === tex.length };
  });
  const oldAddresses = [
    ...data.redirectFrom.map((written): WrittenAddress => {
      const key = origin.get('redirectFrom') ?? 'redirectFrom';
      const all: unknown = keys[key];
      const index = Array.isArray(all) ? all.indexOf(written) : -1;
      return { written, place: places.of(index < 0 ? [key] : [key, index], 'value'), isGuess: false };
    }),
    ...addressesBesides(keys).map(({ path, ...told }): WrittenAddress => ({
      ...told,
      place: places.of(path, 'value'),
    })),
  ];
  const parsedValues = withValues(data, symbols, oldAddresses, dateOf('date'), dateOf('updated'));
  if (!data.series) return parsedValues;
  return { ...parsedValues, seriesPlace: places.of(['series', 'id'], 'value') };
}
