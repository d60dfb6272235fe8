import { z } from 'astro/zod';

/** A string, or what YAML makes of an unquoted number or boolean where an author meant a word. */
const word = z.union([z.string(), z.number(), z.boolean()]).transform((value) => String(value).trim());
const text = word.pipe(z.string().min(1, 'must not be empty'));

/** `[a, b]`, or a single `a`. */
const list = z
  .union([z.array(text), text.transform((value) => [value])])
  .transform((values) => [...new Set(values)]);

const symbolMeaning = z.strictObject({
  zh: text.optional().describe('Meaning in Chinese.'),
  en: text.optional().describe('Meaning in English.'),
  shape: text.optional().describe('Shape of an array: `d × k`.'),
});

/**
 * What an author may write between the `---` lines. Every key has a fallback; see the manual.
 * Dates are still text here: `parse-date.ts` reads them, so that an impossible one has a place.
 */
export const frontMatterSchema = z.object({
  title: text.optional().describe('Title; else the first `#` heading, else the name of the file.'),
  date: word.optional().describe('`2026-11-20`, or with a time; an article with a later one is scheduled.'),
  updated: word.optional().describe('Day of the last change.'),
  description: text.optional().describe('One or two sentences for search engines; else the excerpt.'),
  slug: text.optional().describe('Address of the article; else from its path.'),
  tags: list.default([]).describe('Tags: `[a, b]`.'),
  series: z
    .strictObject({
      id: text.describe('Key of the series in `series.yaml`.'),
      order: z.int().describe('Place of the article in the series.'),
    })
    .optional()
    .describe('Series that the article belongs to, and its place there.'),
  authors: list.default([]).describe('Keys of `authors.yaml`.'),
  aliases: list.default([]).describe('Other names that search finds.'),
  order: z
    .number()
    .default(Number.MAX_SAFE_INTEGER)
    .describe('Place in the manual; pages without one come last.'),
  draft: z.boolean().default(false).describe('Shown by `npm run dev` alone.'),
  cover: text.optional().describe('Image of the article, its path from it; kept, not shown.'),
  math: z
    .strictObject({
      macros: z.record(z.string(), z.string()).default({}).describe('TeX by macro: `"\\R": "\\mathbb{R}"`.'),
    })
    .optional()
    .describe('Settings of the formulas of this article.'),
  bibliography: text
    .optional()
    .describe('BibTeX file: its path from the article; else `refs.bib` beside it.'),
  numberSections: z.boolean().optional().describe('Whether sections are numbered; else as the site has it.'),
  notation: z
    .record(z.string(), symbolMeaning)
    .optional()
    .describe('Symbols of the article and what they mean, by their TeX.'),
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
  last_modified_at: 'updated',
  created: 'date',
  createTime: 'date',
  created_at: 'date',
  updated_at: 'updated',
  updateTime: 'updated',
  alias: 'aliases',
  permalink: 'slug',
  url: 'slug',
  published: 'draft',
  publish: 'draft',
  lastUpdated: 'updated',
  modified: 'updated',
  pubDate: 'date',
  publishDate: 'date',
  updatedDate: 'updated',
  summary: 'description',
  excerpt: 'description',
  image: 'cover',
  thumbnail: 'cover',
  banner: 'cover',
  featured_image: 'cover',
  featuredImage: 'cover',
  images: 'cover',
  img: 'cover',
};

/** Keys of other generators that need no answer here. */
export const ignoredKeys: readonly string[] = [
  // What a page looks like, and which scripts it loads.
  ...['layout', 'type', 'mathjax', 'katex', 'mermaid', 'toc', 'comments', 'comment', 'copyright', 'sidebar'],
  ...['aside', 'catalog', 'cssclass', 'cssclasses', 'pageClass', 'classes', 'template', 'theme', 'icon'],
  // Hexo
  ...['top', 'sticky', 'top_img', 'abbrlink', 'reward', 'photos', 'source', 'swiper_index'],
  // Hugo
  ...['weight', 'linkTitle', 'markup', 'outputs', 'menu', 'resources', 'params', 'extra', 'cascade'],
  ...[
    'showToc',
    'TocOpen',
    'hidemeta',
    'isCJKLanguage',
    'featured',
    'series_order',
    'seriesOrder',
    'series_weight',
  ],
  // Jekyll
  ...['header-img', 'header-style', 'header', 'pin', 'nav_order', 'parent', 'has_children', 'redirect_from'],
  ...['excerpt_separator', 'render_with_liquid', 'sitemap', 'collection', 'giscus_comments', 'related_posts'],
  // VuePress
  ...[
    'navbar',
    'prev',
    'next',
    'editLink',
    'footer',
    'home',
    'head',
    'star',
    'article',
    'timeline',
    'isOriginal',
  ],
  ...['shortTitle', 'index', 'dir', 'sidebarDepth', 'breadcrumb', 'contributors'],
  // Obsidian
  ...['id', 'uid', 'lang', 'language', 'locale'],
];
