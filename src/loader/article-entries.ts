import path from 'node:path';
import { type CopyAddress, markdownCopies } from '../markdown-copies.ts';
import { processWide } from '../process-wide.ts';
import { siteGlossary } from '../site-glossary.ts';
import type { CompiledArticle } from './compile-article.ts';
import type { CompiledContent } from './content-compiler.ts';
import { projectRoot } from './content-settings.ts';

/** An article as Astro's collections hold it. */
export type ArticleEntry = ReturnType<typeof entryOf>;

/** Entries of the one collection by their ids, as Astro's own store of a build has them. */
const collections = (): Map<string, Map<string, ArticleEntry>> =>
  processWide('collections', () => new Map<string, Map<string, ArticleEntry>>());

/** A module that gives {@link publishArticles}' entries of this process, as Astro reads its store. */
export const entriesModule = `export default globalThis[Symbol.for('downlink.collections')];`;

/** The image files that an article's copy shows, for Astro, which knows where it puts them. */
function imagesOf(copy: CompiledArticle['copy']): { path: string; file: string }[] {
  const isImage = (piece: string | CopyAddress): piece is CopyAddress =>
    typeof piece !== 'string' && piece.kind === 'image';
  const paths = new Set(copy.filter(isImage).map(({ url }) => url));
  return [...paths].map((path) => ({ path, file: path }));
}

/** The entry of an article. Astro puts in place of a path in `imageImports` what it knows of that image. */
export function entryOf({ absolutePath, data, html, imagePaths, copy, digest, hasFiles }: CompiledArticle) {
  const images = imagesOf(copy);
  const assetImports = [...new Set([...imagePaths, ...images.map(({ file }) => file)])];
  return {
    id: `${data.locale}/${data.section}/${data.slug}`,
    data: { ...data, images, digest: hasFiles ? undefined : digest },
    filePath: path.relative(projectRoot, absolutePath).split(path.sep).join('/'),
    digest,
    ...(assetImports.length > 0 ? { assetImports } : {}),
    ...(images.length > 0 ? { imageImports: images.map((_, place) => ['images', place, 'file']) } : {}),
    ...(html === undefined
      ? { deferredRender: true }
      : { rendered: { html, metadata: { headings: [], frontmatter: {}, imagePaths: [...imagePaths] } } }),
  };
}

/**
 * Lets the pages of a build that run in this process have the articles. They never go through a file or
 * through Vite, which would parse and print what is here already.
 */
export function publishArticles({ articles, glossary }: CompiledContent): Iterable<ArticleEntry> {
  siteGlossary().current = glossary;
  for (const { data, copy } of articles) markdownCopies().set(data.path, copy);
  const entries = new Map(articles.map(entryOf).map((entry) => [entry.id, entry]));
  collections().set('articles', entries);
  return entries.values();
}
