import { z } from 'astro/zod';

/** A string, or what YAML makes of an unquoted number or boolean where an author meant a word. */
const word = z.union([z.string(), z.number(), z.boolean()]).transform((value) => String(value).trim());
const text = word.pipe(z.string().min(1, 'must not be empty'));

/** `[a, b]`, or a single `a`. */
const list = z
  .union([z.array(text), text.transform((value) => [value])])
  .transform((values) => [...new Set(values)]);

const symbolMeaning = z.strictObject({
  /** @zh 中文的含义。 */
  zh: text.optional().describe('Meaning in Chinese.'),
  /** @zh 英文的含义。 */
  en: text.optional().describe('Meaning in English.'),
  /** @zh 数组的形状：`d × k`。 */
  shape: text.optional().describe('Shape of an array: `d × k`.'),
});

/**
 * What an author may write between the `---` lines. Every key has a fallback; see the manual.
 * Dates are still text here: `parse-date.ts` reads them, so that an impossible one has a place. `@zh` is the
 * description in Chinese, for the manual.
 */
export const frontMatterSchema = z.object({
  /** @zh 标题；不写就取第一个 `#` 标题，再不然是文件名。 */
  title: text.optional().describe('Title; else the first `#` heading, else the name of the file.'),
  /** @zh `2026-11-20`，可带时刻；晚于今天的文章到时候才发布。 */
  date: word.optional().describe('`2026-11-20`, or with a time; an article with a later one is scheduled.'),
  /** @zh 最后修改的日期。 */
  updated: word.optional().describe('Day of the last change.'),
  /** @zh 给搜索引擎的一两句话；不写就用摘录。 */
  description: text.optional().describe('One or two sentences for search engines; else the excerpt.'),
  /** @zh 文章的地址；不写就由路径得出。 */
  slug: text.optional().describe('Address of the article; else from its path.'),
  /** @zh 标签：`[a, b]`。 */
  tags: list.default([]).describe('Tags: `[a, b]`.'),
  /** @zh 所属的系列，以及在其中的次序。 */
  series: z
    .strictObject({
      /** @zh `series.yaml` 里的键。 */
      id: text.describe('Key of the series in `series.yaml`.'),
      /** @zh 文章在系列里的次序。 */
      order: z.int().describe('Place of the article in the series.'),
    })
    .optional()
    .describe('Series that the article belongs to, and its place there.'),
  /** @zh `authors.yaml` 里的键。 */
  authors: list.default([]).describe('Keys of `authors.yaml`.'),
  /** @zh 搜索也认的别名。 */
  aliases: list.default([]).describe('Other names that search finds.'),
  /** @zh 文章以前的地址，如 `/2021/03/04/attention/`；都会跳转过来。 */
  redirectFrom: list
    .default([])
    .describe('Addresses that the article had before: `/2021/03/04/attention/`. They lead to it.'),
  /** @zh 在手册里的次序；没写的排在最后。 */
  order: z
    .number()
    .default(Number.MAX_SAFE_INTEGER)
    .describe('Place in the manual; pages without one come last.'),
  /** @zh 草稿，只在 `npm run dev` 里显示。 */
  draft: z.boolean().default(false).describe('Shown by `npm run dev` alone.'),
  /** @zh 文章的图，从文章算起的路径；记下来，不显示。 */
  cover: text.optional().describe('Image of the article, its path from it; kept, not shown.'),
  /** @zh 本文公式的设置。 */
  math: z
    .strictObject({
      /** @zh 宏，键是命令：`"\\R": "\\mathbb{R}"`。 */
      macros: z
        .record(z.string(), z.string())
        .default({})
        .describe('TeX by macro: `"\\\\R": "\\\\mathbb{R}"`.'),
    })
    .optional()
    .describe('Settings of the formulas of this article.'),
  /** @zh BibTeX 文件，从文章算起的路径；不写就用旁边的 `refs.bib`。 */
  bibliography: text
    .optional()
    .describe('BibTeX file: its path from the article; else `refs.bib` beside it.'),
  /** @zh 小节是否编号；不写就照站点设置。 */
  numberSections: z.boolean().optional().describe('Whether sections are numbered; else as the site has it.'),
  /** @zh 是否给 `glossary.yaml` 的术语标上卡片。 */
  terms: z.boolean().default(true).describe('Whether terms of `glossary.yaml` are marked, for cards.'),
  /** @zh 本文的符号和含义，键是 TeX。 */
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
  redirect_from: 'redirectFrom',
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
    'ShowToc',
    'UseHugoToc',
    'ShowReadingTime',
    'ShowBreadCrumbs',
    'ShowPostNavLinks',
    'hideSummary',
    'disableShare',
    'TocOpen',
    'hidemeta',
    'isCJKLanguage',
    'featured',
    'series_order',
    'seriesOrder',
    'series_weight',
  ],
  // Jekyll
  ...['header-img', 'header-style', 'header', 'pin', 'nav_order', 'parent', 'has_children'],
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
