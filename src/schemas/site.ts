import { z } from 'astro/zod';

const macroSchema = z.record(z.string().regex(/^\\([A-Za-z]+|[^A-Za-z])$/u), z.string());

/** Severity an author may give a diagnostic rule. */
export const severitySchema = z.enum(['error', 'warn', 'off']);

const navigationItemSchema = z.strictObject({
  label: z.string().min(1),
  /** Path inside the site, without the base path. */
  path: z.string().startsWith('/'),
});

/** Everything that `src/site.config.ts` may say. */
export const siteConfigSchema = z.strictObject({
  /** Name of the site, as it stands in the header and in every `<title>`. */
  name: z.string().min(1),
  /** One or two sentences about the site, for search engines and feeds. */
  description: z.string().min(1),
  /** Public origin of the site, without a path. */
  url: z.url({ protocol: /^https?$/u }).transform((url) => url.replace(/\/+$/u, '')),
  /** Path under which the site is served: `/` or `/some/base/`. */
  base: z
    .string()
    .startsWith('/')
    .transform((base) => (base.endsWith('/') ? base : `${base}/`))
    .default('/'),
  /** Locales with articles; the first is the default one and lives at the root. */
  locales: z.array(z.strictObject({ id: z.string().min(1), tag: z.string().min(2) })).min(1),
  /** Articles on one list page. */
  pageSize: z.int().positive().default(7),
  /** Entries of the header's navigation. */
  navigation: z.array(navigationItemSchema).default([]),
  /** Macros that every formula of the site may use. */
  math: z.strictObject({ macros: macroSchema.default({}) }).default({ macros: {} }),
  /** Whether scripts, handlers, frames and inline styles in raw HTML are published as they are. */
  trustContent: z.boolean().default(false),
  /** How citations look: `[1]`, or authors and year. */
  citations: z
    .strictObject({ style: z.enum(['numeric', 'author-year']).default('numeric') })
    .default({ style: 'numeric' }),
  /** Whether sections of articles are numbered, where their front matter says nothing of it. */
  numberSections: z.boolean().default(false),
  /** Severity by diagnostic rule; a rule not named keeps the catalogue's. */
  rules: z.record(z.string(), severitySchema).default({}),
});

/** What the author writes in `src/site.config.ts`. */
export type SiteConfigInput = z.input<typeof siteConfigSchema>;
/** What the code reads. */
export type SiteConfig = z.output<typeof siteConfigSchema>;
