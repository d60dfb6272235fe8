import { existsSync, statSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { slug as slugify } from 'github-slugger';
import { glob } from 'tinyglobby';

/** A Markdown file and the address its path gives it. */
export interface ContentFile {
  readonly absolutePath: string;
  /** Path as the author knows it: relative to the working directory where it lies below. */
  readonly displayPath: string;
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
 * Slug and locale of a file from its path below the posts folder.
 *
 * `lora/zh.md` → `lora` in `zh` · `lora/index.md` → `lora` · `notes/Self Attention.md` →
 * `notes/self-attention`
 */
export function addressOf(
  relativePath: string,
  locales: readonly string[],
): { slug: string; locale: string } {
  const segments = relativePath.replace(/\.mdx?$/iu, '').split(/[\\/]/u);
  const stem = segments.at(-1) ?? '';
  const isLocale = segments.length > 1 && locales.includes(stem);
  const isIndex = segments.length > 1 && indexStems.has(stem.toLowerCase());
  const kept = isLocale || isIndex ? segments.slice(0, -1) : segments;
  const slug = kept
    .map(slugSegment)
    .filter((segment) => segment !== '')
    .join('/');
  return { slug: slug || 'untitled', locale: isLocale ? stem : (locales[0] ?? 'zh') };
}

/** The folder with the articles: `posts/` of the content folder where there is one, else the folder itself. */
export function postsFolder(contentFolder: string): string {
  const posts = path.join(contentFolder, 'posts');
  return existsSync(posts) && statSync(posts).isDirectory() ? posts : contentFolder;
}

/**
 * All Markdown and MDX files below the content folder, sorted by path. Hidden folders,
 * `node_modules` and files whose real place is outside of the folder are left out; the latter are
 * returned apart, since a link out of the folder may publish what nobody meant to.
 */
export async function findContentFiles(
  contentFolder: string,
  locales: readonly string[],
): Promise<{ files: ContentFile[]; outside: string[] }> {
  const root = postsFolder(contentFolder);
  if (!existsSync(root)) return { files: [], outside: [] };
  const found = await glob('**/*.{md,mdx,MD,markdown}', {
    cwd: root,
    ignore: ['**/node_modules/**'],
    expandDirectories: false,
    followSymbolicLinks: true,
  });
  const realRoot = await realpath(contentFolder);
  const files: ContentFile[] = [];
  const outside: string[] = [];
  const seen = new Set<string>();
  for (const relativePath of found.toSorted()) {
    const absolutePath = path.join(root, relativePath);
    const real = await realpath(absolutePath).catch(() => absolutePath);
    if (real !== realRoot && !real.startsWith(realRoot + path.sep)) {
      outside.push(displayPath(absolutePath));
      continue;
    }
    // A folder linked into itself shows the same file again and again.
    if (seen.has(real)) continue;
    seen.add(real);
    files.push({
      absolutePath,
      displayPath: displayPath(absolutePath),
      ...addressOf(relativePath.replace(/\.markdown$/u, '.md'), locales),
    });
  }
  return { files, outside };
}
