import type { Plugin } from 'vite';
import { entriesModule } from './article-entries.ts';

/** What Astro's runtime imports its collections from. */
const store = 'astro:data-layer-content';
const ours = '\0downlink:articles';

/** Lets the pages of a build read articles from memory, where a file of all of them would be bundled. */
export function articlesInMemory(): Plugin {
  return {
    name: 'downlink:articles-in-memory',
    apply: 'build',
    resolveId: {
      order: 'pre',
      handler: (source) => (source === store ? ours : null),
    },
    load: (id) => (id === ours ? { code: entriesModule, map: null } : null),
  };
}
