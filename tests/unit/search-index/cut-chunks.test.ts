import { describe, expect, it } from 'vitest';
import {
  type Chunk,
  chunkSizeFor,
  cutChunks,
  type EncodedWord,
} from '../../../src/search-index/cut-chunks.ts';
import { byBytes } from '../../../src/search-index/word-lists.ts';
import { randomFrom } from '../../../src/models/random.ts';

const wordsOf = (words: readonly string[], size: number): EncodedWord[] =>
  [...new Set(words)].toSorted(byBytes).map((word) => ({ word, size, bytes: new Uint8Array() }));

/** Chunks that Pagefind reads for a term: those it lies in, else all that have its beginning. */
function readFor(term: string, chunks: readonly Chunk[]): Chunk[] {
  const around = chunks.filter(({ from, to }) => byBytes(from, term) <= 0 && byBytes(term, to) <= 0);
  if (around.length > 0) return around;
  const start = (word: string): string => word.slice(0, term.length);
  return chunks.filter(
    ({ from, to }) => byBytes(start(from), term) <= 0 && byBytes(term.slice(0, to.length), start(to)) <= 0,
  );
}

const random = randomFrom(20261128);
const letters = '天地玄黄宇宙洪荒ab';
const manyWords = Array.from({ length: 3000 }, () =>
  Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
    letters.charAt(Math.floor(random() ** 2 * 10)),
  ).join(''),
);

describe('cutChunks', () => {
  it('puts every word into one chunk, in order', () => {
    const words = wordsOf(manyWords, 100);
    const chunks = [...cutChunks(words, 5_000)];
    expect(chunks.length).toBeGreaterThan(10);
    expect(chunks.flatMap((chunk) => chunk.words)).toEqual(words);
    for (const { words: own } of chunks) expect(own.length).toBeLessThanOrEqual(50);
  });

  it('has every word read that begins with a term', () => {
    const words = wordsOf(manyWords, 300);
    const chunks = [...cutChunks(words, 5_000)];
    const terms = new Set(words.flatMap(({ word }) => [1, 2, 3].map((length) => word.slice(0, length))));
    for (const term of terms) {
      const read = readFor(term, chunks).flatMap((chunk) => chunk.words.map(({ word }) => word));
      for (const { word } of words) if (word.startsWith(term)) expect(read, term).toContain(word);
    }
  });

  it('gives a word that is longer than a chunk one of its own, and needs no word', () => {
    const sizes = [...cutChunks(wordsOf(['a', 'b', 'c'], 1_000_000), 5_000)].map(({ words }) => words.length);
    expect(sizes).toEqual([1, 1, 1]);
    expect([...cutChunks([], 5_000)]).toEqual([]);
  });
});

it('makes chunks larger and more in a larger index, and none of a few words', () => {
  expect(chunkSizeFor(0)).toBe(chunkSizeFor(10_000));
  expect(chunkSizeFor(40_000_000)).toBe(2 * chunkSizeFor(10_000_000));
});
