import { hashOf } from './article-trace.ts';
import type { CompiledArticle, MdxModule } from './compile-article.ts';

/** An import of a file beside an article, which may import others. */
const ownImport = /\b(?:from|import)\s*\(?\s*["'](?:\.{1,2}\/|\/(?!src\/))/u;

/** Names of what articles show, by what cutting into sections has left of each: a new one for every compilation. */
const names = new WeakMap<CompiledArticle['sections'], string>();

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
  const name = names.get(sections) ?? hashOf([body, html, module?.code, sections, copy, keys]);
  names.set(sections, name);
  return {
    ...article,
    digest: hashOf([data, name]),
    hasFiles:
      imagePaths.length > 0 ||
      copy.some((piece) => typeof piece !== 'string' && piece.kind === 'image') ||
      ownImport.test(module?.code ?? ''),
  };
}
