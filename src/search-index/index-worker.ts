import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { close } from 'pagefind';
import type { Glossary } from '../schemas/glossary.ts';
import { type ArticleRecord, type FormulaGroup, indexFiles, type LocaleTerms } from '../search/records.ts';
import { articlePage } from './article-page.ts';
import type { Facet } from './article-records.ts';
import { formulaTokens, type FormulaTokens, textWords, type TextWords } from './article-words.ts';
import type { PackedFile } from './index-files.ts';
import { hanTables, searchTerms, type Vocabulary, VocabularyCounts } from './search-terms.ts';
import { type IndexPage, writeIndex } from './write-index.ts';

/** What articles can be filtered by, by their addresses. */
type FacetsByUrl = ReadonlyMap<string, readonly Facet[]>;

/** What an earlier build has found out, as JSON, or what is needed to find it out. */
export type Known<Needed> = { readonly kept: string } | { readonly of: Needed };

/** What a thread is given: what goes into an index, and the folder of its locale. */
export type IndexJob =
  | {
      readonly kind: 'articles';
      readonly folder: string;
      readonly records: readonly ArticleRecord[];
      /** Words of the records, in their order. */
      readonly words: readonly Known<undefined>[];
      readonly facets: FacetsByUrl;
      readonly glossary: Glossary;
      /** What the tables of terms say besides. */
      readonly locale: Omit<LocaleTerms, 'synonyms' | 'names' | 'words'>;
    }
  | {
      readonly kind: 'formulas';
      readonly folder: string;
      /** Those of each article. */
      readonly words: readonly Known<readonly FormulaGroup[]>[];
      readonly facets: FacetsByUrl;
    };

/** What a thread says: words that it has found out, to be kept, or that all is done. */
export type IndexMessage = { readonly place: number; readonly words: string } | 'finished';

type ArticleJob = IndexJob & { readonly kind: 'articles' };
type FormulaJob = IndexJob & { readonly kind: 'formulas' };

/** What Pagefind takes articles for. */
const articleLanguage = 'en';

const say = (message: IndexMessage): void => parentPort?.postMessage(message);

function writeTables({ folder, records, glossary, locale }: ArticleJob, vocabulary: Vocabulary): void {
  const terms: LocaleTerms = { ...searchTerms(records, glossary, vocabulary), ...locale };
  const tables = { [indexFiles.terms]: terms, [indexFiles.han]: hanTables(vocabulary, terms) };
  mkdirSync(folder, { recursive: true });
  for (const [name, table] of Object.entries(tables)) {
    writeFileSync(path.join(folder, name), JSON.stringify(table));
  }
}

function* articlePages(
  { records, words, facets }: ArticleJob,
  vocabulary: VocabularyCounts,
): Generator<IndexPage> {
  for (const [place, record] of records.entries()) {
    const known = words[place];
    const own = known && 'kept' in known ? (JSON.parse(known.kept) as TextWords) : textWords(record);
    const { vocabulary: ofArticle, fragment, text, names } = own;
    vocabulary.add(ofArticle);
    const onPacked = (file: PackedFile): void => {
      say({ place, words: JSON.stringify({ ...own, fragment: file } satisfies TextWords) });
    };
    const page = articlePage(record, facets.get(record.url) ?? [], { text, names });
    yield { ...page, fragment, onPacked };
  }
}

function* formulaPages({ words, facets }: FormulaJob): Generator<IndexPage> {
  for (const [place, known] of words.entries()) {
    const groups = 'of' in known ? known.of : [];
    const own = 'kept' in known ? (JSON.parse(known.kept) as FormulaTokens[]) : groups.map(formulaTokens);
    const packed: FormulaTokens[] = [];
    for (const [number, one] of own.entries()) {
      const { url, tokens, fragment } = one;
      const onPacked = (file: PackedFile): void => {
        packed[number] = { ...one, fragment: file };
        if (Object.keys(packed).length === own.length) say({ place, words: JSON.stringify(packed) });
      };
      const filters = facets.get(url.replace(/#.*$/u, '')) ?? [];
      yield { text: [{ tokens }], filters, record: groups[number] ?? { url }, fragment, onPacked };
    }
    if ('of' in known && own.length === 0) say({ place, words: '[]' });
  }
}

async function runJob(job: IndexJob): Promise<void> {
  const folder = path.join(job.folder, indexFiles[job.kind]);
  if (job.kind === 'articles') {
    const vocabulary = new VocabularyCounts();
    await writeIndex(articlePages(job, vocabulary), articleLanguage, folder);
    writeTables(job, vocabulary.all);
  } else {
    // Letters alone, which are nobody's language; no English word ends as they do, so none is stemmed.
    const shared = { folder: `../${indexFiles.articles}`, language: articleLanguage };
    await writeIndex(formulaPages(job), 'unknown', folder, shared);
  }
}

// Each thread has a Pagefind of its own.
const job = workerData as IndexJob;
try {
  await runJob(job);
  say('finished');
} finally {
  await close();
}
