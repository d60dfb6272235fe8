import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { formatReport } from '../diagnostics/report-text.ts';
import { publishArticles, publishedArticles } from './article-entries.ts';
import type { CompiledContent } from './content-compiler.ts';
import { projectRoot } from './content-settings.ts';
import { processSession } from './session.ts';
import { Turns } from './turns.ts';

/**
 * Milliseconds to wait for more changes. An editor may write several files at once, and the watcher says
 * nothing of a file that changes again within 50 ms.
 */
const wait = 60;

type Watcher = NonNullable<LoaderContext['watcher']>;

/** Puts compiled articles into Astro's store; what is gone is deleted. */
async function fillStore(content: CompiledContent, context: LoaderContext): Promise<void> {
  const { store } = context;
  const gone = new Set(store.keys());
  // Before the store knows an article, its copy is there; one that is gone does no harm.
  const isBuild = !context.watcher;
  // A build has published them before it began.
  for (const entry of (isBuild ? publishedArticles() : undefined) ?? publishArticles(content)) {
    const { id, filePath } = entry;
    gone.delete(id);
    // Astro skips an entry whose digest it has, but forgets its images and modules in a new process.
    store.delete(id);
    if (!isBuild) {
      const parsed = await context.parseData({
        id,
        data: entry.data,
        filePath: path.resolve(projectRoot, filePath),
      });
      store.set({ ...entry, data: parsed });
    } else {
      // Pages of a build have the rest of it in memory.
      const { assetImports = [] } = entry;
      store.set({ id, data: {}, filePath, assetImports, deferredRender: !('rendered' in entry) });
    }
  }
  for (const id of gone) store.delete(id);
}

/** Error that carries the whole report. */
class ContentError extends Error {
  override name = 'ContentError';
}

/** Compiles the content again after each change, and fills the collection with it. */
function watchContent(context: LoaderContext, watcher: Watcher, turns: Turns): void {
  const { logger } = context;
  const session = processSession();
  const folder = session.compiler.settings.contentFolder;
  const refresh = async (): Promise<void> => {
    session.content = await session.compiler.compile();
    const { diagnostics, sourceOf } = session.content;
    if (diagnostics.length > 0) logger.warn(`\n${formatReport(diagnostics, sourceOf)}`);
    await fillStore(session.content, context);
    for (const listener of session.onCompiled.values()) listener();
  };
  const request = turns.onRequest(refresh, wait, (error) => {
    logger.error(String(error));
  });
  watcher.on('all', (_event, changed) => {
    if (path.resolve(changed).startsWith(folder + path.sep)) request();
  });
  watcher.add(folder);
}

/**
 * Astro's door to the content folder: files found, front matter validated, bodies rendered,
 * diagnostics collected. In a build, errors end it; in dev they are printed and the rest is shown.
 */
export function articleLoader(): Loader {
  return {
    name: 'downlink-articles',
    load: async (context) => {
      const session = processSession();
      const turns = new Turns();
      await turns.run(async () => {
        // A file that is written while the content is compiled the first time is compiled after that.
        if (context.watcher) watchContent(context, context.watcher, turns);
        session.content ??= await session.compiler.compile();
        const { diagnostics, sourceOf } = session.content;
        const report = formatReport(diagnostics, sourceOf);
        if (!context.watcher && diagnostics.some(({ severity }) => severity === 'error')) {
          throw new ContentError(`The content has errors.\n\n${report}`);
        }
        await fillStore(session.content, context);
        if (context.watcher && report !== '') context.logger.warn(`\n${report}`);
      });
    },
  };
}
