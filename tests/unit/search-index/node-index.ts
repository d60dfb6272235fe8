import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, vi } from 'vitest';
import { once, turns } from '../../../src/client/in-turn.ts';
import type { SearchSource } from '../../../src/search/answer-query.ts';
import { indexFiles, type SearchTerms } from '../../../src/search/records.ts';
import type { SearchIndex } from '../../../src/search/search-index.ts';

interface PagefindModule {
  createInstance: (options: object) => SearchIndex & { init(): Promise<void>; filters(): Promise<unknown> };
}

/** Lets Pagefind's browser module read its files from disk. */
export function useFilesForFetch(): void {
  beforeAll(() => {
    vi.stubGlobal('fetch', (url: string) => {
      try {
        // As an address would be: folders that are left again need not be there.
        return Promise.resolve(new Response(readFileSync(path.normalize(url.replace(/\?.*$/u, '')))));
      } catch {
        return Promise.resolve(new Response('', { status: 404 }));
      }
    });
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });
}

/** Opens an index of Pagefind's as the worker does. @param runtime folder with the files that search. */
export async function openIndex(
  folder: string,
  options: object = {},
  runtime = folder,
): Promise<SearchIndex> {
  const address = pathToFileURL(path.join(runtime, 'pagefind.js')).href;
  const { createInstance } = (await import(/* @vite-ignore */ address)) as PagefindModule;
  const index = createInstance({ basePath: `${folder}/`, baseUrl: '/', metaCacheTag: 'v', ...options });
  await index.init();
  // Answers when all is there.
  await index.filters();
  return index;
}

/** What the worker opens in a browser, opened here. */
export function openFolder(folder: string, base = '/'): SearchSource {
  const json = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  const ofArticles = path.join(folder, indexFiles.articles);
  const ofFormulas = path.join(folder, indexFiles.formulas);
  const terms = json(indexFiles.terms) as SearchTerms;
  const inTurn = turns();
  const formulas = once(() => inTurn(() => openIndex(ofFormulas, {}, ofArticles)));
  return {
    articles: once(() => inTurn(() => openIndex(ofArticles))),
    terms,
    base,
    han: () => Promise.resolve(json(indexFiles.han) as Awaited<ReturnType<SearchSource['han']>>),
    ...(terms.hasFormulas ? { formulas } : {}),
  };
}
