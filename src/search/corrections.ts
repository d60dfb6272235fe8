import { editDistance } from '../edit-distance.ts';
import { fold } from './matching.ts';
import type { Word } from './han-text.ts';
import type { ReadQuery } from './read-query.ts';
import type { HanTables, SearchTerms } from './records.ts';

/** Edits that a word of a length may be away from what was meant. */
const editsFor = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Only so long a word is taken for another one where articles have it themselves. */
const longWord = 8;

/** Keyboards write ü as v or u. */
const plainPinyin = (pinyin: string): string => pinyin.replace(/v/gu, 'u');

/** Simplified characters for traditional ones. */
export function toSimplified(text: string, { simplified }: HanTables): string {
  const pairs = [...simplified];
  const map = new Map<string, string>();
  for (let index = 0; index + 1 < pairs.length; index += 2)
    map.set(pairs[index] ?? '', pairs[index + 1] ?? '');
  return [...text].map((character) => map.get(character) ?? character).join('');
}

/** The Chinese name that letters spell in pinyin, whole, begun, or by their initials. */
export function nameFromPinyin(typed: string, { names }: SearchTerms): string | undefined {
  const letters = plainPinyin(typed.toLowerCase().replace(/[\s'’]+/gu, ''));
  if (!/^[a-z]{3,}$/u.test(letters)) return undefined;
  let best: { name: string; rank: number } | undefined;
  for (const [name, pinyin] of names) {
    const syllables = plainPinyin(pinyin).split(' ');
    const whole = syllables.join('');
    const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
    const rank =
      whole === letters
        ? 0
        : letters.length >= 4 && whole.startsWith(letters)
          ? 1 + (whole.length - letters.length) / 100
          : initials === letters
            ? 2
            : letters.length >= 6 && editDistance(whole, letters, 1) <= 1
              ? 3
              : undefined;
    if (rank !== undefined && (!best || rank < best.rank)) best = { name, rank };
  }
  return best?.name;
}

/** Whether the articles have a word, or one that begins like it. */
export const isWordOf = ({ words }: SearchTerms): ((word: string) => boolean) => {
  return (word) => words.some((known) => known.startsWith(word));
};

/** The other word that was meant by a mistyped one. */
export function nearestWord(typed: string, { words }: SearchTerms): string | undefined {
  const word = fold(typed);
  const limit = editsFor(word.length);
  let best: { word: string; distance: number } | undefined;
  for (const known of words) {
    if (limit === 0 || known === word || Math.abs(known.length - word.length) > limit) continue;
    // The first letter is seldom wrong; where it is, one edit has to explain all.
    const allowed = known.startsWith(word.charAt(0)) ? limit : 1;
    const distance = editDistance(word, known, allowed);
    if (distance <= allowed && (!best || distance < best.distance)) best = { word: known, distance };
  }
  return best?.word;
}

/** Syllables that a character can have, by the tables. */
function syllablesOf({ syllables }: HanTables): (character: string) => Set<string> {
  const known = new Map<string, Set<string>>();
  for (const [syllable, characters] of Object.entries(syllables)) {
    for (const character of characters) {
      const own = known.get(character);
      if (own) own.add(syllable);
      else known.set(character, new Set([syllable]));
    }
  }
  return (character) => known.get(character) ?? new Set();
}

/** A run with a stretch of it replaced by the name that sounds the same: 投机结码 → 投机解码. */
function soundsLike(run: string, { names }: SearchTerms, tables: HanTables): string | undefined {
  const heard = syllablesOf(tables);
  const sounds = [...run].map(heard);
  const characters = [...run];
  const byLength = names.toSorted(([a], [b]) => b.length - a.length);
  for (const [name, pinyin] of byLength) {
    const syllables = pinyin.split(' ');
    const length = [...name].length;
    if (length < 2 || syllables.length !== length || length > characters.length) continue;
    for (let start = 0; start + length <= characters.length; start += 1) {
      if (!syllables.every((syllable, index) => sounds[start + index]?.has(syllable))) continue;
      return [...characters.slice(0, start), name, ...characters.slice(start + length)].join('');
    }
  }
  return undefined;
}

/** The name that a run is one character away from: 低秩适佩 → 低秩适配. */
function nearestName(run: string, { names }: SearchTerms): string | undefined {
  const length = [...run].length;
  if (length < 3) return undefined;
  return names.find(([name]) => [...name].length >= 3 && editDistance(run, name, 1) === 1)?.[0];
}

function correctWord(
  { text, isHan }: Word,
  terms: SearchTerms,
  tables: HanTables | undefined,
  isDoubted: boolean,
): string {
  if (!isHan) {
    const isRight = isWordOf(terms)(fold(text)) && !(isDoubted && text.length >= longWord);
    return isRight ? text : (nearestWord(text, terms) ?? text);
  }
  if (!tables) return text;
  return soundsLike(text, terms, tables) ?? nearestName(text, terms) ?? text;
}

/**
 * What was probably meant by a query that found nothing: pinyin, letters swapped or lost, characters
 * that sound or look alike.
 *
 * @param tables needed for Han characters alone.
 * @param isDoubted whether a word may be mistyped although some article has it.
 * @returns nothing where no better query is known.
 */
export function correct(
  read: ReadQuery,
  terms: SearchTerms,
  tables?: HanTables,
  isDoubted = false,
): string | undefined {
  if (read.isLiteral) return undefined;
  const hasHan = read.words.some(({ isHan }) => isHan);
  const name = hasHan ? undefined : nameFromPinyin(read.text, terms);
  if (name !== undefined) return name;
  const corrected = read.words.map((word) => correctWord(word, terms, tables, isDoubted));
  if (corrected.every((text, index) => text === read.words[index]?.text)) return undefined;
  return corrected.reduce((text, word, index) => {
    const isBreak = index > 0 && !(read.words[index]?.isHan && read.words[index - 1]?.isHan);
    return text + (isBreak ? ' ' : '') + word;
  }, '');
}
