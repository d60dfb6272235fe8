import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
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

// Both run in threads of their own.
const compress = promisify<string, Buffer>(gzip);
const decompress = promisify<Uint8Array, Buffer>(gunzip);

async function rewriteFragment(
  { path, content }: IndexFile,
  records: ReadonlyMap<string, object>,
): Promise<IndexFile> {
  const text = (await decompress(content)).toString();
  if (!text.startsWith(signature))
    throw new SearchIndexError('Pagefind writes fragments in an unknown form.');
  const fragment = JSON.parse(text.slice(signature.length)) as Fragment;
  return { path, content: await compress(signature + JSON.stringify(withRecord(fragment, records))) };
}

/** Files that a search reads; the rest is the user interface that comes with Pagefind. */
const isNeeded = (path: string): boolean =>
  /^(?:pagefind\.js|pagefind-entry\.json|pagefind\.[^/]+\.pf_meta|(?:index|filter|fragment)\/.+)$/u.test(
    path,
  );

/** Does something for all of some records, a few at a time, the next one as soon as one is done. */
async function forAll<Item>(items: Iterable<Item>, work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]();
  const one = async (): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: together }, one));
}

/**
 * Indexes some records and gives the files of the index.
 *
 * @param language what Pagefind takes them for: `en` stems Latin words, `unknown` leaves all as it is.
 * @param add hands one record to Pagefind.
 * @param meanwhile work to be done while Pagefind, in a process of its own, makes the index.
 * @throws {SearchIndexError} when Pagefind reports an error.
 */
export async function indexRecords<Record extends { readonly url: string }>(
  records: readonly Record[],
  language: string,
  add: (index: PagefindIndex, record: Record) => Promise<{ errors: string[] }>,
  meanwhile: () => void = () => undefined,
): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: language });
  refuse(errors);
  if (!index) throw new SearchIndexError('Pagefind made no index.');
  await forAll(records, async (record) => {
    refuse((await add(index, record)).errors);
  });
  const making = index.getFiles();
  meanwhile();
  const { files, errors: problems } = await making;
  refuse(problems);
  const byUrl = new Map(records.map((record) => [record.url, record]));
  const needed = files.filter(({ path }) => isNeeded(path) || path === `wasm.${language}.pagefind`);
  const finished: IndexFile[] = [];
  await forAll(needed, async (file) => {
    finished.push(file.path.startsWith('fragment/') ? await rewriteFragment(file, byUrl) : file);
  });
  return finished;
}
