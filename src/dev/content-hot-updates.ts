import type { Plugin } from 'vite';
import { contentFolderOf } from '../loader/content-settings.ts';

/** Modules of Astro's that carry images and MDX files of the content. */
export const carriesContent = /\/content-(?:assets|modules)\.mjs$/u;

/** Keeps Vite from having every page loaded anew for the files of MDX articles and of Astro's lists of them. */
export function contentHotUpdates(): Plugin {
  const folder = contentFolderOf();
  return {
    name: 'downlink:content-hot-updates',
    hotUpdate: {
      order: 'pre',
      // Vite has forgotten the module by now; pages are told when its article has been compiled.
      handler: ({ file }) =>
        (file.endsWith('.mdx') && file.startsWith(folder)) || carriesContent.test(file) ? [] : undefined,
    },
  };
}
