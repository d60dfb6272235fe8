import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import type { SourceArticle } from './read-articles.ts';
import { datedName } from './dated-name.ts';

const keyOf = (name: string): string => name.normalize('NFC').trim().toLowerCase();
const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile();

/** A path from an article's folder, as it stands in a link. */
const relativeTo = (article: string, file: string): string =>
  path.relative(path.dirname(article), file).split(path.sep).join('/');

/**
 * Finds articles and files by the names that other programs call them by, wherever they lie: a file
 * name with or without its folder and date, a slug, a title, an alias.
 */
export class ArticleNames {
  readonly #folder: string;
  readonly #byName = new Map<string, string>();
  #assets: Map<string, string> | undefined;

  constructor(folder: string, articles: readonly SourceArticle[]) {
    this.#folder = folder;
    // A name that several articles go by means the first; file names come before titles.
    const add = (name: string | undefined, file: string): void => {
      const key = keyOf(name ?? '');
      if (key !== '' && !this.#byName.has(key)) this.#byName.set(key, file);
    };
    const unnamed = new Set(['index', '_index', 'readme', ...articles.map(({ file }) => file.locale)]);
    const stems = articles.map(({ file }) => {
      const relative = path.relative(folder, file.absolutePath).split(path.sep).join('/');
      return { file: file.absolutePath, stem: relative.replace(/\.(?:mdx?|markdown|ipynb)$/iu, '') };
    });
    for (const { stem, file } of stems) {
      const parts = stem.split('/');
      // `zh` and `index` are names of languages and folders; their folder is the name of the article.
      const isOwn = !unnamed.has(parts.at(-1)?.toLowerCase() ?? '');
      const last = isOwn ? parts.length : parts.length - 1;
      for (let from = 0; from < last; from += 1) {
        add(parts.slice(from).join('/'), file);
        if (!isOwn) add(parts.slice(from, -1).join('/'), file);
      }
    }
    for (const { stem, file } of stems) add(datedName(path.basename(stem)).rest, file);
    for (const { slug, file } of articles) {
      add(slug, file.absolutePath);
      add(path.basename(slug), file.absolutePath);
    }
    for (const { frontMatter, file } of articles) add(frontMatter.title, file.absolutePath);
    for (const { frontMatter, file } of articles) {
      for (const alias of frontMatter.aliases) add(alias, file.absolutePath);
    }
  }

  /** Names that links may use, for suggestions. */
  names(): readonly string[] {
    return [...this.#byName.keys()];
  }

  /**
   * Path from an article to what a name means: an article, or an image or other file, beside the
   * article or else anywhere in the content folder. Nothing where nothing has the name.
   */
  pathOf(article: string, name: string): string | undefined {
    const clean = name.replace(/^\/+|\/+$/gu, '');
    const stem = clean.replace(/\.(?:mdx?|markdown|html|ipynb)$/iu, '');
    const beside = [clean, path.join(path.parse(article).name, clean)].map((one) =>
      path.resolve(path.dirname(article), one),
    );
    const found =
      this.#byName.get(keyOf(stem)) ??
      this.#byName.get(keyOf(stem.replace(/^(?:_posts|posts|content)\//u, '')));
    if (found !== undefined) return relativeTo(article, found);
    if (!/\.[A-Za-z0-9]{1,5}$/u.test(clean)) return undefined;
    const file = beside.find(isFile) ?? this.#findAsset(clean);
    return file === undefined ? undefined : relativeTo(article, file);
  }

  #findAsset(name: string): string | undefined {
    this.#assets ??= new Map(
      globSync('**/*.*', {
        cwd: this.#folder,
        ignore: ['**/node_modules/**', '**/*.{md,mdx,ipynb}'],
        expandDirectories: false,
      })
        .toSorted()
        .map((file) => [keyOf(path.posix.basename(file)), path.join(this.#folder, file)]),
    );
    return this.#assets.get(keyOf(path.posix.basename(name)));
  }
}
