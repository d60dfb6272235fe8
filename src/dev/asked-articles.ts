import { processSession } from '../loader/session.ts';
import { pagePath } from '../urls.ts';

/** What carries the text of all articles, or of the latest. */
const ofAll = /\/(?:rss\.xml|atom\.xml|feed\.json|llms\.txt)$/u;

function pathOf(address: string): string {
  const [path = ''] = address.split(/[?#]/u);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Waits until the articles whose text an address shows are rendered: those of a page, its card or its copy in
 * Markdown, in all languages; all of them for a feed. Lists do with what is known.
 */
export async function askedArticles(address: string): Promise<void> {
  const { content, rendered } = processSession();
  if (!content || content.waiting.size === 0) return;
  const path = pathOf(address);
  if (ofAll.test(path)) {
    await rendered?.();
    return;
  }
  const shown = content.articles.filter(
    ({ absolutePath, data }) =>
      content.waiting.has(absolutePath) && path.includes(pagePath(data.section, data.slug)),
  );
  if (shown.length > 0) await rendered?.(shown.map(({ absolutePath }) => absolutePath));
}
