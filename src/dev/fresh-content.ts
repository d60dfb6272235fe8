import type { IncomingMessage } from 'node:http';
import type { AstroIntegration } from 'astro';
import type { DevEnvironment, EnvironmentModuleNode, ViteDevServer } from 'vite';
import { processSession } from '../loader/session.ts';
import { requestTurns } from './request-turns.ts';

/** Modules of Astro's that carry the content: entries, their images, and MDX files. */
const carriesContent = /astro:data-layer-content|\/content-(?:assets|modules)\.mjs$/u;

const contentModules = ({ moduleGraph }: DevEnvironment): EnvironmentModuleNode[] =>
  [...moduleGraph.idToModuleMap.values()].filter(({ id }) => carriesContent.test(id ?? ''));

/** Whether an address is that of a page or a feed, and not of a module or an image. */
function isPage({ url = '' }: IncomingMessage): boolean {
  const [path = ''] = url.split(/[?#]/u);
  return !path.startsWith('/@') && (!/\.\w+$/u.test(path) || /\.(?:xml|txt|html)$/u.test(path));
}

function takeTurns({ environments, middlewares }: ViteDevServer): void {
  const all = Object.values(environments);
  const { enter } = requestTurns(
    () =>
      Math.max(
        ...all
          .flatMap(contentModules)
          .flatMap((module) => [module.lastHMRTimestamp, module.lastInvalidationTimestamp]),
      ),
    () => {
      for (const environment of all) {
        for (const module of contentModules(environment)) environment.moduleGraph.invalidateModule(module);
        // Astro's own message: it forgets which pages there are.
        environment.hot.send('astro:content-changed', {});
      }
    },
  );
  middlewares.use((request, response, next) => {
    if (!isPage(request)) {
      next();
      return;
    }
    void enter().then((leave) => {
      response.once('close', leave);
      next();
    });
  });
}

/**
 * Shows an MDX article anew whose own file is as it was, but not what it includes or cites: Vite, which
 * watches the article, cannot know of that.
 */
function reloadModules({ environments }: ViteDevServer): void {
  const changed = processSession().content?.changedModules ?? [];
  for (const { moduleGraph } of Object.values(environments)) {
    for (const file of changed) moduleGraph.onFileChange(file);
  }
  if (changed.length > 0) environments.client.hot.send({ type: 'full-reload', path: '*' });
}

/** Makes pages in dev show the content as it is, however fast files change and pages are asked for. */
export function freshContent(): AstroIntegration {
  return {
    name: 'downlink:fresh-content',
    hooks: {
      'astro:server:setup': ({ server }) => {
        takeTurns(server);
        processSession().onCompiled.set('modules', () => {
          reloadModules(server);
        });
      },
    },
  };
}
