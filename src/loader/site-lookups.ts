import path from 'node:path';
import { Spellings } from '../diagnostics/nearest.ts';
import type { SiteMap } from './link-resolver.ts';

/** What is looked up in the map of a site again and again. */
interface Lookups {
  /** Files of articles, by the paths of their pages. */
  readonly fileAt: ReadonlyMap<string, string>;
  /** Made for the first link that leads nowhere. */
  pages?: Spellings;
  files?: Spellings;
}

const lookups = new WeakMap<SiteMap, Lookups>();

function lookupsOf(site: SiteMap): Lookups {
  const known = lookups.get(site);
  if (known) return known;
  const fileAt = new Map<string, string>();
  for (const [file, page] of site.articles) if (!fileAt.has(page)) fileAt.set(page, file);
  const made = { fileAt };
  lookups.set(site, made);
  return made;
}

/** The file of the article at a path. */
export const fileAt = (site: SiteMap, page: string): string | undefined => lookupsOf(site).fileAt.get(page);

/** The path of a page that may be meant by another one. */
export function meantPage(site: SiteMap, page: string): string | undefined {
  const known = lookupsOf(site);
  known.pages ??= new Spellings([...site.pages, ...site.articles.values()]);
  return known.pages.nearest(page);
}

/** The one article whose file has this name, somewhere. */
function onlyFile(site: SiteMap, name: string): string | undefined {
  const files = [...site.articles.keys().filter((file) => file.endsWith(path.sep + name))];
  return files.length === 1 ? files[0] : undefined;
}

/** The article that may be meant by a path in another one: a misspelt one, or one elsewhere. */
export function meantFile(site: SiteMap, from: string, pathname: string): string | undefined {
  const here = path.dirname(from);
  const known = lookupsOf(site);
  known.files ??= new Spellings(site.articles.keys());
  // Only what was written can be misspelt.
  const most = Math.floor([...pathname].length / 3);
  const found =
    known.files.nearest(path.resolve(here, pathname), most) ??
    onlyFile(site, pathname.replace(/^(?:\.{1,2}\/)+/u, '')) ??
    onlyFile(site, path.posix.basename(pathname));
  return found === undefined || found === from
    ? undefined
    : path.relative(here, found).split(path.sep).join('/');
}
