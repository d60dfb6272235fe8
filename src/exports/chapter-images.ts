import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { visit } from '../visit-tree.ts';
import type { BuiltSite } from './built-articles.ts';
import type { Chapter } from './chapter.ts';

/** A file of a book. */
export interface BookFile {
  /** Its name in the folder of the book. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** What every reader of books shows; the others are drawn anew as PNG. */
const known = /\.(?:gif|jpe?g|png|svg)$/iu;

/** The file of the site under an absolute address; nothing where it has none. */
function fileOf(url: URL, { out, base }: BuiltSite): string | undefined {
  const pathname = decodeURIComponent(url.pathname);
  if (!pathname.startsWith(base)) return undefined;
  const file = path.join(out, pathname.slice(base.length));
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** Puts the images of the chapters into the book. */
export async function packImages(chapters: readonly Chapter[], site: BuiltSite): Promise<BookFile[]> {
  const files = new Map<string, BookFile>();
  const asPng: { readonly name: string; readonly file: string }[] = [];
  for (const { article, body } of chapters) {
    visit(body, 'element', ({ tagName, properties }) => {
      const { src } = properties;
      if (tagName !== 'img' || typeof src !== 'string') return;
      for (const name of ['srcSet', 'sizes', 'loading', 'decoding', 'fetchPriority'])
        Reflect.deleteProperty(properties, name);
      properties.alt ??= '';
      const url = URL.parse(src, article.url);
      const file = url?.origin === new URL(article.url).origin ? fileOf(url, site) : undefined;
      if (file === undefined) return;
      const original = path.basename(file).replace(/[^\w.-]/gu, '_');
      const name = `images/${known.test(original) ? original : `${original}.png`}`;
      properties.src = name;
      if (known.test(original)) files.set(name, { name, content: readFileSync(file) });
      else asPng.push({ name, file });
    });
  }
  for (const { name, file } of asPng)
    if (!files.has(name)) files.set(name, { name, content: await sharp(file).png().toBuffer() });
  return [...files.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
