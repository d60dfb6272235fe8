/** A stretch of a text, in UTF-16 units: `text.slice(start, end)`. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** Stands in a flat text where a block ends, so that no match reaches over the gap. */
export const blockGap = '\uFFFC';

/** A text with one way of writing each letter, and where each unit of it comes from. */
interface Folded {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Letter by letter with its combining marks: `ﬁ` → `fi`, `Ａ` → `a`, `e` + accent → `é`. */
function foldWithPlaces(original: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const { 0: letter, index } of original.matchAll(/[^]\p{M}*/gu)) {
    const folded = fold(letter);
    text += folded;
    starts.push(...Array<number>(folded.length).fill(index));
    ends.push(...Array<number>(folded.length).fill(index + letter.length));
  }
  return { text, starts, ends };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/** Where a term stands. Latin terms start at the start of a word; spaces match any white space. */
function occurrences(text: string, term: string, isWholeWord = false): Match[] {
  const isLatin = (letter: string): boolean => /(?!\p{Script=Han})[\p{L}\p{N}]/u.test(letter);
  const before = isLatin([...term][0] ?? '') ? '(?<!(?!\\p{Script=Han})[\\p{L}\\p{N}])' : '';
  const after = isWholeWord ? '(?!(?!\\p{Script=Han})[\\p{L}\\p{N}])' : '';
  const source = before + escaped(term).replace(/\s+/gu, '\\s+') + after;
  return [...text.matchAll(new RegExp(source, 'gu'))].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** A run of Han as it is written; where the text never has it so, each of its pairs. */
function hanOccurrences(text: string, run: string): Match[] {
  const literal = occurrences(text, run);
  const letters = [...run];
  if (literal.length > 0 || letters.length < 3) return literal;
  const pairs = new Set(letters.slice(1).map((letter, index) => (letters[index] ?? '') + letter));
  return [...pairs].flatMap((pair) => occurrences(text, pair));
}

/** `qwen2.5-7b` as it is written; where the text never has it so, its words of two letters and more. */
function latinOccurrences(text: string, word: string, isAlone: boolean): Match[] {
  // A single letter would be found in every formula: only who asks for nothing else wants it.
  if ([...word].length === 1) return isAlone ? occurrences(text, word, true) : [];
  const literal = occurrences(text, word);
  if (literal.length > 0) return literal;
  const parts = word.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return parts.length > 1 || parts[0] !== word ? parts.flatMap((part) => occurrences(text, part)) : [];
}

const joined = /(?!\p{Script=Han})[\p{L}\p{N}]+(?:[._'’-](?!\p{Script=Han})[\p{L}\p{N}]+)*/gu;

/** Overlapping spans become one. */
function merged(spans: readonly Match[]): Match[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/**
 * Where the words of a query stand in a text, in order and without overlaps. Letter case and
 * compatibility forms make no difference. Phrases in quotes and runs of Han match as they are
 * written (a run that never does, by its pairs of characters), Latin words match beginnings of words.
 *
 * `findMatches('用低秩矩阵做 LoRA', 'lora 低秩')` → 低秩, LoRA
 */
export function findMatches(text: string, query: string): Match[] {
  const folded = foldWithPlaces(text);
  const phrases: string[] = [];
  // A command of TeX is a sign, not a word of the text.
  const plain = fold(query).replace(/\\[a-z]+/gu, ' ');
  const rest = plain.replace(/["“”]([^"“”]+)["“”]/gu, (_whole, phrase: string) => {
    if (phrase.trim() !== '') phrases.push(phrase.trim());
    return ' ';
  });
  const runs = rest.match(/\p{Script=Han}+/gu) ?? [];
  const words = rest.match(joined) ?? [];
  const isAlone = [...fold(query).trim()].length === 1;
  const spans = [
    ...phrases.flatMap((phrase) => occurrences(folded.text, phrase)),
    ...runs.flatMap((run) => hanOccurrences(folded.text, run)),
    ...words.flatMap((word) => latinOccurrences(folded.text, word, isAlone)),
  ];
  return merged(spans).map(({ start, end }) => ({
    start: folded.starts[start] ?? 0,
    end: folded.ends[end - 1] ?? text.length,
  }));
}
