import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { close } from 'pagefind';
import type { Glossary } from '../schemas/glossary.ts';
import { type ArticleRecord, indexFiles, type LocaleTerms } from '../search/records.ts';
import { articlePage, codeWeight } from './article-page.ts';
import type { ArticleFormulas, Facet } from './article-records.ts';
import { countWords } from './count-words.ts';
import { formulaGroups, formulaTokens, type FormulaTokens } from './formula-page.ts';
import type { PackedFile } from './index-files.ts';
import type { LastFiles, WrittenFiles } from './last-index.ts';
import { scanWords } from './scan-words.ts';
import { hanTables, searchTerms } from './search-terms.ts';
import { cutAtSpaces } from './token-log.ts';
import { type IndexPage, writeIndex, type WrittenTokens } from './write-index.ts';

/** What articles can be filtered by, by their addresses. */
type FacetsByUrl = ReadonlyMap<string, readonly Facet[]>;

/** What an earlier build has found out of an article's formulas, as JSON, or these. */
export type KnownFormulas = { readonly kept: string } | { readonly of: ArticleFormulas };

/** What a thread is given: what goes into an index, and the folder of its locale. */
export type IndexJob = {
  /** The index of the last site, in its own folder. */
  readonly last?: LastFiles | undefined;
} & (
  | {
      readonly kind: 'articles';
      readonly folder: string;
      readonly records: readonly ArticleRecord[];
      /** Files of the records that an earlier build has packed, as JSON, in their order. */
      readonly fragments: readonly (string | undefined)[];
      readonly facets: FacetsByUrl;
      readonly glossary: Glossary;
      /** What the tables of terms say besides. */
      readonly locale: Omit<LocaleTerms, 'synonyms' | 'names' | 'words'>;
    }
  | {
      readonly kind: 'formulas';
      readonly folder: string;
      /** Those of each article. */
      readonly words: readonly KnownFormulas[];
      readonly facets: FacetsByUrl;
    }
);

/** What a thread says: what it has found out of an article, to be kept, or that all is done, with the files that it has packed. */
export type IndexMessage =
  { readonly place: number; readonly found: string } | { readonly files: WrittenFiles };

type ArticleJob = IndexJob & { readonly kind: 'articles' };
type FormulaJob = IndexJob & { readonly kind: 'formulas' };

/** What Pagefind takes articles for. */
const articleLanguage = 'en';

const say = (message: IndexMessage): void => parentPort?.postMessage(message);

function writeTables({ folder, records, glossary, locale }: ArticleJob, written: WrittenTokens): void {
  const vocabulary = countWords(written.text, written.tokens, codeWeight);
  const terms: LocaleTerms = { ...searchTerms(records, glossary, vocabulary), ...locale };
  const tables = { [indexFiles.terms]: terms, [indexFiles.han]: hanTables(vocabulary, terms) };
  mkdirSync(folder, { recursive: true });
  for (const [name, table] of Object.entries(tables)) {
    writeFileSync(path.join(folder, name), JSON.stringify(table));
  }
}

function* articlePages({ records, fragments, facets }: ArticleJob): Generator<IndexPage> {
  for (const [place, record] of records.entries()) {
    const kept = fragments[place];
    const fragment = kept === undefined ? undefined : (JSON.parse(kept) as PackedFile);
    const onPacked = (file: PackedFile): void => {
      say({ place, found: JSON.stringify(file) });
    };
    yield { ...articlePage(record, facets.get(record.url) ?? []), fragment, onPacked };
  }
}

function* formulaPages({ words, facets }: FormulaJob): Generator<IndexPage> {
  for (const [place, known] of words.entries()) {
    const groups = 'of' in known ? formulaGroups(known.of) : [];
    const own = 'kept' in known ? (JSON.parse(known.kept) as FormulaTokens[]) : groups.map(formulaTokens);
    const packed: FormulaTokens[] = [];
    for (const [number, one] of own.entries()) {
      const { url, tokens, fragment } = one;
      const onPacked = (file: PackedFile): void => {
        packed.push({ ...one, fragment: file });
      };
      const filters = facets.get(url.replace(/#.*$/u, '')) ?? [];
      yield { text: [{ text: tokens }], filters, record: groups[number] ?? { url }, fragment, onPacked };
    }
    // Each was packed before the next one was asked for.
    if ('of' in known) say({ place, found: JSON.stringify(packed) });
  }
}

/** @returns the files that were packed, by their paths in the folder of the job. */
async function runJob(job: IndexJob): Promise<WrittenFiles> {
  const folder = path.join(job.folder, indexFiles[job.kind]);
  if (job.kind === 'articles') {
    const written = await writeIndex(
      articlePages(job),
      scanWords,
      articleLanguage,
      folder,
      undefined,
      job.last,
    );
    writeTables(job, written);
    return written.files;
  } else {
    // Letters alone, which are nobody's language; no English word ends as they do, so none is stemmed.
    const shared = { folder: `../${indexFiles.articles}`, language: articleLanguage };
    return (await writeIndex(formulaPages(job), cutAtSpaces, 'unknown', folder, shared, job.last)).files;
  }
}

// Each thread has a Pagefind of its own.
const job = workerData as IndexJob;
try {
  say({ files: await runJob(job) });
} finally {
  await close();
}
