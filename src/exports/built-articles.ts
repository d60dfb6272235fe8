import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { nearest } from '../diagnostics/nearest.ts';
import { readHostedSite } from '../publishing/hosted-site.ts';
import { localePrefix } from '../urls.ts';
import { type ArticleFacts, factsOf } from './article-facts.ts';

/** Thrown where something cannot be exported; its message says in one line what to do. */
export class ExportError extends Error {
  override name = 'ExportError';
}

/** An article of a built site. */
export interface BuiltArticle extends ArticleFacts {
  /** `lora`, and for a page of the manual `docs/math`. */
  readonly name: string;
  /** Id of its locale. */
  readonly locale: string;
  /** The page as readers get it. */
  readonly html: string;
}

/** A site on the disk. */
export interface BuiltSite {
  /** Its folder. */
  readonly out: string;
  /** Ids of its locales, the default one first. */
  readonly locales: readonly string[];
  /** The path under which it is served: `/some/base/` */
  readonly base: string;
}

/** `lora` → `posts/lora` · `docs/math` → `docs/math` */
const folderOf = (name: string): string => (/^(?:docs|posts)\//u.test(name) ? name : `posts/${name}`);

/** The article in one locale, if it is written in it. */
export function readIn({ out, locales }: BuiltSite, name: string, locale: string): BuiltArticle | undefined {
  if (/(?:^|\/)\.\.?(?:\/|$)/u.test(name)) return undefined;
  const file = path.join(out, localePrefix(locale, locales), folderOf(name), 'index.html');
  if (!existsSync(file)) return undefined;
  const html = readFileSync(file, 'utf8');
  const facts = factsOf(html);
  return facts && { ...facts, name: name.replace(/^posts\//u, ''), locale, html };
}

/** Names under which the articles of a site are asked for, the manual last. */
export function namesIn({ out }: BuiltSite, prefix = ''): string[] {
  const foldersOf = (pages: string): string[] =>
    globSync(pages, { cwd: path.join(out, prefix) })
      .map((page) => path.dirname(page).split(path.sep).join('/'))
      .toSorted();
  const posts = foldersOf('posts/**/index.html').map((folder) => folder.slice('posts/'.length));
  return [...posts, ...foldersOf('docs/*/index.html')];
}

/** What is said of a word that is none of those known: the one that it is near to, else what there is. */
export function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near !== undefined) return `; did you mean \`${near}\`?`;
  const most = 8;
  const more = known.length > most ? ', …' : '';
  return known.length === 0 ? '' : `; there is ${known.slice(0, most).join(', ')}${more}`;
}

/**
 * Refuses a locale that the site does not have.
 *
 * @throws {ExportError}
 */
export function checkLocale({ locales }: BuiltSite, locale: string | undefined): void {
  if (locale === undefined || locales.includes(locale)) return;
  throw new ExportError(`There is no locale \`${locale}\`${meant(locale, locales)}`);
}

/**
 * The site in a folder.
 *
 * @throws {ExportError} where there is none.
 */
export function builtSite(out: string, locales: readonly string[]): BuiltSite {
  const hosted = readHostedSite(out);
  if (!hosted) throw new ExportError('No site has been built yet: npm run build');
  return { out, locales, base: hosted.base };
}

/**
 * Finds an article by its name.
 *
 * @param name its slug, or `docs/` and that of a page of the manual.
 * @param locale without one, the first locale that the article is written in.
 * @throws {ExportError} where the site has none, or not in that language.
 */
export function findArticle(site: BuiltSite, name: string, locale?: string): BuiltArticle {
  const clean = name.replace(/^\/|\/$/gu, '');
  const asked = locale === undefined ? site.locales : [locale];
  for (const one of asked) {
    const found = readIn(site, clean, one);
    if (found) return found;
  }
  const [other] = site.locales.filter((one) => readIn(site, clean, one));
  if (other !== undefined)
    throw new ExportError(`\`${clean}\` is not written in ${asked.join(', ')}: --locale ${other}`);
  throw new ExportError(`There is no article \`${clean}\`${meant(clean, namesIn(site))}`);
}
