import { copyFileSync, existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Diagnostic, diagnose, type Finding } from '../diagnostics/diagnostic.ts';
import { ArticleNames } from '../loader/article-names.ts';
import { displayPath, nameOfFile } from '../loader/content-files.ts';
import { readArticles, type SourceArticle } from '../loader/read-articles.ts';
import { fixedPages } from '../loader/site-map.ts';
import { makeFolder } from '../make-folder.ts';
import { translateDialects } from '../markdown/dialect-source.ts';
import { titleHeading } from '../markdown/title-heading.ts';
import { readOldAddress } from '../redirects.ts';
import { optionalLists } from '../site-sections.ts';
import { pagePath } from '../urls.ts';
import { importedFrontMatter } from './import-front-matter.ts';
import { moveLinks } from './import-links.ts';
import { importedNotebook } from './import-notebook.ts';
import type { ImportSources } from './import-sources.ts';
import { AuthoringError } from './new-article.ts';
import { oldAddresses } from './old-addresses.ts';

/** A file to be written: an article with its text, or a copy of a file beside it. */
export interface ImportedFile {
  readonly to: string;
  readonly from: string;
  /** Absent where the file is copied as it is. */
  readonly text?: string;
}

/** What an import would do. */
export interface ImportPlan {
  readonly files: readonly ImportedFile[];
  /** What could not be converted, with its place in the original. */
  readonly diagnostics: readonly Diagnostic[];
  /** Articles whose address over there cannot be told. */
  readonly withoutAddress: readonly string[];
  readonly sourceOf: (file: string) => string | undefined;
}

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

const decoded = (url: string): string => {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
};

/** Addresses that are pages here, whatever they were. */
const taken: ReadonlySet<string> = new Set([...fixedPages, ...optionalLists]);

/** Language of the words that a dialect leaves to its generator. */
const languageOf = (locale: string): 'zh' | 'en' => (/^zh\b/iu.test(locale) ? 'zh' : 'en');

const relative = (from: string, to: string): string => {
  const way = path.relative(path.dirname(from), to).split(path.sep).join('/');
  return way.startsWith('.') ? way : `./${way}`;
};

/** What there is around an article. */
interface World {
  readonly statics: readonly string[];
  readonly names: ArticleNames;
  /** New places of articles by their old ones. */
  readonly places: ReadonlyMap<string, string>;
  /** New places of articles by the addresses that they had. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** One article on its way from the old folder to the new. */
class Move {
  readonly #article: SourceArticle;
  readonly #to: string;
  readonly #world: World;
  /** Files beside the article, by their names there. */
  readonly assets = new Map<string, string>();

  constructor(article: SourceArticle, to: string, world: World) {
    this.#article = article;
    this.#to = to;
    this.#world = world;
  }

  get #from(): string {
    return this.#article.file.absolutePath;
  }

  /** Copies of two files with one name get a number. */
  #beside(file: string): string {
    const { name, ext } = path.parse(file);
    let own = name + ext;
    for (let number = 2; (this.assets.get(own) ?? file) !== file; number += 1)
      own = `${name}-${String(number)}${ext}`;
    this.assets.set(own, file);
    return `./${own}`;
  }

  /** Files that a path may mean, from the folder of the article or from where addresses begin. */
  #candidates(name: string): string[] {
    const clean = name.replaceAll('\\', '/');
    const here = path.dirname(this.#from);
    const rooted = this.#world.statics.map((folder) => path.join(folder, clean));
    if (clean.startsWith('/')) return rooted;
    // Hexo keeps the files of an article in a folder of its name.
    return [path.resolve(here, clean), path.resolve(here, path.parse(this.#from).name, clean), ...rooted];
  }

  /** An old site in a folder of its host has the name of that folder before its addresses. */
  #articleAtAddress(name: string): string | undefined {
    for (const written of [name, name.replace(/^\/[^/]+(?=\/)/u, '')]) {
      const address = readOldAddress(written);
      const article = 'path' in address ? this.#world.addresses.get(address.path) : undefined;
      if (article !== undefined) return article;
    }
    return undefined;
  }

  #articleAt(name: string): string | undefined {
    const { places, names } = this.#world;
    const known = this.#candidates(name)
      .flatMap((file) => [file, `${file}.md`, `${file}.mdx`, `${file}.ipynb`, path.join(file, 'index.md')])
      .find((file) => places.has(file));
    const addressed = known === undefined ? this.#articleAtAddress(name) : places.get(known);
    if (addressed !== undefined) return addressed;
    const named = names.pathOf(this.#from, name);
    return named === undefined ? undefined : places.get(path.resolve(path.dirname(this.#from), named));
  }

  #assetAt(name: string): string | undefined {
    const found = this.#candidates(name).find(isFile);
    if (found !== undefined) return found;
    const named = this.#world.names.pathOf(this.#from, name);
    const file = named === undefined ? undefined : path.resolve(path.dirname(this.#from), named);
    return file !== undefined && isFile(file) && !this.#world.places.has(file) ? file : undefined;
  }

  address(url: string, kind: 'link' | 'image'): string | undefined {
    const [, pathname = '', suffix = ''] = /^([^?#]*)(.*)$/su.exec(url) ?? [];
    if (pathname === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(url)) return undefined;
    const name = decoded(pathname);
    if (kind === 'link') {
      const article = this.#articleAt(name);
      if (article !== undefined) return relative(this.#to, article) + suffix;
    }
    const asset = this.#assetAt(name);
    return asset === undefined ? undefined : this.#beside(asset);
  }

  named(name: string, kind: 'link' | 'image'): string | undefined {
    if (kind === 'image') {
      const asset = this.#assetAt(name);
      return asset === undefined ? undefined : this.#beside(asset);
    }
    const article = this.#articleAt(name);
    return article === undefined ? undefined : relative(this.#to, article);
  }

  /** Where a file is now that the front matter names; what is no file there stays as it is. */
  file(url: string | undefined): string | undefined {
    return url === undefined ? undefined : (this.address(url, 'image') ?? url);
  }
}

/**
 * Plans how articles of another generator become articles here, each in a folder of its own with the files
 * that it shows: front matter under our keys, dialects in our syntax, addresses from the new place.
 *
 * @param to content folder that the articles go to.
 */
export async function planImport(
  sources: ImportSources,
  to: string,
  locales: readonly string[],
): Promise<ImportPlan> {
  const diagnostics: Diagnostic[] = [];
  const reportIn = (file: string) => (finding: Finding) => {
    const diagnostic = diagnose(file, finding, {}, true);
    if (diagnostic) diagnostics.push(diagnostic);
  };
  if (sources.files.length === 0) {
    throw new AuthoringError(`${displayPath(sources.root)} holds no article of that kind.`);
  }
  const articles = await readArticles(
    sources.files,
    sources.root,
    { locales, guessEncoding: true },
    reportIn,
  );
  const newPlace = ({ file, slug }: SourceArticle): string => {
    const ending = /\.(mdx|ipynb)$/iu.exec(file.absolutePath)?.[1]?.toLowerCase() ?? 'md';
    return path.join(to, 'posts', ...slug.split('/'), `${file.locale}.${ending}`);
  };
  const places = new Map(articles.map((article) => [article.file.absolutePath, newPlace(article)]));
  const names = new ArticleNames(sources.root, articles);
  const isDraft = ({ file, frontMatter }: SourceArticle): boolean =>
    frontMatter.draft || sources.drafts.has(file.absolutePath);
  /** A draft has never had one. */
  const addressesOf = (article: SourceArticle): string[] =>
    isDraft(article) ? [] : oldAddresses(sources.generator, article);
  const addresses = new Map(
    articles.flatMap((article) =>
      addressesOf(article).map((address) => [address, newPlace(article)] as const),
    ),
  );
  const files = articles.flatMap((article): ImportedFile[] => {
    const { file, body, source, frontMatter } = article;
    const place = newPlace(article);
    const move = new Move(article, place, { statics: sources.statics, names, places, addresses });
    const pathOf = (name: string): string | undefined => names.pathOf(file.absolutePath, name);
    const isMdx = place.endsWith('.mdx');
    const { text } = translateDialects(
      body,
      { isMdx, pathOf, language: languageOf(file.locale) },
      reportIn(file.displayPath),
      article.lines,
    );
    // A note of Obsidian is called as its file; elsewhere a first heading comes before that.
    const isNamed =
      sources.generator === 'obsidian' || !titleHeading(fromMarkdown(article.body), frontMatter.title);
    const head = importedFrontMatter(article, {
      name: isNamed ? nameOfFile(file.contentPath, article.slug) : undefined,
      isDraft: isDraft(article),
      cover: move.file(frontMatter.cover),
      bibliography: move.file(frontMatter.bibliography),
      redirectFrom: addressesOf(article).filter(
        (address) => address !== pagePath('posts', article.slug) && !taken.has(address),
      ),
    });
    const converted = place.endsWith('.ipynb')
      ? importedNotebook(source, head, move)
      : `${head}\n${moveLinks(text.replaceAll('\r\n', '\n'), move).trim()}\n`;
    const own = { from: file.absolutePath, to: place, text: converted };
    const assets = [...move.assets].map(([name, from]) => ({
      from,
      to: path.join(path.dirname(place), name),
    }));
    return [own, ...assets];
  });
  const texts = new Map(articles.map(({ file, source }) => [file.displayPath, source]));
  // A vault and a notebook have never had any.
  const hadAddresses = sources.generator !== 'obsidian' && sources.generator !== 'notebook';
  const withoutAddress = articles
    .filter((article) => hadAddresses && !isDraft(article) && addressesOf(article).length === 0)
    .map(({ file }) => file.displayPath);
  return { files, diagnostics, withoutAddress, sourceOf: (file) => texts.get(file) };
}

/**
 * Writes what was planned, and nothing over a file that is there.
 *
 * @returns files that were there already and stay as they are.
 */
export function writeImport({ files }: ImportPlan): string[] {
  const kept = files.filter(({ to }) => existsSync(to)).map(({ to }) => to);
  for (const { from, to, text } of files) {
    if (kept.includes(to)) continue;
    makeFolder(path.dirname(to));
    if (text === undefined) copyFileSync(from, to, 1);
    else writeFileSync(to, text, { flag: 'wx' });
  }
  return kept;
}
