import { type ArticleContext, createContext } from '../markdown/context.ts';
import type { KnownContext } from './article-cache.ts';
import type { Rendered } from './article-renderer.ts';
import type { SourceArticle } from './read-articles.ts';
import { renderBehind } from './render-ahead.ts';
import { type RenderingParts, silent } from './render-missing.ts';

/** How many articles an author waits for before the first page; where there are more, all of them come later. */
const few = 8;

const pathOf = ({ file }: SourceArticle): string => file.absolutePath;

/** What is known of a text that nobody has read. */
const nothing: Pick<Rendered, 'keys' | 'fonts' | 'name' | 'terms'> = {
  keys: [],
  fonts: { characters: '', math: { classes: [], characters: [] } },
  name: '',
  terms: { names: '', used: [], explained: [] },
};

/** The heading that an article begins with, as it is written. */
const firstHeading = /^\s*#[ \t]+(?<title>[^\n]*[^\n\s#])/u;

/** What is known of an article that waits: all but its text. */
export function withoutText(source: SourceArticle, known: KnownContext): Rendered {
  const context: ArticleContext = createContext(known);
  context.firstTitle = firstHeading.exec(source.body)?.groups?.title;
  const html = pathOf(source).endsWith('.mdx') ? undefined : '';
  const rendered = { html, imagePaths: [] };
  return { ...nothing, rendered, context, isFresh: false };
}

/**
 * Renders articles behind the back of an author who wants to see one of them, in a folder of which no earlier run
 * has rendered many. Threads do it, and until an article is there, pages know of it what its front matter says;
 * one that somebody asks for is rendered before all others.
 */
export class RenderLater {
  #postponed = new Set<string>();
  #rendering: Promise<void> | undefined;

  /** Fulfilled when threads have rendered what they were given at the first run. */
  get rendering(): Promise<void> {
    return this.#rendering ?? Promise.resolve();
  }

  /** Has the next run render some articles that wait. */
  hurry(files: Iterable<string>): void {
    for (const file of files) this.#postponed.delete(file);
  }

  /** Paths of the articles whose text a run does without. Only the first run puts any off. */
  postpone(parts: RenderingParts, sources: readonly SourceArticle[]): ReadonlySet<string> {
    const { renderer, worlds } = parts;
    const isMissing = (source: SourceArticle): boolean => !renderer.isKept(source, worlds.of(source, silent));
    if (!this.#rendering) this.#begin(parts, sources.filter(isMissing));
    const waiting = sources.filter((source) => this.#postponed.has(pathOf(source)) && isMissing(source));
    // What has come once is rendered at once from then on.
    this.#postponed = new Set(waiting.map(pathOf));
    return new Set(this.#postponed);
  }

  #begin({ settings, renderer }: RenderingParts, missing: readonly SourceArticle[]): void {
    // Lists begin with the newest.
    const files = missing.toSorted((a, b) => b.date.getTime() - a.date.getTime()).map(pathOf);
    if (files.length <= few) {
      this.#rendering = Promise.resolve();
      return;
    }
    this.#postponed = new Set(files);
    this.#rendering = renderBehind(settings, files, (article) => {
      renderer.adopt(article);
    }).then(() => {
      this.#postponed.clear();
    });
  }
}
