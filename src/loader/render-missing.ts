import { renderTimes } from '../render-times.ts';
import type { ArticleRenderer } from './article-renderer.ts';
import type { ArticleWorlds } from './article-worlds.ts';
import type { ContentSettings } from './content-settings.ts';
import type { SourceArticle } from './read-articles.ts';
import { renderAhead, type RenderedAhead, type RenderJob, takeNext } from './render-ahead.ts';

/** What renders the articles of a folder. */
export interface RenderingParts {
  readonly settings: ContentSettings;
  readonly renderer: ArticleRenderer;
  readonly worlds: ArticleWorlds;
}

/** What is found is kept with the article, and reported by the run that prints it. */
export const silent = (): void => undefined;

const byPath = (sources: readonly SourceArticle[]): ReadonlyMap<string, SourceArticle> =>
  new Map(sources.map((source) => [source.file.absolutePath, source]));

/**
 * Renders what no earlier run has rendered, on all cores where there is much of it.
 *
 * @returns the files that were rendered.
 */
export async function renderMissing(
  { settings, renderer, worlds }: RenderingParts,
  sources: readonly SourceArticle[],
  onProgress?: (done: number, total: number) => void,
): Promise<ReadonlySet<string>> {
  const known = byPath(sources);
  const missing = sources.filter((source) => !renderer.isKept(source, worlds.of(source, silent)));
  const files = missing.map(({ file }) => file.absolutePath);
  const rendered = new Set<string>();
  const note = (file: string): void => {
    rendered.add(file);
    onProgress?.(sources.length - files.length + rendered.size, sources.length);
  };
  await renderAhead(
    settings,
    files,
    async (file) => {
      const source = known.get(file);
      if (source) await renderer.render(source, worlds.of(source, silent));
      note(file);
    },
    (article) => {
      renderer.adopt(article);
      if (article.times) renderTimes()?.add(article.times);
      note(article.absolutePath);
    },
  );
  return rendered;
}

/** Renders articles for another thread until all are taken. */
export async function renderShare(
  { renderer, worlds }: RenderingParts,
  sources: readonly SourceArticle[],
  job: RenderJob,
  onRendered: (article: RenderedAhead) => void,
): Promise<void> {
  const known = byPath(sources);
  const sent = new Set<string>();
  for (let file = takeNext(job); file !== undefined; file = takeNext(job)) {
    const source = known.get(file);
    if (!source) continue;
    await renderer.render(source, worlds.of(source, silent));
    const kept = renderer.take(file, sent);
    if (kept) onRendered({ absolutePath: file, ...kept, times: renderTimes()?.take() });
  }
}
