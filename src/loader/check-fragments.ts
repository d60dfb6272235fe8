import { nearest } from '../diagnostics/nearest.ts';
import type { ArticleContext } from '../markdown/context.ts';

/**
 * Checks links to places in articles, once all articles are compiled and all their ids are known.
 *
 * @param waiting articles whose ids are not known yet, by absolute path.
 */
export function checkFragments(contexts: readonly ArticleContext[], waiting: ReadonlySet<string>): void {
  const idsOf = new Map(contexts.map(({ absolutePath, ids }) => [absolutePath, ids]));
  for (const { absolutePath, fragments, report } of contexts) {
    for (const { id, file = absolutePath, finding } of fragments) {
      const ids = idsOf.get(file);
      if (ids?.has(id) || waiting.has(file)) continue;
      const meant = nearest(id, ids ?? []);
      const hint = meant === undefined ? undefined : `did you mean \`#${meant}\`?`;
      report({ ...finding, hint });
    }
  }
}
