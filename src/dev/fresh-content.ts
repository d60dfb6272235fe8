import type { IncomingMessage } from 'node:http';
import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { imagesModule } from '../loader/article-entries.ts';
import { processSession } from '../loader/session.ts';
import { imagesId } from '../loader/vite-articles-in-memory.ts';
import { askedArticles } from './asked-articles.ts';
import { contentHotUpdates } from './content-hot-updates.ts';
import { requestTurns } from './request-turns.ts';

/** Tells open pages that the content has changed; `client/fresh-page.ts` listens. */
const event = 'downlink:content';

/** Whether an address is that of a page or a feed, and not of a module or an image. */
function isPage({ url = '' }: IncomingMessage): boolean {
  const [path = ''] = url.split(/[?#]/u);
  return !path.startsWith('/@') && (!/\.\w+$/u.test(path) || /\.(?:xml|txt|html)$/u.test(path));
}

/** Lets pages see the content as it is. */
interface Freshness {
  /** To be called when the content has changed. */
  readonly note: () => void;
  /** When it has changed last; pages carry this as their `Server-Timing`. */
  readonly version: () => string;
}

function takeTurns({ environments, middlewares }: ViteDevServer): Freshness {
  const all = Object.values(environments);
  let changedAt = 0;
  let images = '';
  const version = (): string => String(changedAt);
  const forgetPages = (): void => {
    // Astro's own message: it forgets which pages there are.
    for (const environment of all) environment.hot.send('astro:content-changed', {});
  };
  const forgetImages = (): void => {
    for (const { moduleGraph } of all) {
      const module = moduleGraph.getModuleById(imagesId);
      if (module) moduleGraph.invalidateModule(module);
    }
  };
  const { enter } = requestTurns(
    () => changedAt,
    () => {
      forgetImages();
      forgetPages();
    },
  );
  middlewares.use((request, response, next) => {
    const asked = askedArticles(request.url ?? '');
    if (!isPage(request)) {
      void asked.then(next);
      return;
    }
    void asked.then(enter).then((leave) => {
      response.once('close', leave);
      response.setHeader('server-timing', `content;desc="${version()}"`);
      next();
    });
  });
  return {
    version,
    note: () => {
      changedAt = Date.now();
      const before = images;
      images = imagesModule();
      if (images !== before) forgetImages();
      forgetPages();
    },
  };
}

/**
 * Shows an MDX article anew whose own file is as it was, but not what it includes or cites: Vite, which
 * watches the article, cannot know of that.
 */
function forgetModules({ environments }: ViteDevServer): void {
  const changed = processSession().content?.changedModules ?? [];
  for (const { moduleGraph } of Object.values(environments))
    for (const file of changed) moduleGraph.onFileChange(file);
}

/** Makes pages in dev show the content as it is, however fast files change and pages are asked for. */
export function freshContent(): AstroIntegration {
  return {
    name: 'downlink:fresh-content',
    hooks: {
      'astro:config:setup': ({ command, injectScript, updateConfig }) => {
        if (command !== 'dev') return;
        updateConfig({ vite: { plugins: [contentHotUpdates()] } });
        injectScript('page', `import '/src/client/fresh-page.ts';`);
      },
      'astro:server:setup': ({ server }) => {
        const freshness = takeTurns(server);
        const session = processSession();
        const { hot } = server.environments.client;
        hot.on('downlink:opened', (printed, page) => {
          if (printed !== freshness.version()) page.send(event);
        });
        session.onCompiled.set('pages', () => {
          forgetModules(server);
          freshness.note();
          hot.send(event);
        });
      },
    },
  };
}
