import { z } from 'astro/zod';

const name = z
  .string()
  .trim()
  .regex(/[\p{L}\p{N}]/u, 'must hold a letter or a digit');

/** `[a, b]`, or a single `a`. */
const names = z
  .preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(name))
  .default([]);

const sentence = z.string().trim().min(1, 'must not be empty');

/** One sentence in each language; one alone is in the language that it is written in. */
const note = z
  .preprocess(
    (value) => (typeof value === 'string' ? { [/\p{Script=Han}/u.test(value) ? 'zh' : 'en']: value } : value),
    z.strictObject({ zh: sentence.optional(), en: sentence.optional() }),
  )
  .optional();

/** One entry of `content/glossary.yaml`. */
export const glossaryEntrySchema = z
  .strictObject({
    /** Chinese names that mean the same; the first is the one shown. */
    zh: names,
    /** English names that mean the same; the first is shown where there is no Chinese one. */
    en: names,
    /**
     * Abbreviations, in the case that a text writes them. They match whole words only. Two entries may
     * share one, as FLOPs and FLOPS do: then the case decides, or nothing.
     */
    abbr: names,
    /** One sentence that says what it is: `{ zh, en }`, or a single one. */
    note,
    /** Ids of other entries. */
    related: names,
  })
  .refine(({ zh, en }) => zh.length + en.length > 0, 'needs a name under `zh` or `en`');

export type GlossaryEntry = z.output<typeof glossaryEntrySchema>;

/** The terms of a site by their ids, in the order of the file. */
export type Glossary = ReadonlyMap<string, GlossaryEntry>;

/** A name that an article may call a term by. */
export interface TermName {
  /** Key of the term. */
  readonly id: string;
  readonly name: string;
  readonly isAbbreviation: boolean;
}

/** All names that mean one term each: an abbreviation that two terms share says nothing. */
export function namesOf(glossary: Glossary): TermName[] {
  const names = [...glossary].flatMap(([id, { zh, en, abbr }]) => [
    ...[...zh, ...en].map((name) => ({ id, name, isAbbreviation: false })),
    ...abbr.map((name) => ({ id, name, isAbbreviation: true })),
  ]);
  const claims = Map.groupBy(names, ({ name, isAbbreviation }) => (isAbbreviation ? name : undefined));
  return names.filter(({ name, isAbbreviation }) => !isAbbreviation || claims.get(name)?.length === 1);
}

/** Keys of an entry. */
export const glossaryKeys: readonly string[] = Object.keys(glossaryEntrySchema.shape);

/**
 * What makes two spellings one name: width, case, spaces and hyphens do not count.
 *
 * @example nameKey('KV-Cache') === nameKey('ｋｖ cache')
 */
export const nameKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]+/gu, '');
