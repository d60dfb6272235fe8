import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from './article-trace.ts';
import type { CompiledArticle } from './compile-article.ts';
import { imagesOf } from './copy-images.ts';

/** Files that are never imported, nor shown. */
const neverShown = /\.(?:md|markdown|ipynb)$/iu;

/** All files below a folder, but for git's own. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== '.git')
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? filesIn(file) : [file];
    })
    .toSorted();

/** Names for the files that articles show or import; the same name, the same bytes. */
export class ArticleFiles {
  readonly #folder: string;
  readonly #hashes = new Map<string, string | undefined>();
  #whole: { readonly name: string | undefined } | undefined;

  /** @param folder the content folder. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A name for the files of an article; nothing where one of them cannot be read. */
  nameOf({ absolutePath, html, imagePaths, copy, hasFiles }: CompiledArticle): string | undefined {
    if (!hasFiles) return '';
    // A module may import anything beside it, which imports more.
    if (html === undefined) return this.#wholeFolder();
    const urls = new Set([...imagePaths, ...imagesOf(copy).map(({ file }) => file)]);
    const files = [...urls].map((url) => path.resolve(path.dirname(absolutePath), decodeURI(url)));
    const hashes = files.map((file) => this.#hashOf(file));
    return hashes.includes(undefined) ? undefined : hashOf([files, hashes]);
  }

  #wholeFolder(): string | undefined {
    this.#whole ??= { name: this.#nameOfAll() };
    return this.#whole.name;
  }

  #nameOfAll(): string | undefined {
    const files = filesIn(this.#folder).filter((file) => !neverShown.test(file));
    const hashes = files.map((file) => this.#hashOf(file));
    // A link to a folder cannot be read as a file, and what is behind it is not known.
    return hashes.includes(undefined) ? undefined : hashOf([files, hashes]);
  }

  #hashOf(file: string): string | undefined {
    if (!this.#hashes.has(file)) {
      const isFile = statSync(file, { throwIfNoEntry: false })?.isFile();
      this.#hashes.set(file, isFile ? hashOf(readFileSync(file, 'base64')) : undefined);
    }
    return this.#hashes.get(file);
  }
}
