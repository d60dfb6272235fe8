import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { type FormulaText, type RawEntry, readEntry } from './read-entry.ts';
import { type BibtexChunk, fieldOffset, keyOfChunk, splitBibtex } from './split-bibtex.ts';
import type { Bibliography, Work } from './work.ts';

/** Line and column of an offset, both from 1. */
function placeOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** What the parser's names of signs mean to an author. */
const signs: Readonly<Record<string, string>> = {
  rbrace: 'a comma or the closing `}`',
  lbrace: '`{`',
  comma: 'a comma',
  equals: '`=`',
  label: 'a key',
  identifier: 'the name of a field',
};

/** The parser's complaint with its place in the chunk; `skipped` lines stood before it. */
function syntaxFinding(error: unknown, chunk: BibtexChunk, skipped: number, source: string): Finding {
  const message = String(error);
  const place = /line (?<line>\d+) col (?<column>\d+)/u.exec(message)?.groups;
  const expected = /expected "(?<sign>\w+)", got (?<got>\S+)/u.exec(message)?.groups;
  const start = placeOf(source, chunk.offset + Math.max(0, chunk.text.indexOf('@')));
  const name = keyOfChunk(chunk)?.key ?? chunk.type;
  if (!place || expected?.got?.startsWith('EOF')) {
    return {
      rule: 'bibliography/invalid',
      message: `The entry \`${name}\` is never closed.`,
      hint: 'a `{` in it has no `}`',
      ...start,
      length: name.length + 1,
    };
  }
  const row = Number(place.line) - 1 - skipped;
  const before = chunk.text.split('\n').slice(0, row).join('\n');
  const lineStart = chunk.offset + (row > 0 ? before.length + 1 : 0);
  const wanted = signs[expected?.sign ?? ''];
  return {
    rule: 'bibliography/invalid',
    message:
      wanted === undefined
        ? `The entry \`${name}\` cannot be read from here on.`
        : `The entry \`${name}\` needs ${wanted} here.`,
    hint: 'a field is written as `name = {value},`',
    ...placeOf(source, lineStart + Number(place.column) - 1),
  };
}

/** An entry as the parser returns it: a number without braces is one. */
interface WrittenEntry extends Omit<RawEntry, 'properties'> {
  readonly properties: Readonly<Record<string, string | number>>;
}

/** Reads the entries of one chunk, with the abbreviations of the whole file. */
function rawEntries(chunk: BibtexChunk, strings: string): RawEntry[] {
  const entries = plugins.input.data(strings + chunk.text, '@bibtex/text') as WrittenEntry[];
  return entries.map(({ type, label, properties }) => ({
    type,
    label,
    properties: Object.fromEntries(
      Object.entries(properties).map(([field, value]) => [field, String(value)]),
    ),
  }));
}

const lineCount = (text: string): number => text.split('\n').length - 1;

/**
 * Reads a BibTeX file. What is wrong with it is a finding with its place; the entries that are right
 * are returned all the same.
 *
 * @param formulaText readable text of a formula in a title.
 */
export function parseBibtex(
  text: string,
  formulaText: FormulaText,
): { bibliography: Bibliography; findings: Finding[] } {
  const source = text.replace(/\r\n?/gu, '\n');
  const works = new Map<string, Work>();
  const broken = new Set<string>();
  const findings: Finding[] = [];
  const chunks = splitBibtex(source).filter(({ type }) => type !== 'comment' && type !== 'preamble');
  let strings = '';
  for (const chunk of chunks) {
    const isString = chunk.type === 'string';
    let entries: RawEntry[];
    try {
      entries = rawEntries(chunk, strings);
    } catch (error) {
      findings.push(syntaxFinding(error, chunk, lineCount(strings), source));
      const key = isString ? undefined : keyOfChunk(chunk)?.key;
      if (key !== undefined) broken.add(key);
      continue;
    }
    if (isString) strings += `${chunk.text.trimEnd()}\n`;
    for (const entry of entries) {
      const key = entry.label;
      const keyPlace = placeOf(source, chunk.offset + Math.max(0, chunk.text.indexOf(key)));
      if (works.has(key) || broken.has(key)) {
        findings.push({
          rule: 'bibliography/duplicate-key',
          message: `The key \`${key}\` is taken by an entry above, which is the one that counts.`,
          hint: 'remove one of the two, or give this one another key',
          ...keyPlace,
          length: key.length,
        });
        continue;
      }
      const { work, problems } = readEntry(entry, formulaText);
      for (const problem of [...problems, ...undefinedStrings(entry, chunk)]) {
        const { field, message, hint } = problem;
        const place = placeOf(source, chunk.offset + fieldOffset(chunk, field));
        findings.push({ rule: 'bibliography/invalid', message, hint, ...place, length: field.length });
      }
      if (work) works.set(key, work);
      else broken.add(key);
    }
  }
  return { bibliography: { works, broken }, findings };
}

/** Fields whose value is an abbreviation that no `@string` defines; the library drops them. */
function undefinedStrings({ properties }: RawEntry, { text }: BibtexChunk) {
  return Object.entries(properties).flatMap(([field, value]) => {
    if (value !== '') return [];
    const name = new RegExp(`(?<=[{(,\\s"}])${field}\\s*=\\s*([A-Za-z_][\\w:+-]*)`, 'iu').exec(text)?.[1];
    if (name === undefined) return [];
    const message = `No @string above defines \`${name}\`.`;
    return [{ field, message, hint: `write ${field} = {${name}} for the word itself` }];
  });
}
