import { z } from 'astro/zod';

const headingSchema = z.object({
  depth: z.int().min(1).max(6),
  id: z.string(),
  /** Readable text; formulas as Unicode. */
  text: z.string(),
});

/** One compiled article as the collection keeps it; the HTML is beside it, in `rendered`. */
export const articleSchema = z.object({
  slug: z.string(),
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
});

export type ArticleData = z.output<typeof articleSchema>;
export type Heading = z.output<typeof headingSchema>;
