import { fold } from './matching.ts';
import type { SearchTerms } from './records.ts';

/** Other names that are asked for besides the reader's own words. */
const mostVariants = 2;

const keyOf = (name: string): string => fold(name.normalize('NFKC')).replace(/[\s\p{Pd}]+/gu, '');
const isLetter = (character: string): boolean => /[\p{Script=Latin}\p{N}]/u.test(character);

/** Where a name stands in a query as words of its own, spaces and hyphens aside. */
function placeOf(name: string, query: string): { start: number; end: number } | undefined {
  const key = keyOf(name);
  if (key === '') return undefined;
  const folded = fold(query);
  for (let start = 0; start < folded.length; start += 1) {
    let end = start;
    let matched = 0;
    while (end < folded.length && matched < key.length) {
      const character = folded.charAt(end);
      if (character === key.charAt(matched)) matched += 1;
      else if (matched === 0 || !/[\s\p{Pd}]/u.test(character)) break;
      end += 1;
    }
    if (matched < key.length) continue;
    const cutsWord =
      (isLetter(folded.charAt(start)) && isLetter(folded.charAt(start - 1))) ||
      (isLetter(folded.charAt(end - 1)) && isLetter(folded.charAt(end)));
    if (!cutsWord) return { start, end };
  }
  return undefined;
}

/** A query that says the same in other words. */
export interface Variant {
  readonly text: string;
  /** The name that was put in. */
  readonly name: string;
}

/** The longest name of the glossary in a query, with the others that mean the same. */
function nameIn(query: string, { synonyms }: SearchTerms) {
  let found: { start: number; end: number; names: readonly string[] } | undefined;
  for (const names of synonyms) {
    for (const name of names) {
      const place = placeOf(name, query);
      if (place && (!found || place.end - place.start > found.end - found.start)) found = { ...place, names };
    }
  }
  return found;
}

/** Whether a query is a name of the glossary and nothing else. */
export const isKnownName = (query: string, { synonyms, names }: SearchTerms): boolean => {
  const key = keyOf(query);
  return (
    synonyms.some((group) => group.some((name) => keyOf(name) === key)) ||
    names.some(([name]) => keyOf(name) === key)
  );
};

/**
 * The query with the longest of its known names in other words: 投机解码的加速 → `speculative decoding
 * 的加速`, 投机采样的加速.
 */
export function variantsOf(query: string, terms: SearchTerms): Variant[] {
  const found = nameIn(query, terms);
  if (!found) return [];
  const { start, end, names } = found;
  const own = keyOf(query.slice(start, end));
  return names
    .filter((name) => keyOf(name) !== own)
    .slice(0, mostVariants)
    .map((name) => ({
      text: `${query.slice(0, start)} ${name} ${query.slice(end)}`.replace(/\s+/gu, ' ').trim(),
      name,
    }));
}
