import { chunkSizeFor, cutChunks } from './cut-chunks.ts';
import { encodeChunk, encodeWords } from './encode-words.ts';
import { IndexFiles, type PackedFile } from './index-files.ts';
import type { LastFiles, WrittenFiles } from './last-index.ts';
import { type NamedChunk, Overview, type PageFacts } from './overview.ts';
import { askForWords, type PagefindEntry } from './pagefind-words.ts';
import { Postings } from './postings.ts';
import { type Cut, type Stretch, TokenLog, Tokens } from './token-log.ts';
import { listWords } from './word-lists.ts';

/** A page of an index: what a hit of it leads to. */
export interface IndexPage extends PageFacts {
  readonly text: readonly Stretch[];
  /** Its names, which count for more than its text. */
  readonly names?: string;
  /** What a hit is read from. */
  readonly record: { readonly url: string };
  /** The file of its record, where an earlier build has packed it. */
  readonly fragment?: PackedFile | undefined;
  /** Called with that file, where it was packed now, before the next page is read. */
  readonly onPacked?: (file: PackedFile) => void;
}

/** What Pagefind's reader touches of a record besides; it makes no excerpt. */
const readByPagefind = { content: '', filters: {}, meta: {}, anchors: [] };

const entryFile = 'pagefind-entry.json';

/** The tokens of an index that was written. */
export interface WrittenTokens {
  /** By their numbers. */
  readonly tokens: readonly string[];
  readonly text: TokenLog;
  /** The files that were packed. */
  readonly files: WrittenFiles;
}

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
 * @param cut how their texts and names are cut into tokens.
 * @param language what Pagefind takes them for: `en` stems Latin words, `unknown` leaves all as it is.
 * @param shared what searches it, where it has no files of its own for that.
 * @param last the index of the last site, of which files are taken that are the same.
 * @throws {SearchIndexError} when Pagefind reports an error.
 */
export async function writeIndex(
  pages: Iterable<IndexPage>,
  cut: Cut,
  language: string,
  folder: string,
  shared?: Runtime,
  last?: LastFiles,
): Promise<WrittenTokens> {
  const files = new IndexFiles(folder, language, last);
  const tokens = new Tokens();
  const [text, names] = [new TokenLog(tokens, cut), new TokenLog(tokens, cut)];
  const overview = new Overview();
  for (const { record, names: own = '', fragment, onPacked, ...page } of pages) {
    const length = text.add(page.text);
    names.add([{ text: own }]);
    const content =
      fragment ?? Buffer.from(JSON.stringify({ ...record, word_count: length, ...readByPagefind }));
    const name = files.pack(content, (own) => `fragment/${own}.pf_fragment`, onPacked);
    overview.add(name, length, page);
  }
  const all = tokens.all;
  const { words, entry, runtime } = await askForWords(all, language);
  const lists = listWords(words);
  const places = {
    text: new Postings(text, lists.entries, lists.count),
    names: new Postings(names, lists.entries, lists.count),
  };
  const chunks: NamedChunk[] = [];
  const chunkSize = chunkSizeFor(places.text.size + places.names.size);
  for (const chunk of cutChunks(encodeWords(lists.words, places), chunkSize)) {
    const name = files.pack(encodeChunk(chunk), (own) => `index/${own}.pf_index`);
    chunks.push({ from: chunk.from, to: chunk.to, name });
  }
  const filters: [filter: string, name: string][] = [];
  for (const { filter, content } of overview.filters()) {
    filters.push([filter, files.pack(content, (name) => `filter/${name}.pf_filter`)]);
  }
  const hash = files.pack(overview.encode(chunks, filters), (name) => `pagefind.${name}.pf_meta`);
  if (!shared) for (const { path, content } of runtime) files.write(path, content);
  files.write(entryFile, entryOf(entry, language, hash, overview.size, shared));
  return { tokens: all, text, files: files.written };
}
