import { readFile } from 'node:fs/promises';
import { glob } from 'tinyglobby';
import { projectRoot } from '../loader/content-settings.ts';

/** What a reader may see that no article holds: words, signs of components and of styles, the site's name. */
const interfaceSources = [
  'src/{components,layouts,pages,i18n,client,figures,styles,citations}/**/*.{ts,tsx,astro,css}',
  'src/site.config.ts',
];

/** Texts in which all characters of the interface occur. */
export async function interfaceTexts(): Promise<string[]> {
  const files = await glob(interfaceSources, { cwd: projectRoot, absolute: true });
  return Promise.all(files.map((file) => readFile(file, 'utf8')));
}
