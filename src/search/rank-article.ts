import type { ArticleHit, SectionHit } from './answer.ts';
import { bestParagraph, excerptAround } from './excerpt.ts';
import { coverageOf, findRanges, fold, type Needle, piecesOf } from './matching.ts';
import type { ArticleRecord, SectionRecord } from './records.ts';
import { rememberTexts } from './remember-texts.ts';

/** What was asked, for reading an article closely. */
export interface Wanted {
  readonly needles: readonly Needle[];
  /** The query as one stretch of text, in the spellings that mean the same. */
  readonly phrases: readonly string[];
  /** What the address of a hit carries, so that the page can mark it. */
  readonly query: string;
  /** The site's base path. */
  readonly base: string;
}

const mostSections = 3;
/** What a page of the manual counts for beside articles, unless it is asked for by its name. */
const manualShare = 0.4;

/** What a list of works counts for: its titles name everything. */
const listShare = 0.4;
const isList = ({ title }: SectionRecord): boolean => /^(?:参考文献|References)$/u.test(title);

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((total, number) => total + number, 0) / numbers.length;

const keyOf = rememberTexts((text) => fold(text).replace(/[\s\p{P}]+/gu, ''));

const holds = (text: string, phrases: readonly string[]): boolean => {
  const key = keyOf(text);
  return phrases.some((phrase) => key.includes(phrase));
};

const textOf = ({ text, code }: SectionRecord): string => [...text, ...code].join('\n');

interface RankedSection {
  readonly section: SectionRecord;
  readonly score: number;
}

function rankSection(section: SectionRecord, wanted: Wanted): RankedSection {
  const text = textOf(section);
  const inTitle = holds(section.title, wanted.phrases) ? 1 : 0;
  const literal = holds(text, wanted.phrases) ? 1 : 0;
  const inText = mean(coverageOf(`${section.title}\n${text}`, wanted.needles));
  const share = isList(section) ? listShare : 1;
  return { section, score: share * (2 * inTitle + literal + inText) };
}

/**
 * How well an article answers, from its text: its title and names before its headings, those before
 * its sentences, words side by side before words apart. Between 0 and about 6.
 */
export function scoreOf(record: ArticleRecord, wanted: Wanted): number {
  const names = [record.title, ...record.aliases];
  const isName = names.some((name) => wanted.phrases.includes(keyOf(name))) ? 1 : 0;
  const inNames = names.some((name) => holds(name, wanted.phrases)) ? 1 : 0;
  const namesCovered = mean(coverageOf(names.join('\n'), wanted.needles));
  const sections = record.sections.map((section) => rankSection(section, wanted));
  const best = Math.max(0, ...sections.map(({ score }) => score));
  const often = sections.filter(({ section }) => holds(textOf(section), wanted.phrases)).length;
  const score = isName + inNames + namesCovered + 0.6 * best + 0.3 * Math.log2(1 + often);
  return record.kind === 'manual' && isName === 0 ? score * manualShare : score;
}

/** Address of a place of an article, with what was asked for. */
export function addressOf(path: string, wanted: Pick<Wanted, 'base' | 'query'>): string {
  const [page = '', fragment] = path.split('#');
  const address = wanted.base.replace(/\/$/u, '') + page;
  const query = wanted.query === '' ? '' : `?q=${encodeURIComponent(wanted.query)}`;
  return address + query + (fragment ? `#${fragment}` : '');
}

function sectionHit(record: ArticleRecord, section: SectionRecord, wanted: Wanted): SectionHit {
  const paragraph = bestParagraph([...section.text, ...section.code], wanted.needles) ?? '';
  return {
    title: piecesOf(section.title, findRanges(section.title, wanted.needles)),
    url: addressOf(`${record.url}#${encodeURIComponent(section.id)}`, wanted),
    excerpt: excerptAround(paragraph, wanted.needles),
  };
}

/** An article as the reader sees it: its best sentence, and the sections that answer best. */
export function hitOf(record: ArticleRecord, wanted: Wanted): ArticleHit {
  const ranked = record.sections
    .map((section) => rankSection(section, wanted))
    .toSorted((a, b) => b.score - a.score);
  // The best paragraph of the best section; where that has none of its own, of all.
  const paragraphs = ranked.flatMap(({ section }) => [...section.text, ...section.code]);
  const [lead] = ranked;
  const own = lead && bestParagraph([...lead.section.text, ...lead.section.code], wanted.needles);
  const isAnswer = own !== undefined && coverageOf(own, wanted.needles).some((share) => share > 0);
  const paragraph = isAnswer ? own : bestParagraph(paragraphs, wanted.needles);
  const floor = (lead?.score ?? 0) * 0.6;
  return {
    title: piecesOf(record.title, findRanges(record.title, wanted.needles)),
    url: addressOf(record.url, wanted),
    excerpt: excerptAround(paragraph ?? '', wanted.needles),
    date: record.date,
    tags: record.tags,
    sections: ranked
      .filter(({ section, score }) => section.id !== '' && score > 0 && score >= floor)
      .slice(0, mostSections)
      .map(({ section }) => sectionHit(record, section, wanted)),
  };
}

/** A phrase for {@link Wanted}: signs and spaces do not count. */
export const phraseOf = keyOf;
