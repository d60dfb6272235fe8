import type { Plugin } from 'vite';
import { entriesModule } from './article-entries.ts';

/** What Astro's runtime imports its collections from. */
const store = 'astro:data-layer-content';
const ours = '\0downlink:articles';

/**
 * Lets pages read articles from memory: in a build a file of all of them would be bundled, in dev it would be
 * written half a second after a change, and read again as a whole.
 */
export function articlesInMemory(): Plugin {
  return {
    name: 'downlink:articles-in-memory',
    resolveId: {
      order: 'pre',
      handler: (source) => (source === store ? ours : null),
    },
    load: (id) => (id === ours ? { code: entriesModule, map: null } : null),
  };
}
