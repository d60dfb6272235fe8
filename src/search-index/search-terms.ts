import { Converter } from 'opencc-js/t2cn';
import { customPinyin, pinyin, polyphonic } from 'pinyin-pro';
import type { Glossary } from '../schemas/glossary.ts';
import { hanRuns, indexText, isHan, plainForm } from '../search/han-text.ts';
import { fold } from '../search/matching.ts';
import type { ArticleRecord, HanTables, SearchTerms } from '../search/records.ts';
import type { Vocabulary } from './count-words.ts';

/** More names than this are not compared with a mistyped one: every question reads them all first. */
const mostNames = 2000;
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

/** Terms of a text, each once. */
const termsIn = (text: string): string[] => [...new Set(indexText(text).split(' '))];

const namesIn = (text: string): string[] =>
  (text.match(hanRuns) ?? []).filter((name) => [...name].length >= 2 && [...name].length <= longestName);

/**
 * Chinese names that the articles go by besides those of the glossary: of as many, those of more articles
 * first; their titles, other names and tags before short headings.
 */
function ownNames(records: readonly ArticleRecord[]): string[] {
  const byArticles = (namesOf: (record: ArticleRecord) => readonly string[]): string[] => {
    const counts = new Map<string, number>();
    for (const record of records) {
      for (const name of new Set(namesOf(record).flatMap(namesIn)))
        counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
  };
  return [
    ...byArticles(({ title, aliases, tags }) => [title, ...aliases, ...tags]),
    ...byArticles(({ sections }) => sections.map(({ title }) => title)),
  ];
}

/** What queries are compared with: names that the articles really use. */
export function searchTerms(
  records: readonly ArticleRecord[],
  glossary: Glossary,
  { terms, words }: Vocabulary,
): Omit<SearchTerms, 'hasFormulas'> {
  const inTags = new Set(records.flatMap(({ tags }) => tags.flatMap((tag) => termsIn(fold(plainForm(tag))))));
  const used = terms.union(inTags);
  const isUsed = (name: string): boolean => termsIn(fold(plainForm(name))).every((term) => used.has(term));
  const synonyms = [...glossary.values()]
    .map(({ zh, en, abbr }) => [...zh, ...en, ...abbr])
    .map((names) => [...names.filter(isUsed), ...names.filter((name) => !isUsed(name))])
    .filter(([first]) => first !== undefined && isUsed(first));
  const known = synonyms.flat().filter((name) => isHan(name) && isUsed(name));
  const names = [...new Set([...known, ...ownNames(records)])].slice(0, mostNames);
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
