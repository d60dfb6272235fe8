import { existsSync, statSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { slug as slugify } from 'github-slugger';
import { glob } from 'tinyglobby';
import type { Section } from '../urls.ts';
import { datedName } from './dated-name.ts';

/** A Markdown file and the address its path gives it. */
export interface ContentFile {
  readonly absolutePath: string;
  /** Path as the author knows it: relative to the working directory where it lies below. */
  readonly displayPath: string;
  /** Path inside the content folder: `posts/lora/zh.md`. */
  readonly contentPath: string;
  readonly section: Section;
  /** Last parts of the address, `lora` or `notes/attention`. */
  readonly slug: string;
  readonly locale: string;
}

const indexStems = new Set(['index', 'readme', '_index']);

/** Path from the working directory where that is shorter to read, else the absolute path. */
export function displayPath(absolutePath: string): string {
  const relative = path.relative(process.cwd(), absolutePath);
  return (relative.startsWith('..') ? absolutePath : relative).split(path.sep).join('/');
}

/** One path segment as it stands in an address: lower case, blanks to hyphens, Chinese kept. */
export const slugSegment = (segment: string): string => slugify(segment.trim());

/**
 * The name that an article goes by where nothing in it says a title: the part of its path that its address is
 * made of, as its author wrote it.
 *
 * `posts/2020-01-02-Self Attention.md` with the slug `self-attention` → `Self Attention`
 */
export function nameOfFile(contentPath: string, slug: string): string {
  const own = path.posix.basename(slug);
  const names = contentPath
    .split(/[\\/]/u)
    .toReversed()
    .flatMap((segment) => [
      segment,
      segment.replace(/\.[^.]+$/u, ''),
      segment.replace(/\.[^.]+\.[^.]+$/u, ''),
    ])
    .map((segment) => datedName(segment).rest.trim());
  return names.find((name) => slugSegment(name) === own) ?? own;
}

/**
 * Slug and locale of a file from its path below the posts folder.
 *
 * `lora/zh.md` → `lora` in `zh` · `lora/index.md` → `lora` · `notes/Self Attention.md` →
 * `notes/self-attention` · `2020-01-02-lora.md` → `lora` · `lora.en.md` → `lora` in `en`
 */
export function addressOf(
  relativePath: string,
  locales: readonly string[],
): { slug: string; locale: string } {
  const segments = relativePath.replace(/\.(?:mdx?|ipynb)$/iu, '').split(/[\\/]/u);
  const last = segments.at(-1) ?? '';
  // Hugo writes the language behind the name.
  const named = locales.find((locale) => last.endsWith(`.${locale}`) && last.length > locale.length + 1);
  const stem = named === undefined ? last : last.slice(0, -named.length - 1);
  segments.splice(-1, 1, stem);
  const isLocale = segments.length > 1 && locales.includes(stem);
  const isIndex = segments.length > 1 && indexStems.has(stem.toLowerCase());
  const kept = isLocale || isIndex ? segments.slice(0, -1) : segments;
  const slug = kept
    .map((segment) => slugSegment(datedName(segment).rest))
    .filter((segment) => segment !== '')
    .join('/');
  return { slug: slug || 'untitled', locale: isLocale ? stem : (named ?? locales[0] ?? 'zh') };
}

/** Slug and locale of a page of the manual: `zh/math.md` → `math` in `zh`. */
export function docsAddressOf(
  relativePath: string,
  locales: readonly string[],
): { slug: string; locale: string } {
  const [first = '', ...rest] = relativePath.split(/[\\/]/u);
  if (rest.length === 0 || !locales.includes(first)) return addressOf(relativePath, locales);
  return { slug: addressOf(rest.join('/'), locales).slug, locale: first };
}

const isFolder = (folder: string): boolean => existsSync(folder) && statSync(folder).isDirectory();

/** The folders with content, by section: `posts/` and `docs/`, or a bare folder as it is. */
export function sectionFolders(contentFolder: string): { section: Section; folder: string }[] {
  const posts = path.join(contentFolder, 'posts');
  const docs = path.join(contentFolder, 'docs');
  if (!isFolder(posts)) return [{ section: 'posts', folder: contentFolder }];
  return [
    { section: 'posts', folder: posts },
    ...(isFolder(docs) ? [{ section: 'docs' as const, folder: docs }] : []),
  ];
}

/** Files that tell of a folder, and are no articles. */
const aboutFolder = /^(?:readme|license|changelog|contributing)\b[^/]*$/iu;

/** Markdown, MDX and notebooks of a content folder that has `posts/`, and has these elsewhere. */
async function outsideOfSections(contentFolder: string): Promise<string[]> {
  const folders = sectionFolders(contentFolder).map(({ folder }) => path.relative(contentFolder, folder));
  if (folders.includes('')) return [];
  const found = await markdownFilesIn(
    contentFolder,
    folders.map((folder) => `${folder}/**`),
  );
  return found.filter((file) => !aboutFolder.test(file)).map((file) => path.join(contentFolder, file));
}

/**
 * All Markdown, MDX and notebooks below the content folder, sorted by path. Hidden folders,
 * `node_modules` and files whose real place is outside of the folder are left out; the latter are
 * returned apart, since a link out of the folder may publish what nobody meant to. So are files beside `posts/`.
 */
export async function findContentFiles(
  contentFolder: string,
  locales: readonly string[],
): Promise<{ files: ContentFile[]; outside: string[]; unpublished: string[] }> {
  const files: ContentFile[] = [];
  const outside: string[] = [];
  if (!existsSync(contentFolder)) return { files, outside, unpublished: [] };
  const realRoot = await realpath(contentFolder);
  const seen = new Set<string>();
  for (const { section, folder } of sectionFolders(contentFolder)) {
    for (const relativePath of await markdownFilesIn(folder)) {
      const absolutePath = path.join(folder, relativePath);
      const real = await realpath(absolutePath).catch(() => absolutePath);
      if (!real.startsWith(realRoot + path.sep)) {
        outside.push(displayPath(absolutePath));
        continue;
      }
      // A folder linked into itself shows the same file again and again.
      if (seen.has(real)) continue;
      seen.add(real);
      const stem = relativePath.replace(/\.markdown$/u, '.md');
      const address = section === 'docs' ? docsAddressOf(stem, locales) : addressOf(stem, locales);
      const contentPath = path.relative(contentFolder, absolutePath).split(path.sep).join('/');
      files.push({ absolutePath, displayPath: displayPath(absolutePath), contentPath, section, ...address });
    }
  }
  const unpublished = (await outsideOfSections(contentFolder)).map(displayPath);
  return { files, outside, unpublished };
}

/** Paths of Markdown, MDX and notebooks below a folder, relative to it and sorted. */
async function markdownFilesIn(folder: string, ignored: readonly string[] = []): Promise<string[]> {
  const found = await glob('**/*.{md,mdx,MD,markdown,ipynb}', {
    cwd: folder,
    ignore: ['**/node_modules/**', ...ignored],
    expandDirectories: false,
    followSymbolicLinks: true,
  });
  return found.toSorted();
}
