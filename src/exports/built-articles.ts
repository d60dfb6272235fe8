import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { nearest } from '../diagnostics/nearest.ts';
import { readHostedSite } from '../publishing/hosted-site.ts';
import { localePrefix } from '../urls.ts';

/** Thrown where something cannot be exported; its message says in one line what to do. */
export class ExportError extends Error {
  override name = 'ExportError';
}

/** What the page of an article says of it to machines. */
export interface ArticleFacts {
  readonly title: string;
  readonly description: string;
  /** Absolute address of its page. */
  readonly url: string;
  /** Language tag. */
  readonly language: string;
  readonly published: Date;
  readonly updated: Date;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
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

const linkedData = /<script type="application\/ld\+json">(?<json>.*?)<\/script>/gsu;

/** The part of `metadata/article-data.ts` that exports need. */
interface ArticleNode {
  readonly '@type': string;
  readonly headline: string;
  readonly description?: string;
  readonly url: string;
  readonly inLanguage: string;
  readonly datePublished: string;
  readonly dateModified: string;
  readonly author: { readonly name: string } | readonly { readonly name: string }[];
  readonly keywords?: readonly string[];
}

/** Reads what a page says of its article; nothing where it holds none, or one in another language than its own. */
export function factsOf(html: string): ArticleFacts | undefined {
  const nodes = [...html.matchAll(linkedData)].map(
    ({ groups }) => JSON.parse(groups?.json ?? '{}') as unknown,
  );
  const found = nodes.find((node): node is ArticleNode =>
    ['BlogPosting', 'TechArticle'].includes((node as ArticleNode)['@type']),
  );
  return (
    found && {
      title: found.headline,
      description: found.description ?? '',
      url: found.url,
      language: found.inLanguage,
      published: new Date(found.datePublished),
      updated: new Date(found.dateModified),
      authors: [found.author].flat().map(({ name }) => name),
      tags: found.keywords ?? [],
    }
  );
}

/** `lora` → `posts/lora` · `docs/math` → `docs/math` */
const folderOf = (name: string): string => (/^(?:docs|posts)\//u.test(name) ? name : `posts/${name}`);

/** The article in one locale, if it is written in it. */
function readIn({ out, locales }: BuiltSite, name: string, locale: string): BuiltArticle | undefined {
  if (/(?:^|\/)\.\.?(?:\/|$)/u.test(name)) return undefined;
  const file = path.join(out, localePrefix(locale, locales), folderOf(name), 'index.html');
  if (!existsSync(file)) return undefined;
  const html = readFileSync(file, 'utf8');
  const facts = factsOf(html);
  return facts && { ...facts, name: name.replace(/^posts\//u, ''), locale, html };
}

/** Names under which the articles of a site are asked for, the manual last. */
function namesIn({ out }: BuiltSite): string[] {
  const foldersOf = (pages: string): string[] =>
    globSync(pages, { cwd: out })
      .map((page) => path.dirname(page).split(path.sep).join('/'))
      .toSorted();
  const posts = foldersOf('posts/**/index.html').map((folder) => folder.slice('posts/'.length));
  return [...posts, ...foldersOf('docs/*/index.html')];
}

const meant = (word: string, known: readonly string[], also = ''): string => {
  const near = nearest(word, known);
  return near === undefined ? also : `; did you mean \`${near}\`?`;
};

/**
 * Refuses a locale that the site does not have.
 *
 * @throws {ExportError}
 */
export function checkLocale({ locales }: BuiltSite, locale: string | undefined): void {
  if (locale === undefined || locales.includes(locale)) return;
  throw new ExportError(
    `There is no locale \`${locale}\`${meant(locale, locales, `; there is ${locales.join(', ')}`)}`,
  );
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
  const names = namesIn(site);
  const also =
    names.length > 0 ? `; there is ${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}` : '';
  throw new ExportError(`There is no article \`${clean}\`${meant(clean, names, also)}`);
}
