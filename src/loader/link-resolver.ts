import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { LinkTarget } from '../markdown/context.ts';
import { href as pageHref, pagePath, type Section } from '../urls.ts';
import { fileAt, meantFile, meantPage } from './site-lookups.ts';

/** What the resolver knows of the site. */
export interface SiteMap {
  /** Base path, `/` or `/some/base/`. */
  readonly base: string;
  readonly publicFolder: string;
  /** Folders of the sections with content; a link to a folder in one of them means its article. */
  readonly sections: readonly { readonly section: Section; readonly folder: string }[];
  /** What paths of the locales begin with, the default locale's first: an empty text, `/en`. */
  readonly prefixes: readonly string[];
  /** Addresses of pages that are not articles, without the base path: `/tags/`, `/en/tags/`. */
  readonly pages: ReadonlySet<string>;
  /** Paths of the pages of articles that will be published, by the absolute path of their file. */
  readonly articles: ReadonlyMap<string, string>;
}

/** The article that has a link. */
interface LinkSource {
  readonly file: string;
  /** What paths of its locale begin with. */
  readonly prefix: string;
}

const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile();

/** A path as it is on disk; nothing where a `%` stands for nothing. */
function decoded(url: string): string | undefined {
  try {
    return decodeURIComponent(url);
  } catch {
    return undefined;
  }
}

/** Whether an image or other asset that an article names is there. */
export function hasAsset(url: string, articleFile: string, publicFolder: string): boolean {
  const clean = decoded(url.split(/[?#]/u, 1)[0] ?? '');
  if (clean === undefined) return false;
  const file = clean.startsWith('/')
    ? path.join(publicFolder, clean)
    : path.resolve(path.dirname(articleFile), clean);
  return isFile(file);
}

/** A path cut into its locale and the rest: `/en/tags/` → `/en` and `/tags/`. */
function splitLocale({ prefixes }: SiteMap, page: string): { prefix: string; bare: string } {
  const prefix = prefixes.find((one) => one !== '' && page.startsWith(`${one}/`)) ?? '';
  return { prefix, bare: page.slice(prefix.length) };
}

/**
 * The page of an article in the locale of the one that links to it: its translation, or the page that shows
 * the original there. A link from an article to its own translation is meant as it is.
 */
function articleTarget(site: SiteMap, from: LinkSource, file: string): { page: string; file: string } {
  const page = site.articles.get(file) ?? '/';
  const { prefix, bare } = splitLocale(site, page);
  if (prefix === from.prefix || bare === splitLocale(site, site.articles.get(from.file) ?? '').bare) {
    return { page, file };
  }
  const own = from.prefix + bare;
  return { page: own, file: fileAt(site, own) ?? file };
}

/**
 * The article that a relative link means: a file, a file without its extension, or a folder. A file that has become
 * MDX, or Markdown again, is found by its other extension.
 */
function findArticle(site: SiteMap, from: LinkSource, target: string): string | undefined {
  const bare = target.replace(/\.(?:mdx?|ipynb)$/iu, '');
  const direct = [target, `${bare}.md`, `${bare}.mdx`, `${bare}.ipynb`].find((file) =>
    site.articles.has(file),
  );
  if (direct !== undefined) return direct;
  const pages = site.sections.map(({ section, folder }) =>
    pagePath(section, path.relative(folder, target).split(path.sep).join('/')),
  );
  return firstArticle(site, from, pages);
}

/** The first version of an article at one of these paths; they are without a locale. */
function firstArticle(site: SiteMap, from: LinkSource, pages: readonly string[]): string | undefined {
  const paths = [from.prefix, ...site.prefixes].flatMap((prefix) => pages.map((page) => prefix + page));
  return paths.map((page) => fileAt(site, page)).find((file) => file !== undefined);
}

/** Where a path from the root of the site leads: `/posts/lora/`, `/tags/`, `/rss.xml`. */
function resolveRooted(
  site: SiteMap,
  from: LinkSource,
  pathname: string,
): { page: string; file?: string } | undefined {
  const { prefix, bare } = splitLocale(site, pathname);
  const page = bare.endsWith('/') ? bare : `${bare}/`;
  // A locale that is named is meant.
  const reader = prefix === '' ? from : { ...from, prefix };
  const article = firstArticle(site, reader, [page]);
  if (article !== undefined) {
    const own = reader.prefix + page;
    return { page: own, file: fileAt(site, own) ?? article };
  }
  const known = [reader.prefix + page, page, reader.prefix + bare, bare].find((one) => site.pages.has(one));
  if (known !== undefined) return { page: known };
  return isFile(path.join(site.publicFolder, pathname)) ? { page: pathname } : undefined;
}

/** The page at a path from the root of the site, or one that may be meant. */
export function findPage(
  site: SiteMap,
  pathname: string,
  from: LinkSource = { file: '', prefix: '' },
): { page: string; file?: string } | { page?: undefined; meant: string | undefined } {
  const meant = (): string | undefined => meantPage(site, pathname.endsWith('/') ? pathname : `${pathname}/`);
  return resolveRooted(site, from, pathname) ?? { meant: meant() };
}

/**
 * Where a link of an article leads: to another file of the content folder, to a page of the site, to
 * a file in `public/`, or nowhere. Pages are those of the article's own locale.
 *
 * `../medusa/zh.md#树状注意力` → `/posts/medusa/#树状注意力` · `/tags/` → `/base/tags/`
 */
export function resolveLink(site: SiteMap, from: LinkSource, href: string): LinkTarget {
  if (href.startsWith('//')) return { kind: 'external' };
  const [, pathname = '', suffix = ''] = /^([^?#]*)(.*)$/su.exec(href) ?? [];
  if (pathname === '') return { kind: 'external' };
  const address = (page: string): string => pageHref(site.base, page) + suffix;

  if (pathname.startsWith('/')) {
    const found = findPage(site, pathname, from);
    if (found.page !== undefined) {
      const { page, ...article } = found;
      return { kind: 'internal', url: address(page), ...article };
    }
    const { meant } = found;
    return { kind: 'dead', ...(meant === undefined ? {} : { hint: `did you mean \`${meant}\`?` }) };
  }

  const here = path.dirname(from.file);
  const target = path.resolve(here, pathname);
  const found = findArticle(site, from, target);
  if (found !== undefined) {
    const { page, file } = articleTarget(site, from, found);
    return { kind: 'internal', url: address(page), file };
  }
  if (isFile(target)) {
    return {
      kind: 'dead',
      hint: /\.(?:mdx?|ipynb)$/iu.test(target)
        ? 'the file is a draft or scheduled; it has no page yet'
        : 'files to download belong in public/',
    };
  }
  const meant = meantFile(site, from.file, pathname);
  return { kind: 'dead', ...(meant === undefined ? {} : { hint: `did you mean \`${meant}\`?` }) };
}
