import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { CompiledArticle } from '../loader/compile-article.ts';
import { searchCopy } from './search-copy.ts';

/** Thrown when Pagefind refuses something. */
export class SearchIndexError extends Error {
  override name = 'SearchIndexError';
}

function check(errors: readonly string[]): void {
  if (errors.length > 0) throw new SearchIndexError(`Pagefind: ${errors.join('; ')}`);
}

async function addAll(
  index: PagefindIndex,
  articles: readonly CompiledArticle[],
  language: string,
): Promise<void> {
  for (const { data, sections } of articles) {
    if (data.section !== 'posts') continue;
    const { errors } = await index.addHTMLFile({
      url: encodeURI(data.path),
      content: searchCopy(data, sections, language),
    });
    check(errors);
  }
}

/**
 * Writes Pagefind's index of the articles into a folder.
 *
 * @param language language tag of the articles.
 * @throws {SearchIndexError} when Pagefind reports an error.
 */
export async function buildSearchIndex(
  articles: readonly CompiledArticle[],
  language: string,
  outputPath: string,
): Promise<void> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: language });
    check(errors);
    if (!index) throw new SearchIndexError('Pagefind made no index.');
    await addAll(index, articles, language);
    const written = await index.writeFiles({ outputPath });
    check(written.errors);
  } finally {
    await close();
  }
}
