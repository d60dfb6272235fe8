import { readdirSync } from 'node:fs';
import path from 'node:path';
import { copies } from './compress-files.ts';

/** A file of a built site, and the address under which readers get it. */
export interface BuiltFile {
  /** Path on the disk. */
  readonly file: string;
  /** Path with the base path, not percent-encoded; a folder's page has that of the folder. */
  readonly address: string;
}

/** What hosts read and do not publish, and what nobody asks for by its name. */
const notPublished = /^(?:_headers|_redirects|(?:.*\/)?(?:404\.html|\..*))$/u;

/** Paths of all files of a site, with slashes and sorted. */
export function filesOf(out: string): string[] {
  return readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(out, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .toSorted();
}

/** All files that readers may ask for by their address; compressed copies are sent in their place. */
export function builtFiles(out: string, base: string): BuiltFile[] {
  const names = filesOf(out);
  const all = new Set(names);
  const isCopy = (name: string): boolean =>
    Object.values(copies).some((end) => name.endsWith(end) && all.has(name.slice(0, -end.length)));
  return names
    .filter((name) => !notPublished.test(name) && !isCopy(name))
    .map((name) => ({
      file: path.join(out, name),
      address: base + name.replace(/(^|\/)index\.html$/u, '$1'),
    }));
}

/** Some of many, spread evenly and always the same; all where there are no more. */
export function sampleOf<Item>(items: readonly Item[], size: number): Item[] {
  if (items.length <= size) return [...items];
  return Array.from({ length: size }, (_, index) => {
    return items[Math.floor((index * items.length) / size)] as Item;
  });
}
