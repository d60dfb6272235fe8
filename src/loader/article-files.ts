import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from './article-trace.ts';
import type { CompiledArticle } from './compile-article.ts';
import { imagesOf } from './copy-images.ts';

/** Files that are never imported, nor shown. */
const neverShown = /\.(?:md|markdown|ipynb)$/iu;

/** Names for the files that articles show or import; the same name, the same bytes. */
export class ArticleFiles {
  readonly #folder: string;
  readonly #hashes = new Map<string, string | undefined>();
  #whole: string | undefined;

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

  #wholeFolder(): string {
    this.#whole ??= hashOf(
      readdirSync(this.#folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !neverShown.test(entry.name))
        .map(({ parentPath, name }) => path.join(parentPath, name))
        .toSorted()
        .map((file) => [file, this.#hashOf(file)]),
    );
    return this.#whole;
  }

  #hashOf(file: string): string | undefined {
    if (!this.#hashes.has(file))
      this.#hashes.set(file, existsSync(file) ? hashOf(readFileSync(file, 'base64')) : undefined);
    return this.#hashes.get(file);
  }
}
