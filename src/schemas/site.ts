import { z } from 'astro/zod';

const macroSchema = z.record(z.string().regex(/^\\([A-Za-z]+|[^A-Za-z])$/u), z.string());

/** Severity an author may give a diagnostic rule. */
export const severitySchema = z.enum(['error', 'warn', 'off']);

/** A text of the site: the same for all locales, or one for each by its id: `{ zh: '标签', en: 'Tags' }`. */
const textSchema = z.union([z.string().min(1), z.record(z.string(), z.string().min(1))]);
type Text = z.output<typeof textSchema>;

const navigationItemSchema = z.strictObject({
  /**
   * What the entry is called.
   * @zh 名称。
   */
  label: textSchema,
  /**
   * Path inside the site, without the base path.
   * @zh 网站内的路径，不带子路径。
   */
  path: z.string().startsWith('/'),
});

const isLanguageTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

const localeSchema = z.strictObject({
  /**
   * Stem of its articles' files, and first part of its addresses: `en` → `lora/en.md`, `/en/posts/lora/`.
   * @zh 文章的文件名，也是地址的第一段：`en` → `lora/en.md`、`/en/posts/lora/`。
   */
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/u, 'must be letters, digits and hyphens'),
  /**
   * Its language: `zh-CN`. The interface is in Chinese for `zh…`, in English for all others.
   * @zh 语言标记，如 `zh-CN`。`zh…` 的界面是中文，其余是英文。
   */
  tag: z.string().refine(isLanguageTag, 'must be a language tag such as zh-CN'),
  /**
   * What its readers call it, for the language switcher; the tag where there is none.
   * @zh 读者怎样称呼这种语言，用于切换；不写就用语言标记。
   */
  name: z.string().min(1).optional(),
});

/** A host: `https://player.example`. Nothing `'unsafe-…'`, which would undo the policy. */
const hostSchema = z
  .string()
  .regex(/^https:\/\/[A-Za-z0-9.*-]+(?::\d+)?(?:\/[^\s;,'"]*)?$/u, 'must be an https address');
const hostsSchema = z.array(hostSchema).optional();

/** Everything that `src/site.config.ts` may say, as it is written. */
const writtenSchema = z.strictObject({
  /**
   * Name of the site, as it stands in the header and in every `<title>`.
   * @zh 网站的名称，在页头和每一页的 `<title>` 里。
   * @example name: 'Downlink'
   */
  name: z.string().min(1),
  /**
   * One or two sentences about the site, for search engines and feeds.
   * @zh 给搜索引擎和订阅源的一两句介绍。
   * @example description: { zh: '机器学习论文讲解。', en: 'Papers explained.' }
   */
  description: textSchema,
  /**
   * What `/about/` says of the site before its numbers and feeds; an empty line begins a paragraph.
   * @zh `/about/` 里篇数和订阅源之前的话，介绍这个网站；空一行另起一段。
   * @example about: { zh: '记录我读过的论文。', en: 'Notes on the papers that I read.' }
   */
  about: textSchema.optional(),
  /**
   * Public origin of the site, without a path.
   * @zh 网站公开的地址，不带路径。
   * @example url: 'https://example.org'
   */
  url: z
    .url({ protocol: /^https?$/u })
    .refine((url) => (URL.parse(url)?.pathname ?? '/') === '/', 'must have no path, which stands in `base`')
    .transform((url) => url.replace(/\/+$/u, '')),
  /**
   * Path under which the site is served: `/` or `/some/base/`.
   * @zh 网站所在的子路径：`/` 或 `/some/base/`。
   * @example base: '/notes/'
   */
  base: z
    .string()
    .startsWith('/')
    .transform((base) => (base.endsWith('/') ? base : `${base}/`))
    .default('/'),
  /**
   * Locales with articles; the first is the default one and lives at the root.
   * @zh 文章的语言；第一种是默认的，在根地址。
   * @example locales: [{ id: 'zh', tag: 'zh-CN', name: '中文' }]
   */
  locales: z.array(localeSchema).min(1),
  /**
   * Articles on one list page.
   * @zh 列表一页的文章数。
   * @example pageSize: 10
   */
  pageSize: z.int().positive().default(7),
  /**
   * Articles in a feed, the newest: each is there in full.
   * @zh 订阅源里的文章数，取最新的，每篇都是全文。
   * @example feedSize: 20
   */
  feedSize: z.int().positive().default(50),
  /**
   * Entries of the header's navigation.
   * @zh 页头的导航。
   * @example navigation: [{ label: { zh: '标签', en: 'Tags' }, path: '/tags/' }]
   */
  navigation: z.array(navigationItemSchema).default([]),
  /**
   * Macros that every formula of the site may use.
   * @zh 全站公式可用的宏。
   * @example math: { macros: { '\\R': '\\mathbb{R}' } }
   */
  math: z
    .strictObject({
      /**
       * TeX by command.
       * @zh 命令和它的 TeX。
       */
      macros: macroSchema.default({}),
    })
    .default({ macros: {} }),
  /**
   * Whether readers can go on reading offline what they have read, and search.
   * @zh 读者离线时能否接着读看过的页面，并且搜索。
   * @example offline: false
   */
  offline: z.boolean().default(true),
  /**
   * Whether scripts, handlers, frames and inline styles in raw HTML are published as they are.
   * @zh 原始 HTML 里的脚本、事件、框架和样式是否照样发布。
   * @example trustContent: true
   */
  trustContent: z.boolean().default(false),
  /**
   * Hosts that pages may load from besides their own, by directive of the Content-Security-Policy.
   * @zh 除本站外页面可以从哪些主机载入，按内容安全策略的指令写。
   * @example contentPolicy: { 'frame-src': ['https://player.example'] }
   */
  contentPolicy: z
    .strictObject({
      'script-src': hostsSchema,
      'style-src': hostsSchema,
      'img-src': hostsSchema,
      'font-src': hostsSchema,
      'media-src': hostsSchema,
      'connect-src': hostsSchema,
      'frame-src': hostsSchema,
      'form-action': hostsSchema,
    })
    .default({}),
  /**
   * How citations look: `[1]`, or authors and year.
   * @zh 引用的样子：`[1]`，或作者与年份。
   * @example citations: { style: 'author-year' }
   */
  citations: z
    .strictObject({
      /**
       * Numbers, or authors and year.
       * @zh 编号，或作者与年份。
       */
      style: z.enum(['numeric', 'author-year']).default('numeric'),
    })
    .default({ style: 'numeric' }),
  /**
   * Where readers may edit an article, `{path}` for its path inside the content folder. No link without it.
   * @zh 读者在哪里编辑文章，`{path}` 代表它在内容文件夹里的路径；不写就没有链接。
   * @example editUrl: 'https://github.com/me/blog/edit/main/content/{path}'
   */
  editUrl: z
    .url({ protocol: /^https?$/u })
    .refine((url) => url.includes('{path}'), 'must contain {path}')
    .optional(),
  /**
   * Whether sections of articles are numbered, where their front matter says nothing of it.
   * @zh 前言没写时，文章的小节是否编号。
   * @example numberSections: true
   */
  numberSections: z.boolean().default(false),
  /**
   * Whether every page has an image for previews of links elsewhere, drawn by the build.
   * @zh 构建时是否给每一页画一张图，供别处引用链接时显示。
   * @example socialImages: false
   */
  socialImages: z.boolean().default(true),
  /**
   * Old addresses that belong to no article, and the pages of the site that they lead to; paths without the base path.
   * @zh 不属于任何文章的旧地址，和它们跳转到的页面；路径不带子路径。
   * @example redirects: { '/categories/llm/': '/tags/大模型/' }
   */
  redirects: z.record(z.string(), z.string().startsWith('/')).default({}),
  /**
   * Whether old addresses get pages that lead on, for hosts that do not read `_redirects`.
   * @zh 旧地址上是否放一页自动跳转的网页，供不能重定向的主机用。
   * @example redirectPages: false
   */
  redirectPages: z.boolean().default(true),
  /**
   * Whether a build writes `.br` and `.gz` beside its files, for hosts that send them as they are.
   * @zh 构建时是否在文件旁边写好压缩的 `.br` 和 `.gz`，供自己的服务器发送。
   * @example precompress: true
   */
  precompress: z.boolean().default(false),
  /**
   * Severity by diagnostic rule; a rule not named keeps the catalogue's.
   * @zh 诊断规则的轻重；没写的照规则目录。
   * @example rules: { 'link/dead': 'warn' }
   */
  rules: z.record(z.string(), severitySchema).default({}),
});

/** A locale with its part of the site's texts. */
export interface Locale {
  readonly id: string;
  readonly tag: string;
  readonly name: string;
  /** What its paths begin with: nothing for the default locale, `/en` for another. */
  readonly prefix: string;
  /** One or two sentences about the site, in its language. */
  readonly description: string;
  /** Paragraphs about the site, in its language. */
  readonly about: readonly string[];
  /** Entries of the header; their paths are without the prefix. */
  readonly navigation: readonly { readonly label: string; readonly path: string }[];
}

/** Everything that `src/site.config.ts` may say; texts that differ by locale are with their locale. */
export const siteConfigSchema = writtenSchema.transform(
  ({ description, about = '', navigation, locales, ...site }, context) => {
    const textIn = (text: Text, id: string, path: (string | number)[]): string => {
      const own = typeof text === 'string' ? text : text[id];
      if (own === undefined)
        context.addIssue({ code: 'custom', path, message: `has no text for the locale ${id}` });
      return own ?? '';
    };
    const ids = locales.map(({ id }) => id);
    if (new Set(ids).size < ids.length) {
      context.addIssue({ code: 'custom', path: ['locales'], message: 'two locales have the same id' });
    }
    return {
      ...site,
      locales: locales.map(({ id, tag, name = tag }, place): Locale => ({
        id,
        tag,
        name,
        prefix: place === 0 ? '' : `/${id}`,
        description: textIn(description, id, ['description']),
        about: textIn(about, id, ['about'])
          .split(/\n\s*\n/u)
          .map((paragraph) => paragraph.trim())
          .filter((paragraph) => paragraph !== ''),
        navigation: navigation.map(({ label, path }, index) => ({
          path,
          label: textIn(label, id, ['navigation', index, 'label']),
        })),
      })),
    };
  },
);

/** What the author writes in `src/site.config.ts`. */
export type SiteConfigInput = z.input<typeof siteConfigSchema>;
/** What the code reads. */
export type SiteConfig = z.output<typeof siteConfigSchema>;
