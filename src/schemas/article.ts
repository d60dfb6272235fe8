import { z } from 'astro/zod';

/** A piece of a heading: words, code, or a formula by the key of its rendition. */
const headingPartSchema = z.union([
  z.string(),
  z.object({ code: z.string() }),
  z.object({ slot: z.string() }),
]);

const headingSchema = z.object({
  depth: z.int().min(1).max(6),
  id: z.string(),
  /** Readable text; formulas as Unicode. */
  text: z.string(),
  /** Number of the section, `2.1`, which its text begins with. */
  number: z.string().optional(),
  /** The heading without its number, where it is more than words. */
  parts: z.array(headingPartSchema).optional(),
  /** Share of the article's text that stands before it; absent inside of a block. */
  at: z.number().min(0).max(1).optional(),
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

/** A symbol that the article explains and its formulas use. */
const symbolSchema = z.object({
  /** What its uses bear as `data-symbol`. */
  id: z.string(),
  /** Key of the rendition of its formula. */
  slot: z.string(),
  /** Readable text: `W₀`, 冻结的权重, `d × k`. */
  text: z.string(),
  meaning: z.string(),
  shape: z.string().optional(),
  /** Id of its row in the table of symbols, where the article has one. */
  row: z.string().optional(),
});

/** A term of the glossary, with its first names; one without a name in a language has that of the other. */
const termSchema = z.object({
  id: z.string(),
  zh: z.string(),
  en: z.string(),
  /**
   * Where the article explains it: the id of a section that is about it, empty where the whole article is,
   * and the share of its heading that is the name.
   */
  explained: z.object({ section: z.string(), share: z.number() }).optional(),
});

/** One compiled article as the collection keeps it; the HTML is beside it, in `rendered`. */
export const articleSchema = z.object({
  section: z.enum(['posts', 'docs']),
  slug: z.string(),
  /** Path of its page with its locale, without the base path. */
  path: z.string(),
  /** Place in the manual. */
  order: z.number(),
  locale: z.string(),
  /** The file's path, as diagnostics print it. */
  file: z.string(),
  /** Its path inside the content folder. */
  contentPath: z.string(),
  title: z.string(),
  date: z.date(),
  updated: z.date().optional(),
  description: z.string(),
  /** A few lines of the article's own beginning, formulas as Unicode. */
  excerpt: z.string(),
  tags: z.array(z.string()),
  authors: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      url: z.string().optional(),
      type: z.enum(['person', 'organization']).optional(),
    }),
  ),
  aliases: z.array(z.string()),
  /** Its series with the texts of that by locale; a title for each locale, a description where there is one. */
  series: z
    .object({
      id: z.string(),
      order: z.int(),
      titles: z.record(z.string(), z.string()),
      descriptions: z.record(z.string(), z.string()),
    })
    .optional(),
  draft: z.boolean(),
  headings: z.array(headingSchema),
  /** Chinese characters and words of other scripts, counted apart. */
  length: z.object({ han: z.int(), words: z.int() }),
  hasMath: z.boolean(),
  /** Figures and other components that it uses without an import. */
  components: z.array(z.string()),
  /** The article's signature waveform: amplitudes from 0 to 100, in reading order. */
  signal: z.array(z.int().min(0).max(100)),
  /** Works cited, in the order of the list of references. */
  references: z.array(referenceSchema),
  /** Terms of the glossary that it deals with. */
  terms: z.array(termSchema),
  /** Ids of the terms that its text marks, for cards. */
  markedTerms: z.array(z.string()),
  /** Symbols used, as the front matter explains them. */
  notation: z.array(symbolSchema),
});

export type ArticleData = z.output<typeof articleSchema>;
export type Reference = z.output<typeof referenceSchema>;
export type ExplainedSymbol = z.output<typeof symbolSchema>;
export type Heading = z.output<typeof headingSchema>;
export type HeadingPart = z.output<typeof headingPartSchema>;
