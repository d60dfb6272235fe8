import { slug as slugify } from 'github-slugger';

/** Paths of the site's pages, without the base path and not yet percent-encoded. */

/** What a file of the content folder is: an article, or a page of the manual. */
export type Section = 'posts' | 'docs';

export const pagePath = (section: Section, slug: string): string => `/${section}/${slug}/`;

/** Path of an article's copy in Markdown: `/posts/lora/` → `/posts/lora/index.md` */
export const markdownPath = (page: string): string => `${page}index.md`;

/** `多 Token 预测` → `/tags/多-token-预测/` */
export const tagPath = (tag: string): string => `/tags/${tagSlug(tag)}/`;

/** `speculative-decoding` → `/series/speculative-decoding/` */
export const seriesPath = (id: string): string => `/series/${seriesSlug(id)}/`;

/** What paths of a locale begin with: nothing for the first one of the site's, `/en` for another. */
export const localePrefix = (locale: string, locales: readonly string[]): string =>
  locale === locales[0] ? '' : `/${locale}`;

export const tagSlug = (tag: string): string => slugify(tag.trim());

export const seriesSlug = (id: string): string => slugify(id.trim());

/** Page `number` of the list at `first`: page 1 is the list's own address. */
export const listPagePath = (first: string, number: number): string =>
  number === 1 ? first : `${first}page/${String(number)}/`;

/** A path as it stands in a link: with the base path, percent-encoded. */
export const href = (base: string, path: string): string => encodeURI(base.slice(0, -1) + path);
