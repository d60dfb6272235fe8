import type { IncomingMessage } from 'node:http';
import type { AstroIntegration } from 'astro';
import type { DevEnvironment, EnvironmentModuleNode, HotPayload, ViteDevServer } from 'vite';
import { loaderName } from '../loader/shared.ts';
import { processSession } from '../loader/session.ts';
import { carriesContent, contentHotUpdates } from './content-hot-updates.ts';
import { requestTurns } from './request-turns.ts';

/** Tells open pages that the content has changed; `client/fresh-page.ts` listens. */
const event = 'downlink:content';

const contentModules = ({ moduleGraph }: DevEnvironment): EnvironmentModuleNode[] =>
  [...moduleGraph.idToModuleMap.values()].filter(({ id }) => carriesContent.test(id ?? ''));

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
  /** Forgets which images and MDX files there are. */
  readonly forgetFiles: () => void;
}

function takeTurns({ environments, middlewares }: ViteDevServer): Freshness {
  const all = Object.values(environments);
  let changedAt = 0;
  const version = (): string => String(changedAt);
  const forgetPages = (): void => {
    // Astro's own message: it forgets which pages there are.
    for (const environment of all) environment.hot.send('astro:content-changed', {});
  };
  const forgetFiles = (): void => {
    for (const environment of all)
      for (const module of contentModules(environment)) environment.moduleGraph.invalidateModule(module);
  };
  const { enter } = requestTurns(
    () =>
      Math.max(
        changedAt,
        ...all
          .flatMap(contentModules)
          .flatMap((module) => [module.lastHMRTimestamp, module.lastInvalidationTimestamp]),
      ),
    () => {
      forgetFiles();
      forgetPages();
    },
  );
  middlewares.use((request, response, next) => {
    if (!isPage(request)) {
      next();
      return;
    }
    void enter().then((leave) => {
      response.once('close', leave);
      response.setHeader('server-timing', `content;desc="${version()}"`);
      next();
    });
  });
  return {
    forgetFiles,
    version,
    note: () => {
      changedAt = Date.now();
      forgetPages();
    },
  };
}

/**
 * Keeps Astro from having every page loaded anew when it has written its store: pages have been told before.
 * It asks for that in the same breath in which it says that the content has changed.
 */
function passOverReloads({ environments }: ViteDevServer): void {
  let isContent = false;
  for (const [name, { hot }] of Object.entries(environments)) {
    const send = hot.send.bind(hot);
    hot.send = (...payload: [HotPayload] | [event: string, data?: unknown]): void => {
      const [first] = payload;
      if (first === 'astro:content-changed') {
        isContent = true;
        queueMicrotask(() => (isContent = false));
      }
      const isReload = typeof first === 'object' && first.type === 'full-reload';
      if (!(isReload && isContent && name === 'client')) Reflect.apply(send, hot, payload);
    };
  }
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
      'astro:server:setup': ({ server, refreshContent }) => {
        const freshness = takeTurns(server);
        passOverReloads(server);
        const session = processSession();
        const { hot } = server.environments.client;
        hot.on('downlink:opened', (printed, page) => {
          if (printed !== freshness.version()) page.send(event);
        });
        session.writeImports = async () => {
          await refreshContent?.({ loaders: [loaderName], context: { writes: true } });
          freshness.forgetFiles();
        };
        session.onCompiled.set('pages', () => {
          forgetModules(server);
          freshness.note();
          hot.send(event);
        });
      },
    },
  };
}
