import { readFile } from 'node:fs/promises';
import { glob } from 'tinyglobby';
import type { CompiledArticle } from '../loader/compile-article.ts';
import { projectRoot } from '../loader/content-settings.ts';
import type { DiskMemo } from '../loader/disk-memo.ts';
import type { RenditionSource } from '../renditions/slot.ts';
import { charactersOf } from './characters.ts';
import type { MathFaces, MathUse } from './math-faces.ts';

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

/** What an article uses. */
export interface ArticleUse {
  /** All characters of its pages, once, markup and comments among them. */
  readonly characters: string;
  /** What its formulas use. */
  readonly math: MathUse;
}

/**
 * Finds out what an article uses, or finds it found out.
 *
 * @param madeOf plain data: what the answer depends on besides the article and the memo's modules.
 */
export function articleUse(
  { data, body, html, sections, keys, digest }: CompiledArticle,
  renditions: RenditionSource,
  faces: MathFaces,
  { memo, madeOf }: { readonly memo: DiskMemo; readonly madeOf: unknown },
): Promise<ArticleUse> {
  return memo.of([digest, madeOf], () => {
    const shown = keys.flatMap((key) => renditions.find(key) ?? []);
    const texts = shown.map((one) => (one.kind === 'formula' ? one.text : one.html));
    return Promise.resolve({
      characters: charactersOf([JSON.stringify([data, sections]), body, html ?? '', ...texts]),
      math: faces.useOf(shown.flatMap((one) => (one.kind === 'formula' ? one.html : []))),
    });
  });
}
