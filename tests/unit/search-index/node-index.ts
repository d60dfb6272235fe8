import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, vi } from 'vitest';
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
        return Promise.resolve(new Response(readFileSync(url.replace(/\?.*$/u, ''))));
      } catch {
        return Promise.resolve(new Response('', { status: 404 }));
      }
    });
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });
}

/** Opens an index of Pagefind's as the worker does. */
export async function openIndex(folder: string, options: object = {}): Promise<SearchIndex> {
  const address = pathToFileURL(path.join(folder, 'pagefind.js')).href;
  const { createInstance } = (await import(/* @vite-ignore */ address)) as PagefindModule;
  const index = createInstance({ basePath: `${folder}/`, baseUrl: '/', metaCacheTag: 'v', ...options });
  await index.init();
  await index.filters();
  return index;
}

/** What the worker opens in a browser, opened here. */
export async function openFolder(folder: string, base = '/'): Promise<SearchSource> {
  const json = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  const index = await openIndex(path.join(folder, indexFiles.articles));
  const terms = json(indexFiles.terms) as SearchTerms;
  return {
    index,
    terms,
    base,
    han: () => Promise.resolve(json(indexFiles.han) as Awaited<ReturnType<SearchSource['han']>>),
    ...(terms.hasFormulas ? { formulas: () => openIndex(path.join(folder, indexFiles.formulas)) } : {}),
  };
}
