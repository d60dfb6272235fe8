import { editDistance } from '../edit-distance.ts';

interface Candidate {
  readonly name: string;
  readonly lower: string;
  /** A bit for each of its characters, by the last five bits of their numbers. */
  readonly letters: number;
}

function lettersOf(word: string, start: number): number {
  let letters = 0;
  for (let at = start; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsOf(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}

/** Names that misspelt words may have meant; made once where many words are looked up. */
export class Spellings {
  readonly #byLength = new Map<number, Candidate[]>();
  /** The first name of each spelling, all in lower case. */
  readonly #exact = new Map<string, string>();

  /** The folders that all names begin with, whose letters tell none from another. */
  readonly #start: string;

  constructor(names: Iterable<string>) {
    for (const name of names) {
      const lower = name.toLowerCase();
      if (!this.#exact.has(lower)) this.#exact.set(lower, name);
    }
    let start = this.#exact.keys().next().value ?? '';
    for (const lower of this.#exact.keys()) while (!lower.startsWith(start)) start = start.slice(0, -1);
    start = start.slice(0, start.lastIndexOf('/') + 1);
    this.#start = start;
    for (const [lower, name] of this.#exact) {
      const same = this.#byLength.get(lower.length) ?? [];
      if (same.length === 0) this.#byLength.set(lower.length, same);
      same.push({ name, lower, letters: lettersOf(lower, start.length) });
    }
  }

  /**
   * The name that `word` was most likely meant to be, or nothing where none is near enough
   * (more than a third of its length, and never more than three edits, away).
   *
   * @param edits how many there may be, where not a third of the word's length.
   */
  nearest(word: string, edits = Math.floor([...word].length / 3)): string | undefined {
    const lower = word.toLowerCase();
    const exact = this.#exact.get(lower);
    if (exact !== undefined) return exact;
    const most = Math.min(3, Math.max(1, edits));
    const letters = lower.startsWith(this.#start) ? lettersOf(lower, this.#start.length) : undefined;
    let best: string | undefined;
    /** How many edits the next one may be away. */
    let limit = most;
    for (let away = 0; away <= most; away += 1) {
      for (const length of new Set([lower.length - away, lower.length + away])) {
        for (const candidate of this.#byLength.get(length) ?? []) {
          // An edit takes one character away at most, and brings one.
          if (limit === 0) return best;
          if (letters !== undefined && bitsOf(candidate.letters ^ letters) > 2 * limit) continue;
          const distance = editDistance(lower, candidate.lower, limit);
          if (distance > limit) continue;
          best = candidate.name;
          limit = distance - 1;
        }
      }
    }
    return best;
  }
}

/** One of a few names that `word` was most likely meant to be; see {@link Spellings}. */
export const nearest = (word: string, names: Iterable<string>): string | undefined =>
  new Spellings(names).nearest(word);
