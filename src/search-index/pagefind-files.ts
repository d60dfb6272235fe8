import { gunzipSync, gzipSync } from 'node:zlib';
import { createIndex, type PagefindIndex } from 'pagefind';

/** Thrown when Pagefind refuses something. */
export class SearchIndexError extends Error {
  override name = 'SearchIndexError';
}

/** A file to be written below the folder of an index. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What stands before every file that Pagefind compresses. */
const signature = 'pagefind_dcd';
/** Requests to Pagefind under way at a time. */
const together = 32;

/** Refuses what Pagefind could not do. */
export function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new SearchIndexError(`Pagefind: ${errors.join('; ')}`);
}

/** What Pagefind keeps of a page in a fragment file, as far as it is used here. */
interface Fragment {
  readonly url: string;
  readonly word_count: number;
}

/**
 * A fragment with our record in place of the text that was indexed: the record is what a hit is read
 * from, and the bigrams in Pagefind's copy are of no use to anyone. The fields that Pagefind's own
 * reader touches stay.
 */
function withRecord({ url, word_count }: Fragment, records: ReadonlyMap<string, object>): object {
  const record = records.get(url);
  if (!record) throw new SearchIndexError(`Pagefind made a fragment of an unknown address: ${url}`);
  return { ...record, word_count, content: '', filters: {}, meta: {}, anchors: [] };
}

function rewriteFragment(content: Uint8Array, records: ReadonlyMap<string, object>): Uint8Array {
  const text = gunzipSync(content).toString();
  if (!text.startsWith(signature))
    throw new SearchIndexError('Pagefind writes fragments in an unknown form.');
  const parsed = JSON.parse(text.slice(signature.length)) as Fragment | Record<string, Fragment>;
  // One page, or several by their names where fragments are put together.
  const rewritten =
    typeof parsed.url === 'string'
      ? withRecord(parsed as Fragment, records)
      : Object.fromEntries(
          Object.entries(parsed as Record<string, Fragment>).map(([name, fragment]) => [
            name,
            withRecord(fragment, records),
          ]),
        );
  return gzipSync(signature + JSON.stringify(rewritten));
}

/** Files that a search reads; the rest is the user interface that comes with Pagefind. */
const isNeeded = (path: string): boolean =>
  /^(?:pagefind\.js|pagefind-entry\.json|pagefind\.[^/]+\.pf_meta|(?:index|filter|fragment)\/.+)$/u.test(
    path,
  );

/**
 * Indexes some records and gives the files of the index.
 *
 * @param language what Pagefind takes them for: `en` stems Latin words, `unknown` leaves all as it is.
 * @param add hands one record to Pagefind.
 * @param maxFragments files that records are put together in; absent: a file each.
 * @throws {SearchIndexError} when Pagefind reports an error.
 */
export async function indexRecords<Record extends { readonly url: string }>(
  records: readonly Record[],
  language: string,
  add: (index: PagefindIndex, record: Record) => Promise<{ errors: string[] }>,
  maxFragments?: number,
): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({
    forceLanguage: language,
    ...(maxFragments === undefined ? {} : { maxFragments }),
  });
  refuse(errors);
  if (!index) throw new SearchIndexError('Pagefind made no index.');
  for (let start = 0; start < records.length; start += together) {
    const answers = await Promise.all(
      records.slice(start, start + together).map((record) => add(index, record)),
    );
    for (const answer of answers) refuse(answer.errors);
  }
  const { files, errors: problems } = await index.getFiles();
  refuse(problems);
  const byUrl = new Map(records.map((record) => [record.url, record]));
  return files
    .filter(({ path }) => isNeeded(path) || path === `wasm.${language}.pagefind`)
    .map(({ path, content }) =>
      path.startsWith('fragment/') ? { path, content: rewriteFragment(content, byUrl) } : { path, content },
    );
}
