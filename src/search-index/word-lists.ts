import type { IndexWord } from './pagefind-words.ts';
import type { ListEntry } from './postings.ts';

/** A word, and the lists of its places: one for the word as it is, one for each form with accents. */
export interface ListedWord {
  readonly word: string;
  readonly forms: readonly { readonly form: string; readonly list: number }[];
}

/** Words in the order of the index, and the lists that each token is entered in. */
export interface WordLists {
  readonly words: readonly ListedWord[];
  readonly entries: readonly (readonly ListEntry[])[];
  /** How many lists there are. */
  readonly count: number;
}

/** As Pagefind sorts words: by their bytes, which is not by code units. */
export const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Gives the places of each word a list of their own. @param words the words of each token. */
export function listWords(words: readonly (readonly IndexWord[])[]): WordLists {
  const lists = new Map<string, Map<string, number>>();
  let count = 0;
  const listOf = ({ word, form }: IndexWord): number => {
    const forms = lists.get(word) ?? new Map<string, number>();
    lists.set(word, forms);
    const list = forms.get(form) ?? count;
    if (list === count) count += 1;
    forms.set(form, list);
    return list;
  };
  const entries = words.map((ofToken) => ofToken.map((word) => ({ list: listOf(word), parts: word.parts })));
  const sorted = [...lists.keys()].toSorted(byBytes).map((word) => ({
    word,
    forms: [...(lists.get(word) ?? [])]
      .map(([form, list]) => ({ form, list }))
      .toSorted((a, b) => byBytes(a.form, b.form)),
  }));
  return { words: sorted, entries, count };
}
