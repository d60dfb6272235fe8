import { LineCounter, parseDocument } from 'yaml';
import type { RuleId } from '../diagnostics/catalogue.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { YamlPlaces } from './yaml-places.ts';

/** `did you mean …`, where one of `known` is near. */
export function meant(word: string, known: Iterable<string>): string | undefined {
  const best = nearest(word, known);
  return best === undefined ? undefined : `did you mean \`${best}\`?`;
}

/**
 * Reads YAML that lists entries by their ids. What is no such list is reported under `rule`, and nothing
 * comes back.
 *
 * @param name how messages call the file: `The glossary`.
 */
export function readEntries(
  source: string,
  { rule, name }: { readonly rule: RuleId; readonly name: string },
  report: (finding: Finding) => void,
): { readonly values: object; readonly places: YamlPlaces } | undefined {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const places = new YamlPlaces(document, lines);
  for (const { message, pos } of document.errors) {
    report({ rule, message, ...places.between(pos[0], pos[1]) });
  }
  if (document.errors.length > 0) return undefined;
  try {
    const values = (document.toJS({ maxAliasCount: 100 }) ?? {}) as unknown;
    if (typeof values === 'object' && values !== null && !Array.isArray(values)) return { values, places };
    report({
      rule,
      message: `${name} is not a list of \`id:\` entries.`,
      hint: 'begin each entry with a line `some-id:`',
    });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    report({ rule, message: error.message, hint: 'write the values out' });
  }
  return undefined;
}
