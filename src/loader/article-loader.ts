import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { formatReport } from '../diagnostics/report-text.ts';
import { type CopyAddress, markdownCopies } from '../markdown-copies.ts';
import { siteGlossary } from '../site-glossary.ts';
import type { CompiledArticle } from './compile-article.ts';
import type { CompiledContent } from './content-compiler.ts';
import { processSession } from './session.ts';
import { Turns } from './turns.ts';

/**
 * Milliseconds to wait for more changes. An editor may write several files at once, and the watcher says
 * nothing of a file that changes again within 50 ms.
 */
const wait = 60;

type Watcher = NonNullable<LoaderContext['watcher']>;

/** The image files that an article's copy shows, for Astro, which knows where it puts them. */
function imagesOf(copy: CompiledArticle['copy']): { path: string; file: string }[] {
  const isImage = (piece: string | CopyAddress): piece is CopyAddress =>
    typeof piece !== 'string' && piece.kind === 'image';
  const paths = new Set(copy.filter(isImage).map(({ url }) => url));
  return [...paths].map((path) => ({ path, file: path }));
}

/** Puts compiled articles into Astro's store; what is gone is deleted. */
async function fillStore(
  { articles, glossary }: Pick<CompiledContent, 'articles' | 'glossary'>,
  context: LoaderContext,
): Promise<void> {
  siteGlossary().current = glossary;
  const { store, config } = context;
  const root = fileURLToPath(config.root);
  const gone = new Set(store.keys());
  // Before the store knows an article, its copy is there; one that is gone does no harm.
  for (const { data, copy } of articles) markdownCopies().set(data.path, copy);
  for (const { absolutePath, data, html, imagePaths, copy, digest, hasFiles } of articles) {
    const id = `${data.locale}/${data.section}/${data.slug}`;
    gone.delete(id);
    const filePath = path.relative(root, absolutePath).split(path.sep).join('/');
    const images = imagesOf(copy);
    const whole = { ...data, images, digest: hasFiles ? undefined : digest };
    const parsed = await context.parseData({ id, data: whole, filePath: absolutePath });
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
