import type { Plugin } from 'vite';
import { entriesModule, imagesModule, mdxModule } from './article-entries.ts';

/** The module of the images that articles show; out of date when these are others. */
export const imagesId = '\0downlink:article-images';

/** What Astro's runtime imports, and what stands for it. */
interface Instead {
  readonly id: string;
  readonly code: () => string;
  /** A build bundles the list of what entries bring that Astro has written. */
  readonly isForDev?: true;
}

const insteadOf: Readonly<Record<string, Instead>> = {
  'astro:data-layer-content': { id: '\0downlink:articles', code: () => entriesModule },
  'astro:asset-imports': { id: imagesId, code: imagesModule, isForDev: true },
  'astro:content-module-imports': { id: '\0downlink:article-modules', code: () => mdxModule, isForDev: true },
};

/**
 * Lets pages read articles from memory: in a build a file of all of them would be bundled, in dev files would
 * be written half a second after a change, into the project, whatever folder it serves, and read again.
 */
export function articlesInMemory(): Plugin {
  return {
    name: 'downlink:articles-in-memory',
    resolveId: {
      order: 'pre',
      handler(source) {
        const instead = insteadOf[source];
        return instead && !(instead.isForDev && this.environment.mode === 'build') ? instead.id : null;
      },
    },
    load: (id) => {
      const instead = Object.values(insteadOf).find((one) => one.id === id);
      return instead ? { code: instead.code(), map: null } : null;
    },
  };
}
