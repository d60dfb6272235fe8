import type { TermName } from '../schemas/glossary.ts';

/** A name of a term where it stands in a text. */
export interface Mention {
  /** Id of the term. */
  readonly id: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/** A name as the words that it is cut into, and the term that it means. */
interface Name {
  readonly words: readonly string[];
  readonly id: string;
}

const isLetter = /[\p{L}\p{N}]/u;

/** Blanks and hyphens, of which a name may have others, or none. */
const isJoint = (code: number): boolean =>
  code === 0x20 || code === 0x2d || code === 0x0a || (code >= 0x2010 && code <= 0x2015);

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** What a letter is to the names of terms, by its code: a sign between words, a part of one, or one alone. */
function kindOf(code: number): 'gap' | 'part' | 'word' {
  if (code < 0x80) {
    const isPart = isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
    return isPart ? 'part' : 'gap';
  }
  // Han characters: the blocks of nearly all, those of rare ones, and all that are written as pairs of units.
  if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff)) return 'word';
  if (code > 0xffff) return code >= 0x20000 ? 'word' : 'gap';
  return isLetter.test(String.fromCharCode(code)) ? 'part' : 'gap';
}

/** The words of a text, and where each begins and ends in it. */
interface Words {
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Words of a text in one width: Han characters one by one, stretches of other letters. Blanks and hyphens
 * part them; other signs are words themselves, so that no name reaches over one that it does not have. A regular expression takes
 * several times as long.
 */
function cut(plain: string): Words {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (word: string, from: number, to: number): void => {
    words.push(word);
    starts.push(from);
    ends.push(to);
  };
  let start = -1;
  for (let place = 0; place <= plain.length; place += 1) {
    const code = plain.codePointAt(place) ?? 0;
    // `EAGLE 2.10 倍` is no EAGLE 2.
    const isPoint =
      code === 0x2e && isDigit(plain.charCodeAt(place - 1)) && isDigit(plain.charCodeAt(place + 1));
    const kind = isPoint ? 'part' : kindOf(code);
    if (kind === 'part') {
      if (start < 0) start = place;
      continue;
    }
    if (start >= 0) add(plain.slice(start, place), start, place);
    start = -1;
    const size = code > 0xffff ? 2 : 1;
    if (kind === 'word') add(String.fromCodePoint(code), place, place + size);
    else if (place < plain.length && !isJoint(code)) add(plain.charAt(place), place, place + size);
    place += size - 1;
  }
  return { words, starts, ends };
}

/** The words of a text as it is written, with places in it and not in its normal form. */
function wordsIn(text: string): Words {
  const plain = text.normalize('NFKC');
  if (plain.length === text.length) return cut(plain);
  // For each unit of the normal form, the place of the character that it comes from.
  const places: number[] = [];
  let normal = '';
  let at = 0;
  for (const character of text) {
    const form = character.normalize('NFKC');
    places.push(...Array<number>(form.length).fill(at));
    normal += form;
    at += character.length;
  }
  places.push(at);
  const { words, starts, ends } = cut(normal);
  const original = (place: number): number => places[place] ?? at;
  return { words, starts: starts.map(original), ends: ends.map(original) };
}

const small = (words: readonly string[]): readonly string[] => words.map((word) => word.toLowerCase());

const isHere = (words: readonly string[], at: number, name: readonly string[]): boolean =>
  name.every((word, index) => {
    const own = words[at + index];
    return own === word || (index === name.length - 1 && own === `${word}s`);
  });

/** Names by their first word, the longest first. */
class NameIndex {
  readonly #byFirst = new Map<string, Name[]>();

  constructor(names: readonly Name[]) {
    for (const name of names.toSorted((a, b) => b.words.length - a.words.length)) {
      const [first] = name.words;
      if (first === undefined) continue;
      // A plural of one word begins with another word.
      for (const key of name.words.length === 1 ? [first, `${first}s`] : [first]) {
        const group = this.#byFirst.get(key);
        if (group) group.push(name);
        else this.#byFirst.set(key, [name]);
      }
    }
  }

  /** The longest name that begins at a place. */
  at(words: readonly string[], place: number): Name | undefined {
    const group = this.#byFirst.get(words[place] ?? '');
    return group?.find(({ words: name }) => isHere(words, place, name));
  }
}

/** Whether a hyphen joins what begins at a place to the word before it. */
const isBehindHyphen = (text: string, start: number): boolean =>
  text.charCodeAt(start - 1) === 0x2d && kindOf(text.charCodeAt(start - 2)) === 'part';

/**
 * Finds the names of a glossary in texts: whole words of English, the longest name of Chinese, in any case,
 * width and hyphenation. Abbreviations count as they are written.
 */
export class TermMatcher {
  readonly #names: NameIndex;
  readonly #abbreviations: NameIndex;

  constructor(names: readonly TermName[]) {
    const indexOf = (isAbbreviation: boolean): NameIndex =>
      new NameIndex(
        names
          .filter((name) => name.isAbbreviation === isAbbreviation)
          .map(({ id, name }) => {
            const { words } = cut(name.normalize('NFKC'));
            return { words: isAbbreviation ? words : small(words), id };
          }),
      );
    this.#names = indexOf(false);
    this.#abbreviations = indexOf(true);
  }

  /** All names in a text, in its order. One inside a longer one does not count. */
  mentionsIn(text: string): Mention[] {
    const { words, starts, ends } = wordsIn(text);
    const inSmall = small(words);
    const mentions: Mention[] = [];
    for (let place = 0; place < words.length; place += 1) {
      // A word behind a hyphen is a part of another: R-CNN is no CNN.
      if (isBehindHyphen(text, starts[place] ?? 0)) continue;
      const found = this.#names.at(inSmall, place) ?? this.#abbreviations.at(words, place);
      if (!found) continue;
      const last = place + found.words.length - 1;
      mentions.push({ id: found.id, start: starts[place] ?? 0, end: ends[last] ?? 0 });
      place = last;
    }
    return mentions;
  }
}

const matchers = new WeakMap<readonly TermName[], TermMatcher>();

/** The matcher of these names, made once for all who have the same list in hand. */
export function matcherOf(names: readonly TermName[]): TermMatcher {
  const known = matchers.get(names) ?? new TermMatcher(names);
  matchers.set(names, known);
  return known;
}
