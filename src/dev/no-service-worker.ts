import type { AstroIntegration } from 'astro';
import { bundleWorker } from '../build/write-service-worker.ts';
import { site } from '../site.config.ts';

/**
 * Removes, in dev, the service worker that a built site left in the browser under the same address: while
 * an author writes, nothing must come out of a cache.
 */
export function noServiceWorker(): AstroIntegration {
  return {
    name: 'downlink:no-service-worker',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (request.url?.split('?')[0] !== `${site.base}sw.js`) {
            next();
            return;
          }
          bundleWorker('tombstone', { base: site.base }).then((code) => {
            response.setHeader('content-type', 'text/javascript; charset=utf-8');
            response.setHeader('cache-control', 'no-cache');
            response.end(code);
          }, next);
        });
      },
    },
  };
}
