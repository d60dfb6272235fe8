import { statSync } from 'node:fs';
import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { formatReport } from '../diagnostics/report-text.ts';
import { forgetFailures } from '../mdx/failures.ts';
import { type ArticleEntry, publishArticles, publishedArticles } from './article-entries.ts';
import { RenderLater } from './render-later.ts';
import { processSession, type Session } from './session.ts';
import { Turns } from './turns.ts';

/** Milliseconds to wait for more changes: an editor may write several files at once. */
const wait = 10;

/** Milliseconds after which to look again: the watcher says nothing of a file that changes again within 50. */
const secondLook = 60;

type Watcher = NonNullable<LoaderContext['watcher']>;

/** Tells Astro which images and modules the articles of a build bring. Pages have the rest in memory. */
function tell(entries: Iterable<ArticleEntry>, { store }: LoaderContext): void {
  for (const entry of entries) {
    const { id, filePath, assetImports = [] } = entry;
    store.set({ id, data: {}, filePath, assetImports, deferredRender: !('rendered' in entry) });
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
function watchContent(context: LoaderContext, watcher: Watcher, turns: Turns, later: RenderLater): void {
  const { logger } = context;
  const logError = (error: unknown): void => {
    logger.error(String(error));
  };
  const session = processSession();
  const folder = session.compiler.settings.contentFolder;
  /** Files that have changed, with their states when they were last read. */
  const changes = new Map<string, string>();
  const refresh = async (): Promise<void> => {
    for (const file of changes.keys()) changes.set(file, stateOf(file));
    session.content = await session.compiler.compile(undefined, later);
    // Pages are printed again, which tells what fails still.
    forgetFailures();
    const { diagnostics, sourceOf } = session.content;
    if (diagnostics.length > 0) logger.warn(`\n${formatReport(diagnostics, sourceOf)}`);
    publishArticles(session.content);
    for (const listener of session.onCompiled.values()) listener();
  };
  const request = turns.onRequest(refresh, wait, logError);
  session.rendered = async (files): Promise<void> => {
    if (files) later.hurry(files);
    else await later.rendering;
    const isWaiting = (): boolean => {
      const waiting = session.content?.waiting ?? new Set();
      return files ? files.some((file) => waiting.has(file)) : waiting.size > 0;
    };
    await turns.run(async () => (isWaiting() ? refresh() : undefined)).catch(logError);
  };
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

/** Says that articles are rendered while pages can be asked for, and when that is over. */
function tellOfRendering({ rendered }: Session, count: number, logger: LoaderContext['logger']): void {
  logger.info(`Rendering ${String(count)} articles. Pages can be opened: what they show comes first.`);
  void rendered?.().then(() => {
    logger.info('All articles are rendered.');
  });
}

/**
 * Astro's door to the content folder: files found, front matter validated, bodies rendered,
 * diagnostics collected. In a build, errors end it; in dev they are printed and the rest is shown.
 */
export function articleLoader(): Loader {
  // One for all starts of a server: threads that it has begun go on.
  const later = new RenderLater();
  return {
    name: 'downlink-articles',
    load: async (context) => {
      const session = processSession();
      const turns = new Turns();
      await turns.run(async () => {
        // A file that is written while the content is compiled the first time is compiled after that.
        if (context.watcher) watchContent(context, context.watcher, turns, later);
        session.content ??= await session.compiler.compile(undefined, context.watcher && later);
        const { diagnostics, sourceOf } = session.content;
        const report = formatReport(diagnostics, sourceOf);
        if (!context.watcher && diagnostics.some(({ severity }) => severity === 'error')) {
          throw new ContentError(`The content has errors.\n\n${report}`);
        }
        // What Astro has kept of them from one run to the next, pages find elsewhere.
        context.store.clear();
        if (context.watcher) publishArticles(session.content);
        // A build has published them before it began.
        else tell(publishedArticles() ?? publishArticles(session.content), context);
        if (context.watcher && report !== '') context.logger.warn(`\n${report}`);
        const { size } = session.content.waiting;
        if (size > 0) tellOfRendering(session, size, context.logger);
      });
    },
  };
}
