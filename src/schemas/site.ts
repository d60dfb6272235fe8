import { z } from 'astro/zod';

const macroSchema = z.record(z.string().regex(/^\\([A-Za-z]+|[^A-Za-z])$/u), z.string());

/** Severity an author may give a diagnostic rule. */
export const severitySchema = z.enum(['error', 'warn', 'off']);

/** A text of the site: the same for all locales, or one for each by its id: `{ zh: '标签', en: 'Tags' }`. */
const textSchema = z.union([z.string().min(1), z.record(z.string(), z.string().min(1))]);
type Text = z.output<typeof textSchema>;

const navigationItemSchema = z.strictObject({
  label: textSchema,
  /** Path inside the site, without the base path. */
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
  /** Stem of its articles' files, and first part of its addresses: `en` → `lora/en.md`, `/en/posts/lora/`. */
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/u, 'must be letters, digits and hyphens'),
  /** Its language: `zh-CN`. The interface is in Chinese for `zh…`, in English for all others. */
  tag: z.string().refine(isLanguageTag, 'must be a language tag such as zh-CN'),
  /** What its readers call it, for the language switcher; the tag where there is none. */
  name: z.string().min(1).optional(),
});

/** A host: `https://player.example`. Nothing `'unsafe-…'`, which would undo the policy. */
const hostSchema = z
  .string()
  .regex(/^https:\/\/[A-Za-z0-9.*-]+(?::\d+)?(?:\/[^\s;,'"]*)?$/u, 'must be an https address');
const hostsSchema = z.array(hostSchema).optional();

/** Everything that `src/site.config.ts` may say, as it is written. */
const writtenSchema = z.strictObject({
  /** Name of the site, as it stands in the header and in every `<title>`. */
  name: z.string().min(1),
  /** One or two sentences about the site, for search engines and feeds. */
  description: textSchema,
  /** Public origin of the site, without a path. */
  url: z.url({ protocol: /^https?$/u }).transform((url) => url.replace(/\/+$/u, '')),
  /** Path under which the site is served: `/` or `/some/base/`. */
  base: z
    .string()
    .startsWith('/')
    .transform((base) => (base.endsWith('/') ? base : `${base}/`))
    .default('/'),
  /** Locales with articles; the first is the default one and lives at the root. */
  locales: z.array(localeSchema).min(1),
  /** Articles on one list page. */
  pageSize: z.int().positive().default(7),
  /** Articles in a feed, the newest: each is there in full. */
  feedSize: z.int().positive().default(50),
  /** Entries of the header's navigation. */
  navigation: z.array(navigationItemSchema).default([]),
  /** Macros that every formula of the site may use. */
  math: z.strictObject({ macros: macroSchema.default({}) }).default({ macros: {} }),
  /** Whether readers can go on reading offline what they have read, and search. */
  offline: z.boolean().default(true),
  /** Whether scripts, handlers, frames and inline styles in raw HTML are published as they are. */
  trustContent: z.boolean().default(false),
  /** Hosts that pages may load from besides their own, by directive of the Content-Security-Policy. */
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
  /** How citations look: `[1]`, or authors and year. */
  citations: z
    .strictObject({ style: z.enum(['numeric', 'author-year']).default('numeric') })
    .default({ style: 'numeric' }),
  /**
   * Where readers may edit an article, `{path}` for its path inside the content folder:
   * `https://github.com/me/blog/edit/main/content/{path}`. No link without it.
   */
  editUrl: z
    .url({ protocol: /^https?$/u })
    .refine((url) => url.includes('{path}'), 'must contain {path}')
    .optional(),
  /** Whether sections of articles are numbered, where their front matter says nothing of it. */
  numberSections: z.boolean().default(false),
  /** Whether every page has an image for previews of links elsewhere, drawn by the build. */
  socialImages: z.boolean().default(true),
  /** Severity by diagnostic rule; a rule not named keeps the catalogue's. */
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
  /** Entries of the header; their paths are without the prefix. */
  readonly navigation: readonly { readonly label: string; readonly path: string }[];
}

/** Everything that `src/site.config.ts` may say; texts that differ by locale are with their locale. */
export const siteConfigSchema = writtenSchema.transform(
  ({ description, navigation, locales, ...site }, context) => {
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
