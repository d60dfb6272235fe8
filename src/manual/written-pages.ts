import { configurationPage } from './configuration-page.ts';
import { diagnosticsPage } from './diagnostics-page.ts';

/** Pages of the manual that are written from code: their texts by their paths from the root of the project. */
export async function writtenPages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const language of ['zh', 'en'] as const) {
    const folder = `content/docs/${language}`;
    pages.set(`${folder}/configuration.md`, configurationPage(language, 11));
    pages.set(`${folder}/diagnostics.md`, await diagnosticsPage(language, 12));
  }
  return pages;
}
