import { statSync } from 'node:fs';
import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { formatReport } from '../diagnostics/report-text.ts';
import { forgetFailures } from '../mdx/failures.ts';
import { type ArticleEntry, entryOf, publishArticles, publishedArticles } from './article-entries.ts';
import { processSession } from './session.ts';
import { loaderName } from './shared.ts';
import { Turns } from './turns.ts';

/** Milliseconds to wait for more changes: an editor may write several files at once. */
const wait = 10;

/** Milliseconds after which to look again: the watcher says nothing of a file that changes again within 50. */
const secondLook = 60;

type Watcher = NonNullable<LoaderContext['watcher']>;

/** What Astro is told of the articles: which images and modules they bring. Pages have the rest in memory. */
class ToldFiles {
  /** By the ids of the articles. */
  #told: ReadonlyMap<string, string> = new Map();

  /**
   * Tells Astro's store what is other than before.
   *
   * @returns whether an article has come to name an image or a module: Astro has yet to write the lists that pages
   *   find them by.
   */
  tell(entries: readonly ArticleEntry[], { store }: LoaderContext): boolean {
    const told = new Map<string, string>();
    const gone = new Set(store.keys());
    let isMore = false;
    for (const entry of entries) {
      const { id, filePath, assetImports = [] } = entry;
      const deferredRender = !('rendered' in entry);
      const now = JSON.stringify([filePath, deferredRender, assetImports]);
      told.set(id, now);
      gone.delete(id);
      if (this.#told.get(id) === now) continue;
      isMore ||= deferredRender || assetImports.length > 0;
      // Astro skips an entry that it has, but forgets its images and modules in a new process.
      store.delete(id);
      store.set({ id, data: {}, filePath, assetImports, deferredRender });
    }
    for (const id of gone) store.delete(id);
    this.#told = told;
    return isMore;
  }
}

/** Error that carries the whole report. */
class ContentError extends Error {
  override name = 'ContentError';
}

/** Changes whenever a file is written. */
const stateOf = (file: string): string => {
  const { mtimeMs = 0, size = 0 } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return `${String(mtimeMs)} ${String(size)}`;
};

/** Compiles the content again after each change, and fills the collection with it. */
function watchContent(context: LoaderContext, watcher: Watcher, turns: Turns, files: ToldFiles): void {
  const { logger } = context;
  const session = processSession();
  const folder = session.compiler.settings.contentFolder;
  /** Files that have changed, with their states when they were last read. */
  const changes = new Map<string, string>();
  const refresh = async (): Promise<void> => {
    for (const file of changes.keys()) changes.set(file, stateOf(file));
    session.content = await session.compiler.compile();
    // Pages are printed again, which tells what fails still.
    forgetFailures();
    const { diagnostics, sourceOf } = session.content;
    if (diagnostics.length > 0) logger.warn(`\n${formatReport(diagnostics, sourceOf)}`);
    // Pages that know of an article find what it brings.
    if (
      files.tell(
        session.content.articles.map((article) => entryOf(article)),
        context,
      )
    )
      await session.writeImports?.();
    publishArticles(session.content);
    for (const listener of session.onCompiled.values()) listener();
  };
  const request = turns.onRequest(refresh, wait, (error) => {
    logger.error(String(error));
  });
  const lookAgain = (): void => {
    if ([...changes].some(([file, state]) => state !== stateOf(file))) request();
    else changes.clear();
  };
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_event, changed) => {
    const file = path.resolve(changed);
    if (!file.startsWith(folder + path.sep)) return;
    if (!changes.has(file)) changes.set(file, '');
    request();
    clearTimeout(timer);
    timer = setTimeout(lookAgain, secondLook);
  });
  watcher.add(folder);
}

/**
 * Astro's door to the content folder: files found, front matter validated, bodies rendered,
 * diagnostics collected. In a build, errors end it; in dev they are printed and the rest is shown.
 */
export function articleLoader(): Loader {
  return {
    name: loaderName,
    load: async (context) => {
      // Asked again only to have Astro write what it has been told already.
      if (context.refreshContextData) return;
      const session = processSession();
      const turns = new Turns();
      const files = new ToldFiles();
      await turns.run(async () => {
        // A file that is written while the content is compiled the first time is compiled after that.
        if (context.watcher) watchContent(context, context.watcher, turns, files);
        session.content ??= await session.compiler.compile();
        const { diagnostics, sourceOf } = session.content;
        const report = formatReport(diagnostics, sourceOf);
        if (!context.watcher && diagnostics.some(({ severity }) => severity === 'error')) {
          throw new ContentError(`The content has errors.\n\n${report}`);
        }
        // A build has published them before it began.
        const published = context.watcher ? undefined : publishedArticles();
        files.tell([...(published ?? publishArticles(session.content))], context);
        if (context.watcher && report !== '') context.logger.warn(`\n${report}`);
      });
    },
  };
}
