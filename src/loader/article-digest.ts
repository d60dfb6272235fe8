import { hashOf } from './article-trace.ts';
import type { CompiledArticle, MdxModule } from './compile-article.ts';

/** An import of a file beside an article, which may import others. */
const ownImport = /\b(?:from|import)\s*\(?\s*["'](?:\.{1,2}\/|\/(?!src\/))/u;

/**
 * A name for all that is known of an article, and whether it shows files as well, which may change while it
 * does not.
 *
 * @param module what an MDX article became.
 */
export function withDigest(
  article: Omit<CompiledArticle, 'digest' | 'hasFiles'>,
  module: MdxModule | undefined,
): CompiledArticle {
  const { data, body, html, imagePaths, sections, copy, keys } = article;
  return {
    ...article,
    digest: hashOf([data, body, html, module?.code, sections, copy, keys]),
    hasFiles:
      imagePaths.length > 0 ||
      copy.some((piece) => typeof piece !== 'string' && piece.kind === 'image') ||
      ownImport.test(module?.code ?? ''),
  };
}
