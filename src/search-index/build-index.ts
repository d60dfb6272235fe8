import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { close } from 'pagefind';
import type { CompiledArticle } from '../loader/compile-article.ts';
import type { RenditionSource } from '../renditions/slot.ts';
import type { Glossary } from '../schemas/glossary.ts';
import { formulaWords, tokensOfFormula } from '../search/formula-words.ts';
import { type ArticleRecord, indexFiles, type FormulaRecord, type LocaleTerms } from '../search/records.ts';
import { articleRecord, formulaRecords } from './article-records.ts';
import { indexRecords, type IndexFile } from './pagefind-files.ts';
import { searchCopy } from './search-copy.ts';
import { hanTables, searchTerms } from './search-terms.ts';

/** Formulas whose records share a file. */
const formulasPerFile = 8;

function writeAll(files: readonly IndexFile[], folder: string): void {
  for (const { path: name, content } of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

async function indexArticles(records: readonly ArticleRecord[], series: Map<string, string | undefined>) {
  return indexRecords(records, 'en', (index, record) =>
    index.addHTMLFile({ url: record.url, content: searchCopy(record, series.get(record.url)) }),
  );
}

async function indexFormulas(records: readonly FormulaRecord[]): Promise<IndexFile[]> {
  // Letters alone, which are nobody's language.
  const language = 'unknown';
  return indexRecords(
    records,
    language,
    (index, { url, text }) => {
      const content = formulaWords(tokensOfFormula(text)).join(' ');
      return index.addCustomRecord({ url, content, language, meta: { title: '' } });
    },
    Math.ceil(records.length / formulasPerFile),
  );
}

/**
 * Writes the index of the articles of one locale, the one of their formulas, and the tables that
 * queries are compared with.
 *
 * @param folder where they go: `pagefind/<locale>/` of the site.
 * @param locale the language of the articles, and the locale to search when nothing is found in these.
 * @throws {SearchIndexError} when Pagefind reports an error.
 */
export async function buildSearchIndex(
  articles: readonly CompiledArticle[],
  glossary: Glossary,
  renditions: RenditionSource,
  folder: string,
  locale: Pick<LocaleTerms, 'language' | 'otherwise'> = {},
): Promise<void> {
  const records = articles.map(articleRecord);
  const series = new Map(
    articles.map(({ data }) => [encodeURI(data.path), data.series?.titles[data.locale] ?? data.series?.id]),
  );
  const formulas = articles
    .flatMap((article) => formulaRecords(article, renditions))
    .filter(({ text }) => tokensOfFormula(text).length > 0);
  const terms: LocaleTerms = {
    ...searchTerms(records, glossary),
    hasFormulas: formulas.length > 0,
    isEmpty: records.length === 0,
    ...locale,
  };
  if (terms.isEmpty) {
    writeAll([{ path: indexFiles.terms, content: Buffer.from(JSON.stringify(terms)) }], folder);
    return;
  }
  try {
    writeAll(await indexArticles(records, series), path.join(folder, indexFiles.articles));
    if (terms.hasFormulas) writeAll(await indexFormulas(formulas), path.join(folder, indexFiles.formulas));
  } finally {
    await close();
  }
  const tables = { [indexFiles.terms]: terms, [indexFiles.han]: hanTables(records, terms) };
  for (const [name, table] of Object.entries(tables)) {
    writeFileSync(path.join(folder, name), JSON.stringify(table));
  }
}
