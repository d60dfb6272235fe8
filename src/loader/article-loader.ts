import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { formatReport } from '../diagnostics/report-text.ts';
import type { CompiledContent } from './content-compiler.ts';
import { processSession } from './session.ts';

const wait = 30;

/** Puts compiled articles into Astro's store; what is gone is deleted. */
async function fillStore(content: CompiledContent, context: LoaderContext): Promise<void> {
  const { store, config } = context;
  const root = fileURLToPath(config.root);
  const gone = new Set(store.keys());
  for (const { absolutePath, data, body, html, imagePaths } of content.articles) {
    const id = data.slug;
    gone.delete(id);
    const filePath = path.relative(root, absolutePath).split(path.sep).join('/');
    const parsed = await context.parseData({ id, data, filePath: absolutePath });
    const digest = context.generateDigest(JSON.stringify([data, body, html]));
    // Astro skips an entry whose digest it has, but forgets its images and modules in a new process.
    store.delete(id);
    store.set(
      html === undefined
        ? { id, data: parsed, filePath, digest, deferredRender: true }
        : {
            id,
            data: parsed,
            filePath,
            digest,
            rendered: {
              html,
              metadata: { headings: [], frontmatter: {}, imagePaths: [...imagePaths] },
            },
            assetImports: [...imagePaths],
          },
    );
  }
  for (const id of gone) store.delete(id);
}

/** Error that carries the whole report. */
class ContentError extends Error {
  override name = 'ContentError';
}

/**
 * Astro's door to the content folder: files found, front matter validated, bodies rendered,
 * diagnostics collected. In a build, errors end it; in dev they are printed and the rest is shown.
 */
export function articleLoader(): Loader {
  return {
    name: 'downlink-articles',
    load: async (context) => {
      const { watcher, logger } = context;
      const session = processSession();
      const refresh = async (): Promise<void> => {
        session.content ??= await session.compiler.compile();
        const { diagnostics, sourceOf } = session.content;
        const report = formatReport(diagnostics, sourceOf);
        if (!watcher && diagnostics.some(({ severity }) => severity === 'error')) {
          throw new ContentError(`The content has errors.\n\n${report}`);
        }
        if (watcher && report !== '') logger.warn(`\n${report}`);
        await fillStore(session.content, context);
        session.onCompiled();
      };
      await refresh();
      if (!watcher) return;

      const folder = session.compiler.settings.contentFolder;
      watcher.add(folder);
      let timer: NodeJS.Timeout | undefined;
      watcher.on('all', (_event, changed) => {
        if (!path.resolve(changed).startsWith(folder + path.sep)) return;
        clearTimeout(timer);
        timer = setTimeout(() => {
          session.content = undefined;
          refresh().catch((error: unknown) => {
            logger.error(String(error));
          });
        }, wait);
      });
    },
  };
}
