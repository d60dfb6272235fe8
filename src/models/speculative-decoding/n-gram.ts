import type { LanguageModel } from './decode-round.ts';

/** The characters of texts as tokens; a line break ends each text. */
export interface Vocabulary {
  readonly characters: readonly string[];
  readonly tokensOf: (text: string) => number[];
}

/** The vocabulary of texts, in order of appearance. */
export function vocabularyOf(texts: readonly string[]): Vocabulary {
  const characters = [...new Set(texts.flatMap((text) => [...text, '\n']))];
  const places = new Map(characters.map((character, token) => [character, token]));
  return {
    characters,
    tokensOf: (text) => [...text].map((character) => places.get(character) ?? 0),
  };
}

interface Followers {
  readonly counts: Map<number, number>;
  total: number;
}

const keyOf = (context: readonly number[]): string => context.join(' ');

/** How often each token follows each run of up to `order` − 1 tokens; no run reaches over a line break. */
function countFollowers(texts: readonly (readonly number[])[], order: number): Map<string, Followers> {
  const followers = new Map<string, Followers>();
  for (const text of texts) {
    for (const [place, token] of text.entries()) {
      for (let length = 0; length < Math.min(order, place + 1); length += 1) {
        const key = keyOf(text.slice(place - length, place));
        const entry = followers.get(key) ?? { counts: new Map<number, number>(), total: 0 };
        entry.counts.set(token, (entry.counts.get(token) ?? 0) + 1);
        entry.total += 1;
        followers.set(key, entry);
      }
    }
  }
  return followers;
}

/**
 * A language model that counts runs of `order` characters in texts, smoothed by the method of Witten and Bell
 * (1991, 10.1109/18.87000, method C): each context gives T / (N + T) of its weight to the next shorter one,
 * where N tokens of T kinds followed it; the shortest gives it to the uniform distribution.
 */
export function ngramModel(texts: readonly string[], vocabulary: Vocabulary, order: number): LanguageModel {
  const { characters, tokensOf } = vocabulary;
  const followers = countFollowers(
    texts.map((text) => tokensOf(`\n${text}\n`)),
    order,
  );
  return (prefix) => {
    let distribution = characters.map(() => 1 / characters.length);
    for (let length = 0; length < order; length += 1) {
      if (length > prefix.length) break;
      const entry = followers.get(keyOf(prefix.slice(prefix.length - length)));
      if (!entry) break;
      const { counts, total } = entry;
      distribution = distribution.map(
        (lower, token) => ((counts.get(token) ?? 0) + counts.size * lower) / (total + counts.size),
      );
    }
    return distribution;
  };
}
