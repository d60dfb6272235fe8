import type { Section } from '../markdown/sections.ts';
import type { ArticleData } from '../schemas/article.ts';
import type { Glossary } from '../schemas/glossary.ts';

type Term = ArticleData['terms'][number];

/** A name as the words that it is cut into, and what it means. */
interface Name {
  readonly words: readonly string[];
  readonly term: Term;
}

const isLetter = /[\p{L}\p{N}]/u;

/** Stands for signs between words. */
const barrier = '';

/** Blanks and hyphens, of which a name may have others, or none. */
const isJoint = (code: number): boolean =>
  code === 0x20 || code === 0x2d || code === 0x0a || (code >= 0x2010 && code <= 0x2015);

/** What a letter is to the names of terms, by its code: a sign between words, a part of one, or one alone. */
function kindOf(code: number): 'gap' | 'part' | 'word' {
  if (code < 0x80) {
    const isPart =
      (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
    return isPart ? 'part' : 'gap';
  }
  // Han characters: the blocks of nearly all, those of rare ones, and all that are written as pairs of units.
  if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff)) return 'word';
  if (code > 0xffff) return code >= 0x20000 ? 'word' : 'gap';
  return isLetter.test(String.fromCharCode(code)) ? 'part' : 'gap';
}

/**
 * Words of a text in one width: Han characters one by one, stretches of other letters. Blanks and hyphens
 * part them; other signs are a word themselves, so that no name reaches over them. A regular expression takes
 * several times as long.
 */
function wordsIn(text: string): string[] {
  const plain = text.normalize('NFKC');
  const words: string[] = [];
  let start = -1;
  for (let place = 0; place <= plain.length; place += 1) {
    const code = plain.codePointAt(place) ?? 0;
    const kind = kindOf(code);
    if (kind === 'part') {
      if (start < 0) start = place;
      continue;
    }
    if (start >= 0) words.push(plain.slice(start, place));
    start = -1;
    if (kind === 'word') words.push(String.fromCodePoint(code));
    else if (place < plain.length && !isJoint(code) && words.at(-1) !== barrier) words.push(barrier);
    if (code > 0xffff) place += 1;
  }
  return words;
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

/** Uses in the text that make an article deal with a term; one is a mention. */
const enough = 2;

/** Finds which terms of a glossary an article deals with. */
export class TermFinder {
  readonly #names: NameIndex;
  /** Abbreviations, which count as they are written. */
  readonly #abbreviations: NameIndex;

  constructor(glossary: Glossary) {
    const terms = [...glossary].map(([id, entry]) => {
      const [zh = entry.en[0] ?? id] = entry.zh;
      return { entry, term: { id, zh, en: entry.en[0] ?? zh } };
    });
    this.#names = new NameIndex(
      terms.flatMap(({ entry, term }) =>
        [...entry.zh, ...entry.en].map((name) => ({ words: small(wordsIn(name)), term })),
      ),
    );
    const claims = Map.groupBy(
      terms.flatMap(({ entry, term }) => entry.abbr.map((abbr) => ({ abbr, words: wordsIn(abbr), term }))),
      ({ abbr }) => abbr,
    );
    // One that two terms share says nothing.
    this.#abbreviations = new NameIndex([...claims.values()].filter(({ length }) => length === 1).flat());
  }

  /** Terms by how often they are used in a text. A name inside a longer one is not counted. */
  #countIn(text: string, counts: Map<Term, number>): void {
    const words = wordsIn(text);
    const inSmall = small(words);
    for (let place = 0; place < words.length; place += 1) {
      const found = this.#names.at(inSmall, place) ?? this.#abbreviations.at(words, place);
      if (!found) continue;
      counts.set(found.term, (counts.get(found.term) ?? 0) + 1);
      place += found.words.length - 1;
    }
  }

  /** Terms that an article uses in its title or at least twice in its text, in the order of their ids. */
  termsOf(title: string, sections: readonly Section[]): Term[] {
    const inTitle = new Map<Term, number>();
    this.#countIn(title, inTitle);
    const inText = new Map<Term, number>();
    for (const { title: heading, blocks } of sections) {
      this.#countIn(heading, inText);
      for (const { kind, text } of blocks) if (kind !== 'code') this.#countIn(text, inText);
    }
    const used = [...inText].filter(([term, count]) => count >= enough && !inTitle.has(term));
    return [...inTitle.keys(), ...used.map(([term]) => term)].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }
}
