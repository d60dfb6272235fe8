import { z } from 'astro/zod';

/** A string, or what YAML makes of an unquoted number or boolean where an author meant a word. */
const word = z.union([z.string(), z.number(), z.boolean()]).transform((value) => String(value).trim());
const text = word.pipe(z.string().min(1, 'must not be empty'));

/** `[a, b]`, or a single `a`. */
const list = z
  .union([z.array(text), text.transform((value) => [value])])
  .transform((values) => [...new Set(values)]);

const symbolMeaning = z.strictObject({
  zh: text.optional(),
  en: text.optional(),
  shape: text.optional(),
});

/**
 * What an author may write between the `---` lines. Every key has a fallback; see the manual.
 * Dates are still text here: `parse-date.ts` reads them, so that an impossible one has a place.
 */
export const frontMatterSchema = z.object({
  title: text.optional(),
  date: word.optional(),
  updated: word.optional(),
  description: text.optional(),
  slug: text.optional(),
  tags: list.default([]),
  series: z.strictObject({ id: text, order: z.int() }).optional(),
  authors: list.default([]),
  aliases: list.default([]),
  draft: z.boolean().default(false),
  cover: text.optional(),
  math: z.strictObject({ macros: z.record(z.string(), z.string()).default({}) }).optional(),
  bibliography: text.optional(),
  notation: z.record(z.string(), symbolMeaning).optional(),
});

/** Front matter after the defaults. */
export type FrontMatter = z.output<typeof frontMatterSchema>;

/** Keys of the contract. */
export const frontMatterKeys: readonly string[] = Object.keys(frontMatterSchema.shape);

/** Keys of other generators that mean the same as one of ours: theirs → ours. */
export const synonymousKeys: Readonly<Record<string, string>> = {
  categories: 'tags',
  category: 'tags',
  tag: 'tags',
  keywords: 'tags',
  author: 'authors',
  lastmod: 'updated',
  lastUpdated: 'updated',
  modified: 'updated',
  pubDate: 'date',
  publishDate: 'date',
  updatedDate: 'updated',
  summary: 'description',
  excerpt: 'description',
  image: 'cover',
  thumbnail: 'cover',
};

/** Keys of other generators that need no answer here. */
export const ignoredKeys: readonly string[] = [
  'layout',
  'mathjax',
  'katex',
  'toc',
  'comments',
  'type',
  'permalink',
  'published',
  'weight',
];
