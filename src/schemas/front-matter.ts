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
  /** Place in the manual; pages without one come last. */
  order: z.number().default(Number.MAX_SAFE_INTEGER),
  draft: z.boolean().default(false),
  cover: text.optional(),
  math: z.strictObject({ macros: z.record(z.string(), z.string()).default({}) }).optional(),
  bibliography: text.optional(),
  /** Whether sections are numbered; else as the site has it. */
  numberSections: z.boolean().optional(),
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
