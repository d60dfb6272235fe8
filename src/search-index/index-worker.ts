import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { close } from 'pagefind';
import type { Glossary } from '../schemas/glossary.ts';
import { groupContent, tokensOfFormula } from '../search/formula-words.ts';
import { type ArticleRecord, type FormulaGroup, indexFiles, type LocaleTerms } from '../search/records.ts';
import { articlePage } from './article-page.ts';
import type { Facet } from './article-records.ts';
import { hanTables, searchTerms, vocabularyOf } from './search-terms.ts';
import { type IndexPage, writeIndex } from './write-index.ts';

/** What articles can be filtered by, by their addresses. */
type FacetsByUrl = ReadonlyMap<string, readonly Facet[]>;

/** What a thread is given: the records of an index, and the folder of its locale. */
export type IndexJob =
  | {
      readonly kind: 'articles';
      readonly folder: string;
      readonly records: readonly ArticleRecord[];
      readonly facets: FacetsByUrl;
      readonly glossary: Glossary;
      /** What the tables of terms say besides. */
      readonly locale: Omit<LocaleTerms, 'synonyms' | 'names' | 'words'>;
    }
  | {
      readonly kind: 'formulas';
      readonly folder: string;
      readonly records: readonly FormulaGroup[];
      readonly facets: FacetsByUrl;
    };

type ArticleJob = IndexJob & { readonly kind: 'articles' };
type FormulaJob = IndexJob & { readonly kind: 'formulas' };

function writeTables({ folder, records, glossary, locale }: ArticleJob): void {
  const vocabulary = vocabularyOf(records);
  const terms: LocaleTerms = { ...searchTerms(records, glossary, vocabulary), ...locale };
  const tables = { [indexFiles.terms]: terms, [indexFiles.han]: hanTables(vocabulary, terms) };
  mkdirSync(folder, { recursive: true });
  for (const [name, table] of Object.entries(tables)) {
    writeFileSync(path.join(folder, name), JSON.stringify(table));
  }
}

function* articlePages({ records, facets }: ArticleJob): Generator<IndexPage> {
  for (const record of records) yield articlePage(record, facets.get(record.url) ?? []);
}

function* formulaPages({ records, facets }: FormulaJob): Generator<IndexPage> {
  for (const record of records) {
    const tokens = groupContent(record.formulas.map(({ text }) => tokensOfFormula(text)));
    const filters = facets.get(record.url.replace(/#.*$/u, '')) ?? [];
    yield { text: [{ tokens }], filters, record };
  }
}

async function runJob(job: IndexJob): Promise<void> {
  const folder = path.join(job.folder, indexFiles[job.kind]);
  if (job.kind === 'articles') {
    await writeIndex(articlePages(job), 'en', folder);
    writeTables(job);
  } else {
    // Letters alone, which are nobody's language.
    await writeIndex(formulaPages(job), 'unknown', folder);
  }
}

// Each thread has a Pagefind of its own.
const job = workerData as IndexJob;
try {
  await runJob(job);
  parentPort?.postMessage('finished');
} finally {
  await close();
}
