import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { type KnownImages, watchImages } from './asked-images.ts';
import type { BundledApp } from './kept-bundle.ts';
import type { PageKeeping } from './page-keeping.ts';

/** What Astro's own prerenderer has beside its interface, once it is set up. */
type StandardPrerenderer = AstroPrerenderer & { readonly app?: BundledApp };

/** What a build that keeps pages is told. */
export interface KeepingOptions {
  readonly keeping: PageKeeping;
  /** Base path of the site. */
  readonly base: string;
  /**
   * Hears of what has been bundled, before anything is printed: the folder of modules, what they make, and the
   * images that are asked for from then on.
   */
  readonly onBundled: (modules: string, app: BundledApp, images: KnownImages) => void;
}

/** Lets Astro print those pages only that the last build has not printed to the same bytes. */
export function keepingPrerenderer({ keeping, base, onBundled }: KeepingOptions): AstroIntegration {
  let modules: string | undefined;
  /** The page that is being printed: what pages leave beside themselves could not be told apart. */
  let last: Promise<unknown> = Promise.resolve();
  return {
    name: 'downlink-kept-pages',
    hooks: {
      'astro:build:setup': ({ vite }) => {
        modules = vite.environments?.prerender?.build?.outDir;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard: StandardPrerenderer) => ({
          ...standard,
          name: 'downlink',
          setup: async () => {
            await standard.setup?.();
            const images = watchImages();
            if (modules !== undefined && standard.app) onBundled(modules, standard.app, images);
          },
          getStaticPaths: async () => keeping.untaken(await standard.getStaticPaths()),
          render: (request, options) => {
            const address = decodeURI(new URL(request.url).pathname).slice(base.length);
            const printed = last.then(() =>
              keeping.print(address, async () => {
                const result = await standard.render(request, options);
                return 'response' in result ? result.response : result;
              }),
            );
            // Astro hears of the first error, and ends; what is behind it waits for ever.
            last = printed.catch(() => new Promise(() => undefined));
            return printed;
          },
        }));
      },
    },
  };
}
