import { chunkSizeFor, cutChunks } from './cut-chunks.ts';
import { encodeChunk, encodeWords } from './encode-words.ts';
import { IndexFiles, type PackedFile } from './index-files.ts';
import { type NamedChunk, Overview, type PageFacts } from './overview.ts';
import { askForWords, type PagefindEntry } from './pagefind-words.ts';
import { Postings } from './postings.ts';
import { type Stretch, TokenLog, Tokens } from './token-log.ts';
import { listWords } from './word-lists.ts';

/** A page of an index: what a hit of it leads to. */
export interface IndexPage extends PageFacts {
  readonly text: readonly Stretch[];
  /** Tokens of its names, which count for more than its text. */
  readonly names?: string;
  /** What a hit is read from. */
  readonly record: { readonly url: string };
  /** The file of its record, where an earlier build has packed it. */
  readonly fragment?: PackedFile | undefined;
  /** Called with that file, where it was packed now. */
  readonly onPacked?: (file: PackedFile) => void;
}

/** What Pagefind's reader touches of a record besides; it makes no excerpt. */
const readByPagefind = { content: '', filters: {}, meta: {}, anchors: [] };

const entryFile = 'pagefind-entry.json';

/** An index whose files that search in a browser serve another one too. */
export interface Runtime {
  /** Its folder, seen from the other one. */
  readonly folder: string;
  readonly language: string;
}

/** What there is to search, as Pagefind says it of another index. */
function entryOf(
  entry: PagefindEntry,
  language: string,
  hash: string,
  pages: number,
  runtime: Runtime | undefined,
): string {
  // Pagefind's reader loads `wasm.<name>.pagefind`: the first `..` takes away `wasm.`.
  const wasm = runtime && { wasm: `/../${runtime.folder}wasm.${runtime.language}` };
  const own = { ...entry.languages[language], hash, page_count: pages, ...wasm };
  return JSON.stringify({ ...entry, languages: { [language]: own } });
}

/**
 * Writes an index that Pagefind searches in the browser. Its words are Pagefind's: that is asked for the
 * words of each different token once. Their places are written here, for Pagefind would want 26 s and
 * 1.9 GB for those of 1,000 articles, and more memory than most machines have for 5,000.
 *
 * @param pages are read one after the other, and not kept.
 * @param language what Pagefind takes them for: `en` stems Latin words, `unknown` leaves all as it is.
 * @param shared what searches it, where it has no files of its own for that.
 * @throws {SearchIndexError} when Pagefind reports an error.
 */
export async function writeIndex(
  pages: Iterable<IndexPage>,
  language: string,
  folder: string,
  shared?: Runtime,
): Promise<void> {
  const files = new IndexFiles(folder, language);
  const tokens = new Tokens();
  const [text, names] = [new TokenLog(tokens), new TokenLog(tokens)];
  const overview = new Overview();
  for (const { record, names: own = '', fragment, onPacked, ...page } of pages) {
    const length = text.add(page.text);
    names.add([{ tokens: own }]);
    const content =
      fragment ?? Buffer.from(JSON.stringify({ ...record, word_count: length, ...readByPagefind }));
    const name = await files.pack(content, (own) => `fragment/${own}.pf_fragment`, onPacked);
    overview.add(name, length, page);
  }
  const { words, entry, runtime } = await askForWords(tokens.all, language);
  const lists = listWords(words);
  const places = {
    text: new Postings(text, lists.entries, lists.count),
    names: new Postings(names, lists.entries, lists.count),
  };
  const chunks: NamedChunk[] = [];
  const chunkSize = chunkSizeFor(places.text.size + places.names.size);
  for (const chunk of cutChunks(encodeWords(lists.words, places), chunkSize)) {
    const name = await files.pack(encodeChunk(chunk), (own) => `index/${own}.pf_index`);
    chunks.push({ from: chunk.from, to: chunk.to, name });
  }
  const filters: [filter: string, name: string][] = [];
  for (const { filter, content } of overview.filters()) {
    filters.push([filter, await files.pack(content, (name) => `filter/${name}.pf_filter`)]);
  }
  const hash = await files.pack(overview.encode(chunks, filters), (name) => `pagefind.${name}.pf_meta`);
  if (!shared) for (const { path, content } of runtime) await files.write(path, content);
  await files.write(entryFile, entryOf(entry, language, hash, overview.size, shared));
  await files.finish();
}
