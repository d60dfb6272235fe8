import type { Plugin } from 'vite';
import { contentFolderOf } from '../loader/content-settings.ts';

/** Keeps Vite from having every page loaded anew for the files of MDX articles. */
export function contentHotUpdates(): Plugin {
  const folder = contentFolderOf();
  return {
    name: 'downlink:content-hot-updates',
    hotUpdate: {
      order: 'pre',
      // Vite has forgotten the module by now; pages are told when its article has been compiled.
      handler: ({ file }) => (file.endsWith('.mdx') && file.startsWith(folder) ? [] : undefined),
    },
  };
}
