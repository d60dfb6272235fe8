import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { nearest } from '../diagnostics/nearest.ts';
import type { LinkTarget } from '../markdown/context.ts';
import { href as pageHref, pagePath, type Section } from '../urls.ts';

/** What the resolver knows of the site. */
export interface SiteMap {
  /** Base path, `/` or `/some/base/`. */
  readonly base: string;
  readonly publicFolder: string;
  /** Folders of the sections with content; a link to a folder in one of them means its article. */
  readonly sections: readonly { readonly section: Section; readonly folder: string }[];
  /** Addresses of pages that are not articles, without the base path: `/tags/`. */
  readonly pages: ReadonlySet<string>;
  /** Paths of the pages of articles that will be published, by the absolute path of their file. */
  readonly articles: ReadonlyMap<string, string>;
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

/** The article that a relative link means: a file, a file without its extension, or a folder. */
function findArticle(site: SiteMap, target: string): string | undefined {
  const direct = [target, `${target}.md`, `${target}.mdx`].find((file) => site.articles.has(file));
  if (direct !== undefined) return direct;
  const pages = site.sections.map(({ section, folder }) =>
    pagePath(section, path.relative(folder, target).split(path.sep).join('/')),
  );
  return [...site.articles].find(([, page]) => pages.includes(page))?.[0];
}

/**
 * Where a link of an article leads: to another file of the content folder, to a page of the site, to
 * a file in `public/`, or nowhere.
 *
 * `../medusa/zh.md#树状注意力` → `/posts/medusa/#树状注意力` · `/tags/` → `/base/tags/`
 */
export function resolveLink(site: SiteMap, articleFile: string, href: string): LinkTarget {
  if (href.startsWith('//')) return { kind: 'external' };
  const [, pathname = '', suffix = ''] = /^([^?#]*)(.*)$/su.exec(href) ?? [];
  if (pathname === '') return { kind: 'external' };
  const address = (page: string): string => pageHref(site.base, page) + suffix;

  if (pathname.startsWith('/')) {
    const page = pathname.endsWith('/') ? pathname : `${pathname}/`;
    const article = [...site.articles].find(([, other]) => other === page);
    if (article) return { kind: 'internal', url: address(page), file: article[0] };
    if (site.pages.has(page)) return { kind: 'internal', url: address(page) };
    if (site.pages.has(pathname) || isFile(path.join(site.publicFolder, pathname))) {
      return { kind: 'internal', url: address(pathname) };
    }
    const meant = nearest(page, [...site.pages, ...site.articles.values()]);
    return { kind: 'dead', ...(meant === undefined ? {} : { hint: `did you mean \`${meant}\`?` }) };
  }

  const target = path.resolve(path.dirname(articleFile), pathname);
  const file = findArticle(site, target);
  if (file !== undefined) {
    return { kind: 'internal', url: address(site.articles.get(file) ?? '/'), file };
  }
  if (isFile(target)) {
    return {
      kind: 'dead',
      hint: /\.mdx?$/iu.test(target)
        ? 'the file is a draft or scheduled; it has no page yet'
        : 'files to download belong in public/',
    };
  }
  const here = path.dirname(articleFile);
  const meant = nearest(
    pathname,
    [...site.articles.keys()].map((article) => path.relative(here, article).split(path.sep).join('/')),
  );
  return { kind: 'dead', ...(meant === undefined ? {} : { hint: `did you mean \`${meant}\`?` }) };
}
