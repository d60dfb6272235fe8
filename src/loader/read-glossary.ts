import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../diagnostics/diagnostic.ts';
import {
  type Glossary,
  type GlossaryEntry,
  glossaryEntrySchema,
  glossaryKeys,
  nameKey,
} from '../schemas/glossary.ts';
import { displayPath } from './content-files.ts';
import { readSource } from './read-source.ts';
import { meant, readEntries } from './yaml-entries.ts';
import type { YamlPlaces } from './yaml-places.ts';

type Report = (finding: Finding) => void;

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** One entry; what is wrong with it is reported, and then the glossary goes without it. */
function readEntry(
  id: string,
  value: unknown,
  places: YamlPlaces,
  report: Report,
): GlossaryEntry | undefined {
  if (!kebabCase.test(id)) {
    report({
      rule: 'glossary/invalid',
      message: `The id \`${id}\` is not in lower-case English words joined by hyphens.`,
      hint: 'write it like `speculative-decoding`; names go under `zh` and `en`',
      ...places.of([id], 'key'),
    });
    return undefined;
  }
  const parsed = glossaryEntrySchema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const inside = issue.path.filter((part) => typeof part !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
      const known = inside.length === 0 ? glossaryKeys : ['zh', 'en'];
      for (const key of issue.keys) {
        const message = `Nothing reads the key \`${key}\` of \`${[id, ...inside].join('.')}\`.`;
        const hint = meant(key, known) ?? `the keys are ${known.join(', ')}`;
        report({ rule: 'glossary/invalid', message, hint, ...places.of([id, ...inside, key], 'key') });
      }
      continue;
    }
    report({
      rule: 'glossary/invalid',
      message: `\`${[id, ...inside].join('.')}\`: ${issue.message}.`,
      ...places.of([id, ...inside], inside.length > 0 ? 'value' : 'key'),
    });
  }
  return undefined;
}

/** Names belong to one entry, once: a search or a tooltip could not tell which is meant. */
function checkNames(glossary: Glossary, places: YamlPlaces, report: Report): void {
  const owners = new Map<string, { readonly id: string; readonly name: string }>();
  const check = (id: string, field: 'zh' | 'en' | 'abbr', known: typeof owners): void => {
    glossary.get(id)?.[field].forEach((name, index) => {
      const key = nameKey(name);
      const owner = owners.get(key) ?? known.get(key);
      if (!owner) {
        known.set(key, { id, name });
        return;
      }
      const other = owner.id === id ? 'this entry' : `\`${owner.id}\``;
      report({
        rule: 'glossary/duplicate-name',
        message: `\`${name}\` is a name of ${other} already, written \`${owner.name}\`.`,
        hint:
          owner.id === id
            ? 'case, width, spaces and hyphens do not count: once is enough'
            : 'merge the two entries if they mean the same; if not, keep the name in one of them',
        ...places.of([id, field, index], 'value'),
      });
    });
  };
  for (const id of glossary.keys()) {
    check(id, 'zh', owners);
    check(id, 'en', owners);
  }
  for (const id of glossary.keys()) check(id, 'abbr', new Map());
}

function checkRelated(glossary: Glossary, ids: readonly string[], places: YamlPlaces, report: Report): void {
  for (const [id, { related }] of glossary) {
    related.forEach((other, index) => {
      if (ids.includes(other)) return;
      report({
        rule: 'glossary/unknown-related',
        message: `\`${id}\` is related to \`${other}\`, which is not in the glossary.`,
        hint: meant(other, ids),
        ...places.of([id, 'related', index], 'value'),
      });
    });
  }
}

/** Reads a glossary. What is wrong is reported with its place; the entries that are right come back. */
export function parseGlossary(source: string, report: Report): Glossary {
  const glossary = new Map<string, GlossaryEntry>();
  const read = readEntries(source, { rule: 'glossary/invalid', name: 'The glossary' }, report);
  if (!read) return glossary;
  const { values, places } = read;
  for (const [id, value] of Object.entries(values)) {
    const entry = readEntry(id, value, places, report);
    if (entry) glossary.set(id, entry);
  }
  checkNames(glossary, places, report);
  checkRelated(glossary, Object.keys(values), places, report);
  return glossary;
}

/** Reads `glossary.yaml` of the content folder; an empty glossary where there is none. */
export async function readGlossary(
  contentFolder: string,
  reportIn: (file: string) => Report,
): Promise<{
  readonly glossary: Glossary;
  /** Text of the file, by the path that the author knows, for code frames. */
  readonly sources: ReadonlyMap<string, string>;
}> {
  const file = path.join(contentFolder, 'glossary.yaml');
  if (!existsSync(file)) return { glossary: new Map(), sources: new Map() };
  const name = displayPath(file);
  const source = await readSource(file, reportIn(name));
  if (source === undefined) return { glossary: new Map(), sources: new Map() };
  return { glossary: parseGlossary(source, reportIn(name)), sources: new Map([[name, source]]) };
}
