import { statSync } from 'node:fs';
import path from 'node:path';
import { markdownCopies } from '../markdown-copies.ts';
import { processWide } from '../process-wide.ts';
import { siteGlossary } from '../site-glossary.ts';
import { emptyLists, siteSections } from '../site-sections.ts';
import type { ArticleFiles } from './article-files.ts';
import type { CompiledArticle } from './compile-article.ts';
import type { CompiledContent } from './content-compiler.ts';
import { projectRoot } from './content-settings.ts';
import { imagesOf } from './copy-images.ts';

/** An article as Astro's collections hold it. */
export type ArticleEntry = ReturnType<typeof entryOf>;

/** Entries of the one collection by their ids, as Astro's own store of a build has them. */
const collections = (): Map<string, Map<string, ArticleEntry>> =>
  processWide('collections', () => new Map<string, Map<string, ArticleEntry>>());

/** A module that gives {@link publishArticles}' entries of this process, as Astro reads its store. */
export const entriesModule = `export default globalThis[Symbol.for('downlink.collections')];`;

/** What Astro's runtime looks an image up by. */
const imageId = (image: string, filePath: string): string =>
  `${image}?${new URLSearchParams({ astroContentImageFlag: '', importer: filePath }).toString()}`;

/** When an image was last written; nothing where it is not there. */
const writtenAt = (image: string, filePath: string): number | undefined =>
  statSync(path.resolve(projectRoot, path.dirname(filePath), decodeURI(image)), { throwIfNoEntry: false })
    ?.mtimeMs;

/**
 * A module of the images that entries name, as Astro's runtime reads its list of them: another one whenever an
 * image is. One that cannot be loaded, as when it has just been deleted, is left out, lest it keep all pages
 * from being printed.
 */
export function imagesModule(): string {
  const images = new Map<string, number | undefined>();
  for (const { filePath, assetImports = [] } of publishedArticles() ?? [])
    for (const image of assetImports) images.set(imageId(image, filePath), writtenAt(image, filePath));
  return `
const images = ${JSON.stringify([...images], undefined, 1)};
const loaded = images.map(([id]) =>
  import(/* @vite-ignore */ id).then((module) => [[id, module.default]], () => []),
);
export default new Map((await Promise.all(loaded)).flat());
`;
}

/** A module that loads the module of any MDX entry, as Astro's runtime reads its list of them. */
export const mdxModule = `
import path from 'node:path';
const importer = (file) => () => import(/* @vite-ignore */ \`\${path.resolve(file)}?astroRenderContent\`);
export default { get: importer };
`;

/** A name for all that pages show of an article; nothing where that is not known. */
function digestOf(article: CompiledArticle, files: ArticleFiles | undefined): string | undefined {
  if (!article.hasFiles) return article.digest;
  const name = files?.nameOf(article);
  return name === undefined ? undefined : article.digest + name;
}

/** The entry of an article. Astro puts in place of a path in `imageImports` what it knows of that image. */
export function entryOf(article: CompiledArticle, files?: ArticleFiles) {
  const { absolutePath, data, html, imagePaths, copy, digest } = article;
  const images = imagesOf(copy);
  const assetImports = [...new Set([...imagePaths, ...images.map(({ file }) => file)])];
  return {
    id: `${data.locale}/${data.section}/${data.slug}`,
    data: { ...data, images, digest: digestOf(article, files) },
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
 * Lets the pages that run in this process have the articles. They never go through a file or
 * through Vite, which would parse and print what is here already.
 *
 * @param files names what articles show besides; without them, nobody can tell when their pages would be others.
 */
export function publishArticles(
  { articles, glossary }: CompiledContent,
  files?: ArticleFiles,
): Iterable<ArticleEntry> {
  siteGlossary().current = glossary;
  siteSections().empty = emptyLists(articles.map(({ data }) => data));
  for (const { data, copy } of articles) markdownCopies().set(data.path, copy);
  const entries = new Map(
    articles.map((article) => entryOf(article, files)).map((entry) => [entry.id, entry]),
  );
  collections().set('articles', entries);
  return entries.values();
}

/** What was published last in this process. */
export const publishedArticles = (): Iterable<ArticleEntry> | undefined =>
  collections().get('articles')?.values();
