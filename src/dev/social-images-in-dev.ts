import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { cacheRootOf } from '../loader/content-settings.ts';
import { DiskCache } from '../renditions/disk-cache.ts';
import { site } from '../site.config.ts';
import { offerSocialImages, processSocialImages } from '../social-images/shared.ts';

/** Loads what draws, which an author who starts the server should not wait for. */
async function offerImages(): Promise<void> {
  const { SocialImages } = await import('../social-images/social-images.ts');
  offerSocialImages(new SocialImages(new DiskCache(path.join(cacheRootOf(), 'social-images'))));
}

/** Draws social images when the dev server is asked for one; what a build has drawn is taken from there. */
export function socialImagesInDev(): AstroIntegration {
  return {
    name: 'downlink:social-images-in-dev',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        if (!site.socialImages) return;
        let offered: Promise<void> | undefined;
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '', 'http://localhost');
          offered ??= offerImages();
          void offered
            .then(() => processSocialImages()?.read(pathname.slice(site.base.length - 1)))
            .then((png) => {
              if (!png) {
                next();
                return;
              }
              response.setHeader('content-type', 'image/png');
              response.end(png);
            })
            .catch((error: unknown) => {
              logger.error(String(error));
              response.statusCode = 500;
              response.end();
            });
        });
      },
    },
  };
}
