import { Converter } from 'opencc-js/t2cn';
import { customPinyin, pinyin, polyphonic } from 'pinyin-pro';
import type { Glossary } from '../schemas/glossary.ts';
import { bigrams, hanRuns, indexText, isHan, plainForm, wordsOf } from '../search/han-text.ts';
import { fold } from '../search/matching.ts';
import type { ArticleRecord, HanTables, SearchTerms } from '../search/records.ts';

/** More words than this are not compared with a mistyped one; the rare ones go. */
const mostWords = 4000;
/** Headings longer than this are sentences, not names. */
const longestName = 12;

// Readings of the field's terms that the dictionary gets wrong, with the words that they would break.
customPinyin({
  重参数: 'chóng cān shù',
  重计算: 'chóng jì suàn',
  重采样: 'chóng cǎi yàng',
  行空间: 'háng kōng jiān',
  降重: 'jiàng chóng',
  权重: 'quán zhòng',
  并行: 'bìng xíng',
});

/** `投机解码` → `tou ji jie ma`. */
export const pinyinOf = (name: string): string =>
  pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed', v: true }).join(' ');

const textOf = ({ title, aliases, tags, sections }: ArticleRecord): string =>
  plainForm([title, ...aliases, ...tags, ...sections.flatMap((one) => [one.title, ...one.text])].join('\n'));

/** What the articles are written with. */
export interface Vocabulary {
  /** Terms of their texts, in small letters; Han runs as bigrams. */
  readonly terms: ReadonlySet<string>;
  /** Words of other scripts, those of the text before those of the code, those in more articles first. */
  readonly words: readonly string[];
}

/** Terms of a text, each once. */
const termsIn = (text: string): string[] => [...new Set(indexText(text).split(' '))];

/** Counts of words, by how many articles they are in. */
class WordCounts {
  readonly #counts = new Map<string, number>();

  add(words: Iterable<string>): void {
    for (const word of words) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
  }

  get sorted(): string[] {
    return [...this.#counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([word]) => word);
  }
}

/** The same of one article; everything once. */
export interface ArticleVocabulary {
  readonly terms: readonly string[];
  /** Words of other scripts in its text, and in its code. */
  readonly inText: readonly string[];
  readonly inCode: readonly string[];
}

/** Reads an article for all tables. */
export function articleVocabulary(record: ArticleRecord): ArticleVocabulary {
  const terms = new Set<string>();
  const words = new Set<string>();
  for (const { text, isHan: han } of wordsOf(textOf(record))) {
    if (!han) words.add(fold(text));
    else for (const term of bigrams(text)) terms.add(term);
  }
  for (const word of words) terms.add(word);
  const code = record.sections.flatMap((section) => section.code).join('\n');
  const names = new Set(wordsOf(code).flatMap(({ text, isHan: han }) => (han ? [] : [fold(text)])));
  return {
    terms: [...terms],
    inText: [...words].filter((word) => /^[a-z][\w.+-]{2,}$/u.test(word)),
    inCode: [...names].filter((word) => /^[a-z]{4,}$/u.test(word)),
  };
}

/** Puts what articles are written with together, one after the other. */
export class VocabularyCounts {
  readonly #terms = new Set<string>();
  readonly #inText = new WordCounts();
  readonly #inCode = new WordCounts();

  add({ terms, inText, inCode }: ArticleVocabulary): void {
    for (const term of terms) this.#terms.add(term);
    this.#inText.add(inText);
    this.#inCode.add(inCode);
  }

  get all(): Vocabulary {
    const words = new Set([...this.#inText.sorted, ...this.#inCode.sorted]);
    return { terms: this.#terms, words: [...words].slice(0, mostWords) };
  }
}

/** What some articles are written with. */
export function vocabularyOf(records: readonly ArticleRecord[]): Vocabulary {
  const counts = new VocabularyCounts();
  for (const record of records) counts.add(articleVocabulary(record));
  return counts.all;
}

/** Chinese names that the articles go by besides those of the glossary: tags, names, short headings. */
const ownNames = (records: readonly ArticleRecord[]): string[] =>
  records.flatMap(({ title, aliases, tags, sections }) =>
    [title, ...aliases, ...tags, ...sections.map((section) => section.title)]
      .flatMap((name) => name.match(hanRuns) ?? [])
      .filter((name) => [...name].length >= 2 && [...name].length <= longestName),
  );

/** What queries are compared with: names that the articles really use. */
export function searchTerms(
  records: readonly ArticleRecord[],
  glossary: Glossary,
  { terms: used, words } = vocabularyOf(records),
): Omit<SearchTerms, 'hasFormulas'> {
  const isUsed = (name: string): boolean => termsIn(fold(plainForm(name))).every((term) => used.has(term));
  const synonyms = [...glossary.values()]
    .map(({ zh, en, abbr }) => [...zh, ...en, ...abbr])
    .map((names) => [...names.filter(isUsed), ...names.filter((name) => !isUsed(name))])
    .filter(([first]) => first !== undefined && isUsed(first));
  const known = synonyms.flat().filter((name) => isHan(name) && isUsed(name));
  const names = [...new Set([...known, ...ownNames(records)])];
  return { synonyms, names: names.map((name) => [name, pinyinOf(name)]), words };
}

/** The common characters: those of GB 2312 in both its levels, which every Chinese keyboard offers. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb2312');
  const characters: string[] = [];
  for (let high = 0xb0; high <= 0xf7; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) {
      const character = decoder.decode(new Uint8Array([high, low]));
      if (isHan(character)) characters.push(character);
    }
  }
  return characters;
}

/** Every traditional character that stands for one of these, with it. */
function traditionalOf(simplified: ReadonlySet<string>): string {
  const convert = Converter({ from: 't', to: 'cn' });
  const pairs: string[] = [];
  // The block of unified Han characters.
  for (let point = 0x4e00; point <= 0x9fff; point += 1) {
    const character = String.fromCodePoint(point);
    const simple = convert(character);
    if (simple !== character && simplified.has(simple)) pairs.push(character + simple);
  }
  return pairs.join('');
}

/** Tables of the characters that matter here: those of the articles, and those that sound like them. */
export function hanTables(
  { terms }: Pick<Vocabulary, 'terms'>,
  { names }: Pick<SearchTerms, 'names'>,
): HanTables {
  const used = new Set([...terms].filter(isHan).flatMap((term) => [...term]));
  const wanted = new Set(names.flatMap(([, syllables]) => syllables.split(' ')));
  const syllables: Record<string, string> = {};
  for (const character of commonCharacters()) {
    const readings = polyphonic(character, { toneType: 'none', type: 'array', v: true }).flat();
    for (const reading of new Set(readings.flatMap((one) => one.split(' ')))) {
      if (wanted.has(reading)) syllables[reading] = (syllables[reading] ?? '') + character;
    }
  }
  return { simplified: traditionalOf(used), syllables };
}
