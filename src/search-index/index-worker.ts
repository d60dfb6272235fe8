import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { close } from 'pagefind';
import type { Glossary } from '../schemas/glossary.ts';
import { groupContent, tokensOfFormula } from '../search/formula-words.ts';
import { type ArticleRecord, type FormulaGroup, indexFiles, type LocaleTerms } from '../search/records.ts';
import { indexRecords, type IndexFile } from './pagefind-files.ts';
import { searchCopy } from './search-copy.ts';
import { hanTables, searchTerms } from './search-terms.ts';

/** What a thread is given: the records of an index, and the folder of its locale. */
export type IndexJob =
  | {
      readonly kind: 'articles';
      readonly folder: string;
      readonly records: readonly ArticleRecord[];
      readonly series: ReadonlyMap<string, string | undefined>;
      readonly glossary: Glossary;
      /** What the tables of terms say besides. */
      readonly locale: Omit<LocaleTerms, 'synonyms' | 'names' | 'words'>;
    }
  | {
      readonly kind: 'formulas';
      readonly folder: string;
      readonly records: readonly FormulaGroup[];
    };

function writeAll(files: readonly IndexFile[], folder: string): void {
  const made = new Set<string>();
  for (const { path: name, content } of files) {
    const file = path.join(folder, name);
    const parent = path.dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, content);
  }
}

async function indexArticles({ folder, records, series, glossary, locale }: IndexJob & { kind: 'articles' }) {
  const writeTables = (): void => {
    const terms: LocaleTerms = { ...searchTerms(records, glossary), ...locale };
    const tables = { [indexFiles.terms]: terms, [indexFiles.han]: hanTables(records, terms) };
    mkdirSync(folder, { recursive: true });
    for (const [name, table] of Object.entries(tables)) {
      writeFileSync(path.join(folder, name), JSON.stringify(table));
    }
  };
  const files = await indexRecords(
    records,
    'en',
    (index, record) =>
      index.addHTMLFile({ url: record.url, content: searchCopy(record, series.get(record.url)) }),
    writeTables,
  );
  writeAll(files, path.join(folder, indexFiles.articles));
}

async function indexFormulas({ folder, records }: IndexJob & { kind: 'formulas' }): Promise<void> {
  // Letters alone, which are nobody's language.
  const language = 'unknown';
  const files = await indexRecords(records, language, (index, { url, formulas }) => {
    const content = groupContent(formulas.map(({ text }) => tokensOfFormula(text)));
    return index.addCustomRecord({ url, content, language, meta: { title: '' } });
  });
  writeAll(files, path.join(folder, indexFiles.formulas));
}

// Each thread has a Pagefind of its own, which does its work in one thread of one process.
const job = workerData as IndexJob;
try {
  await (job.kind === 'articles' ? indexArticles(job) : indexFormulas(job));
  parentPort?.postMessage('finished');
} finally {
  await close();
}
