import type { IncomingMessage } from 'node:http';
import type { AstroIntegration } from 'astro';
import type { DevEnvironment, EnvironmentModuleNode, ViteDevServer } from 'vite';
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

/** Makes pages in dev show the content as it is, however fast files change and pages are asked for. */
export function freshContent(): AstroIntegration {
  return {
    name: 'downlink:fresh-content',
    hooks: {
      'astro:server:setup': ({ server }) => {
        takeTurns(server);
      },
    },
  };
}
