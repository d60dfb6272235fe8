import { hashOf } from './article-trace.ts';
import type { CompiledArticle, MdxModule, RenderedArticle } from './compile-article.ts';

/** An import of a file beside an article, which may import others. */
const ownImport = /\b(?:from|import)\s*\(?\s*["'](?:\.{1,2}\/|\/(?!src\/))/u;

/** A name for all that rendering has found out of an article. */
export function nameOfRendered(
  body: string,
  { html, module }: RenderedArticle,
  { sections, copy }: Pick<CompiledArticle, 'sections' | 'copy'>,
  keys: readonly string[],
): string {
  return hashOf([body, html, module?.code, sections, copy, keys]);
}

/**
 * A name for all that is known of an article, and whether it shows files as well, which may change while it
 * does not.
 *
 * @param module what an MDX article became.
 * @param name see {@link nameOfRendered}.
 */
export function withDigest(
  article: Omit<CompiledArticle, 'digest' | 'hasFiles'>,
  module: MdxModule | undefined,
  name: string,
): CompiledArticle {
  const { data, imagePaths, copy } = article;
  return {
    ...article,
    digest: hashOf([data, name]),
    hasFiles:
      imagePaths.length > 0 ||
      copy.some((piece) => typeof piece !== 'string' && piece.kind === 'image') ||
      ownImport.test(module?.code ?? ''),
  };
}
