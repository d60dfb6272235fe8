import path from 'node:path';
import type { Plugin } from 'vite';
import { projectRoot } from './content-settings.ts';

/**
 * Lets an MDX file outside of the project import packages: those of the project, which its compiled
 * module needs (`astro/jsx-runtime`), are looked up from here and not from the file's own folder.
 */
export function resolveFromProject(contentFolder: string): Plugin {
  const importer = path.join(projectRoot, 'package.json');
  const outside = path.relative(projectRoot, contentFolder).startsWith('..');
  return {
    name: 'downlink:resolve-from-project',
    enforce: 'pre',
    async resolveId(source, from, options) {
      const isBare = /^[@\w]/u.test(source) && !path.isAbsolute(source);
      if (!outside || !isBare || !from?.startsWith(contentFolder)) return null;
      return this.resolve(source, importer, { ...options, skipSelf: true });
    },
  };
}
