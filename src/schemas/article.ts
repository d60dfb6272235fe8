import { z } from 'astro/zod';

const headingSchema = z.object({
  depth: z.int().min(1).max(6),
  id: z.string(),
  /** Readable text; formulas as Unicode. */
  text: z.string(),
});

/** A work that an article cites, as plain text. */
const referenceSchema = z.object({
  /** Key of its BibTeX entry. */
  key: z.string(),
  title: z.string(),
  /** Full names, given name first; those behind `and others` are not among them. */
  authors: z.array(z.string()),
  year: z.int().optional(),
  doi: z.string().optional(),
  /** Number of the preprint: `2106.09685`. */
  arxiv: z.string().optional(),
  url: z.string().optional(),
});

/** One compiled article as the collection keeps it; the HTML is beside it, in `rendered`. */
export const articleSchema = z.object({
  section: z.enum(['posts', 'docs']),
  slug: z.string(),
  /** Path of its page, without the base path. */
  path: z.string(),
  /** Place in the manual. */
  order: z.number(),
  locale: z.string(),
  /** The file's path, as diagnostics print it. */
  file: z.string(),
  title: z.string(),
  date: z.date(),
  updated: z.date().optional(),
  description: z.string(),
  /** A few lines of the article's own beginning, formulas as Unicode. */
  excerpt: z.string(),
  tags: z.array(z.string()),
  authors: z.array(z.object({ id: z.string(), name: z.string(), url: z.string().optional() })),
  aliases: z.array(z.string()),
  series: z.object({ id: z.string(), order: z.int() }).optional(),
  draft: z.boolean(),
  headings: z.array(headingSchema),
  /** Chinese characters and words of other scripts, counted apart. */
  length: z.object({ han: z.int(), words: z.int() }),
  hasMath: z.boolean(),
  /** The article's signature waveform: amplitudes from 0 to 100, in reading order. */
  signal: z.array(z.int().min(0).max(100)),
  /** Works cited, in the order of the list of references. */
  references: z.array(referenceSchema),
});

export type ArticleData = z.output<typeof articleSchema>;
export type Reference = z.output<typeof referenceSchema>;
export type Heading = z.output<typeof headingSchema>;
