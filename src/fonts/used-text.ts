import { readFile } from 'node:fs/promises';
import { glob } from 'tinyglobby';
import type { CompiledArticle } from '../loader/compile-article.ts';
import { projectRoot } from '../loader/content-settings.ts';
import type { Rendition } from '../renditions/slot.ts';

/** What a reader may see that no article holds: words, signs of components and of styles, the site's name. */
const interfaceSources = [
  'src/{components,layouts,pages,i18n,client,figures,styles,citations}/**/*.{ts,tsx,astro,css}',
  'src/site.config.ts',
];

/** Texts in which all characters of the site's pages occur, markup and comments among them. */
export async function usedTexts(
  articles: readonly CompiledArticle[],
  renditions: Iterable<Rendition>,
): Promise<string[]> {
  const files = await glob(interfaceSources, { cwd: projectRoot, absolute: true });
  const sources = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const written = articles.flatMap(({ data, body, html, sections }) => [
    JSON.stringify([data, sections]),
    body,
    html ?? '',
  ]);
  const rendered = [...renditions].map((one) => (one.kind === 'formula' ? one.text : one.html));
  return [...sources, ...written, ...rendered];
}
