/** A word of the index with all its places. */
export interface EncodedWord {
  readonly word: string;
  /** Numbers that it is made of, about. */
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** A part of the index that is read as a whole: words that follow one another. */
export interface Chunk {
  /** Between these, both included, are the terms that are looked for here and nowhere else. */
  readonly from: string;
  readonly to: string;
  readonly words: readonly EncodedWord[];
}

/** Numbers in the smallest chunks, about; a word is in one chunk alone. */
const smallest = 1_500;

/**
 * Numbers in a chunk, about, in an index of so many. Small chunks spare a search what it does not ask for;
 * each takes some bytes of the table that every search reads first. A search reads some five chunks, and
 * with them and the table least where both grow as the root of the index.
 */
export const chunkSizeFor = (numbers: number): number => Math.max(smallest, Math.sqrt(4 * numbers));

/** The letters that two words begin with. */
function commonPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}

/**
 * Where to end a chunk that begins with the first of some words; the last of them is behind its end.
 *
 * Pagefind finds words by their beginnings, but where a beginning is between the first and the last word
 * of a chunk it looks into this one alone: `模` in the chunk of `校准` to `模块`, and not where `模型` is. So
 * words with a common beginning are only parted where they begin their chunk.
 */
function endOf(words: readonly EncodedWord[]): number {
  const wordAt = (index: number): string => words[index]?.word ?? '';
  let end = words.length - 1;
  for (;;) {
    const common = commonPrefix(wordAt(end - 1), wordAt(end));
    if (common === '') return end;
    const start = words.findIndex(({ word }) => word.startsWith(common));
    if (start === 0) return end;
    end = start;
  }
}

function chunkOf(words: readonly EncodedWord[], next = ''): Chunk {
  const [first, last] = [words[0]?.word ?? '', words.at(-1)?.word ?? ''];
  // The beginning of words in the next chunk too: it is to be looked for in both.
  const from = commonPrefix(last, next) === first ? `${first}\u0000` : first;
  return { from, to: last, words };
}

/** Cuts words, in the order of the index, into chunks. @param chunkSize see {@link chunkSizeFor}. */
export function* cutChunks(words: Iterable<EncodedWord>, chunkSize: number): Generator<Chunk> {
  let rest: EncodedWord[] = [];
  let size = 0;
  for (const word of words) {
    rest.push(word);
    if (size >= chunkSize) {
      const end = endOf(rest);
      yield chunkOf(rest.slice(0, end), rest[end]?.word);
      rest = rest.slice(end);
      size = rest.reduce((sum, one) => sum + one.size, 0);
    } else size += word.size;
  }
  if (rest.length > 0) yield chunkOf(rest);
}
