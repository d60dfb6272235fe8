import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { type SeriesList, type SeriesTexts, seriesEntrySchema, seriesKeys } from '../schemas/series.ts';
import { seriesPath, seriesSlug } from '../urls.ts';
import { displayPath } from './content-files.ts';
import type { SourceArticle } from './read-articles.ts';
import { readSource } from './read-source.ts';
import { meant, readEntries } from './yaml-entries.ts';
import type { Place, YamlPlaces } from './yaml-places.ts';

type Report = (finding: Finding) => void;
type Text = string | Readonly<Record<string, string>> | undefined;

/** A text for each locale; one that has none takes the first that there is. */
function inLocales(text: Text, locales: readonly string[]): Record<string, string> {
  if (text === undefined) return {};
  if (typeof text === 'string') return Object.fromEntries(locales.map((id) => [id, text]));
  const first = locales.map((id) => text[id]).find((own) => own !== undefined) ?? '';
  return Object.fromEntries(locales.map((id) => [id, text[id] ?? first]));
}

/** The series file as it is read. */
export interface SeriesFile {
  /** The file's path as diagnostics print it. */
  readonly name: string;
  /** The file as it is, for code frames. */
  readonly source: string;
  readonly series: SeriesList;
  /** All ids that the file has, those of entries that are wrong too. */
  readonly ids: readonly string[];
  /** Where an id stands. */
  readonly placeOf: (id: string) => Place;
}

function readEntry(
  id: string,
  value: unknown,
  { locales, places, report }: { locales: readonly string[]; places: YamlPlaces; report: Report },
): SeriesTexts | undefined {
  const parsed = seriesEntrySchema.safeParse(value);
  for (const issue of parsed.error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const message = `Nothing reads the key \`${key}\` of \`${id}\`.`;
        const hint = meant(key, seriesKeys) ?? `the keys are ${seriesKeys.join(', ')}`;
        report({ rule: 'series/invalid', message, hint, ...places.of([id, key], 'key') });
      }
      continue;
    }
    const inside = issue.path.filter((part) => typeof part !== 'symbol');
    const isText = inside.length > 0;
    report({
      rule: 'series/invalid',
      message: `\`${[id, ...inside].join('.')}\`: ${isText ? 'must be a text, or one for each locale' : issue.message}.`,
      hint: 'write `title: 标题`, or `title: { zh: 标题, en: Title }`',
      ...places.of([id, ...inside], isText ? 'value' : 'key'),
    });
  }
  if (!parsed.success) return undefined;
  const { title, description } = parsed.data;
  for (const [key, text] of Object.entries({ title, description })) {
    for (const locale of typeof text === 'object' ? Object.keys(text) : []) {
      if (locales.includes(locale)) continue;
      report({
        rule: 'series/invalid',
        message: `\`${id}.${key}\`: the site has no locale \`${locale}\`.`,
        hint: `its locales are ${locales.join(', ')}`,
        ...places.of([id, key, locale], 'key'),
      });
    }
  }
  return { titles: inLocales(title, locales), descriptions: inLocales(description, locales) };
}

/**
 * Reads a list of series. What is wrong is reported with its place; the entries that are right come back.
 *
 * @param locales ids, that of the default locale first.
 */
export function parseSeries(
  source: string,
  locales: readonly string[],
  report: Report,
): Pick<SeriesFile, 'series' | 'ids' | 'placeOf'> | undefined {
  const read = readEntries(source, { rule: 'series/invalid', name: 'The list of series' }, report);
  if (!read) return undefined;
  const { values, places } = read;
  const series = new Map<string, SeriesTexts>();
  const addresses = new Map<string, string>();
  for (const [id, value] of Object.entries(values)) {
    const entry = readEntry(id, value, { locales, places, report });
    const other = addresses.get(seriesSlug(id));
    addresses.set(seriesSlug(id), other ?? id);
    if (other === undefined && entry) series.set(id, entry);
    if (other === undefined) continue;
    report({
      rule: 'series/invalid',
      message: `\`${id}\` and \`${other}\` would have one address, ${seriesPath(id)}.`,
      ...places.of([id], 'key'),
    });
  }
  return { series, ids: Object.keys(values), placeOf: (id) => places.of([id], 'key') };
}

/** Reads `series.yaml` of the content folder; nothing where there is none that can be read. */
export async function readSeries(
  contentFolder: string,
  locales: readonly string[],
  reportIn: (file: string) => Report,
): Promise<{ readonly file?: SeriesFile; readonly sources: ReadonlyMap<string, string> }> {
  const file = path.join(contentFolder, 'series.yaml');
  if (!existsSync(file)) return { sources: new Map() };
  const name = displayPath(file);
  const source = await readSource(file, reportIn(name));
  if (source === undefined) return { sources: new Map() };
  const parsed = parseSeries(source, locales, reportIn(name));
  const sources = new Map([[name, source]]);
  return parsed ? { file: { name, source, ...parsed }, sources } : { sources };
}

/**
 * Compares the series that articles name with those of the file, and their places with one another. Where
 * there is no file, any id is the name of a series.
 */
export function checkSeries(
  articles: readonly SourceArticle[],
  file: SeriesFile | undefined,
  reportIn: (file: string) => Report,
): void {
  const taken = new Map<string, string>();
  const named = new Set<string>();
  for (const { file: own, frontMatter } of articles) {
    const { series, seriesPlace } = frontMatter;
    if (!series || own.section !== 'posts') continue;
    const report = reportIn(own.displayPath);
    named.add(series.id);
    if (file && !file.ids.includes(series.id)) {
      report({
        rule: 'series/unknown',
        message: `There is no series \`${series.id}\` in series.yaml.`,
        hint: meant(series.id, file.ids) ?? 'add it there, with a title',
        ...seriesPlace,
      });
    }
    const place = JSON.stringify([own.locale, series.id, series.order]);
    const other = taken.get(place);
    if (other !== undefined) {
      report({
        rule: 'series/duplicate-order',
        message: `${other} is number ${String(series.order)} of the series \`${series.id}\` already.`,
        hint: 'give each article of a series an `order` of its own',
        ...seriesPlace,
      });
    }
    taken.set(place, other ?? own.displayPath);
  }
  for (const id of file?.ids ?? []) {
    if (!file || named.has(id)) continue;
    reportIn(file.name)({
      rule: 'series/unused',
      message: `No article belongs to the series \`${id}\`.`,
      hint: `write \`series: { id: ${id}, order: 1 }\` into its front matter`,
      ...file.placeOf(id),
    });
  }
}
