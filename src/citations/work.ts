import type { CSL } from '@citation-js/core';
import type { Reference } from '../schemas/article.ts';

/** One entry of a bibliography. */
export interface Work {
  /** What pages and exports know of it, as plain text. */
  readonly reference: Reference;
  /** The same for the style, in CSL-JSON. */
  readonly csl: CSL;
}

/** Entries of one or more BibTeX files, by key. */
export interface Bibliography {
  readonly works: ReadonlyMap<string, Work>;
  /** Keys of entries that could not be read, and were reported in their own file. */
  readonly broken: ReadonlySet<string>;
}

/** Name of each of those behind `and others`. */
export const andOthers = '\uE000';

/** The entries of the first bibliography, and those of the second whose keys it does not have. */
export function mergeBibliographies(first: Bibliography, second: Bibliography): Bibliography {
  return {
    works: new Map([...second.works, ...first.works]),
    broken: new Set([...first.broken, ...[...second.broken].filter((key) => !first.works.has(key))]),
  };
}
