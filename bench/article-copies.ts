import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const content = fileURLToPath(new URL('../content/', import.meta.url));

/** Folders of this project's own articles. */
export const ownArticles: readonly string[] = readdirSync(path.join(content, 'posts'), {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();

/**
 * Fills a content folder with copies of this project's articles, always the same ones. The first of
 * each keeps its name, so that their links lead somewhere.
 *
 * @param distinct gives every copy inline formulas that no other has.
 * @returns the article files, by their paths.
 */
export function copyArticles(folder: string, count: number, distinct: boolean): string[] {
  cpSync(path.join(content, 'authors.yaml'), path.join(folder, 'authors.yaml'));
  return Array.from({ length: count }, (_, index) => {
    const name = ownArticles[index % ownArticles.length] ?? '';
    const own = index < ownArticles.length ? name : `${name}-${String(index)}`;
    cpSync(path.join(content, 'posts', name), path.join(folder, 'posts', own), { recursive: true });
    const file = path.join(folder, 'posts', own, 'zh.md');
    if (distinct) {
      const mark = String.raw`\,` + String(index);
      const source = readFileSync(file, 'utf8');
      writeFileSync(file, source.replace(/(?<![$\\])\$(?!\$)([^$\n]+)\$(?!\$)/gu, `$$$1${mark}$$`));
    }
    return file;
  });
}
