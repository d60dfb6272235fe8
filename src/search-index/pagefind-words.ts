import { createIndex } from 'pagefind';
import { readCbor } from './cbor.ts';
import { type IndexFile, SearchIndexError, unpack } from './pagefind-file.ts';
import { type Page, placesOf, plainWeight, type WordEntry } from './pagefind-pages.ts';

/** A word under which Pagefind finds a token of a text. */
export interface IndexWord {
  /** In small letters and without its ending: `train` for `Training`. */
  readonly word: string;
  /** The token in small letters, where the word has lost its accents: `naïve`, found under `naiv`. */
  readonly form: string;
  /** How many parts the token has where the word is one of them (`lo` and `ra` for `LoRA`), else 0. */
  readonly parts: number;
}

/** `pagefind-entry.json`: what there is to search. */
export interface PagefindEntry {
  readonly version: string;
  readonly languages: Readonly<Record<string, object>>;
}

/** What Pagefind makes of some tokens, and the files that search in a browser. */
export interface PagefindWords {
  /** Words of the tokens, in the order of these. */
  readonly words: readonly (readonly IndexWord[])[];
  readonly entry: PagefindEntry;
  readonly runtime: readonly IndexFile[];
}

/** The version whose files are known: another one may read them in another way. */
export const knownVersion = '1.6.0';

/** Refuses what Pagefind could not do. */
export function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new SearchIndexError(`Pagefind: ${errors.join('; ')}`);
}

/** Has Pagefind index the tokens as the only page of a site. */
async function indexTokens(tokens: readonly string[], language: string) {
  const { index, errors } = await createIndex({ forceLanguage: language });
  refuse(errors);
  if (!index) throw new SearchIndexError('Pagefind made no index.');
  const content = tokens.join(' ');
  refuse((await index.addCustomRecord({ url: '/', content, language, meta: { title: '' } })).errors);
  const { files, errors: problems } = await index.getFiles();
  refuse(problems);
  await index.deleteIndex();
  return files;
}

interface Found extends IndexWord {
  readonly weight: number;
}

function addPlaces(pages: readonly Page[], word: string, form: string, found: Found[][]): void {
  for (const page of pages) {
    for (const { position, weight } of placesOf(page))
      found[position]?.push({ word, form, parts: 0, weight });
  }
}

/** Words with less weight than they were given share it with the other parts of their token. */
function withParts(words: readonly Found[]): IndexWord[] {
  const parts = words.filter(({ weight }) => weight < plainWeight).length;
  return words.map(({ word, form, weight }) => ({ word, form, parts: weight < plainWeight ? parts : 0 }));
}

/**
 * Asks Pagefind under which words it finds tokens, so that all its rules for words are its own: how they
 * are folded, cut to their stems, parted where they are compounds.
 *
 * @param language what Pagefind takes them for: `en` stems Latin words, `unknown` leaves all as it is.
 * @throws {SearchIndexError} when Pagefind reports an error, or is not the version that is known.
 */
export async function askForWords(tokens: readonly string[], language: string): Promise<PagefindWords> {
  const files = await indexTokens(tokens, language);
  const entryFile = files.find(({ path }) => path === 'pagefind-entry.json');
  const entry = JSON.parse(Buffer.from(entryFile?.content ?? '{}').toString()) as PagefindEntry;
  if (entry.version !== knownVersion)
    throw new SearchIndexError(
      `Pagefind is ${entry.version}; its files are known for ${knownVersion} alone.`,
    );
  const found = tokens.map((): Found[] => []);
  for (const { path, content } of files) {
    if (!path.startsWith('index/')) continue;
    const [entries] = readCbor(unpack(content)) as unknown as [readonly WordEntry[]];
    for (const [word, pages, forms] of entries) {
      addPlaces(pages, word, '', found);
      for (const [form, ofForm] of forms) addPlaces(ofForm, word, form, found);
    }
  }
  const runtime = files.filter(({ path }) => path === 'pagefind.js' || path === `wasm.${language}.pagefind`);
  return { words: found.map(withParts), entry, runtime };
}
