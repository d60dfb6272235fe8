import type { CompiledArticle } from '../loader/compile-article.ts';
import type { Section } from '../markdown/sections.ts';
import { mathmlOf } from '../renditions/formula-mathml.ts';
import { withMathLetters } from '../renditions/math-letters.ts';
import type { RenditionSource } from '../renditions/slot.ts';
import { tokensOfFormula } from '../search/formula-words.ts';
import type { ArticleRecord, FormulaGroup, FormulaRecord, SectionRecord } from '../search/records.ts';

const textsOf = ({ blocks }: Section, isCode: boolean): string[] =>
  blocks
    .filter(({ kind, text }) => (kind === 'code') === isCode && text.trim() !== '')
    .map(({ text }) => text);

const sectionRecord = (section: Section): SectionRecord => ({
  id: section.id,
  title: section.title,
  text: textsOf(section, false),
  code: textsOf(section, true),
});

/** What the index keeps of an article. */
export function articleRecord({ data, sections }: CompiledArticle): ArticleRecord {
  return {
    url: encodeURI(data.path),
    title: data.title,
    aliases: data.aliases,
    date: data.date.toISOString().slice(0, 10),
    tags: data.tags,
    kind: data.section === 'docs' ? 'manual' : 'article',
    sections: sections.map(sectionRecord),
  };
}

/** A value that an article can be found by: `['tag', '微调']`, `['series', '投机解码']`, `['year', '2026']`. */
export type Facet = readonly [filter: string, value: string];

/** What an article and its formulas can be filtered by. */
export function facetsOf({ data }: CompiledArticle): Facet[] {
  const { tags, series, locale, date } = data;
  return [
    ...tags.map((tag) => ['tag', tag] as const),
    ...(series === undefined ? [] : [['series', series.titles[locale] ?? series.id] as const]),
    ['year', date.toISOString().slice(0, 4)],
  ];
}

/** Formulas of a group: more make smaller files of the index, fewer are quicker to look through. */
const formulasTogether = 16;

/** The readable text of a formula without the numbers of its lines, which no reader asks for. */
const withoutNumbers = (text: string, mathml: string): string =>
  [...mathml.matchAll(/<mtd><mtext>(\([^<]*\))<\/mtext><\/mtd><\/mtr>/gu)].reduce((rest, [, number = '']) => {
    const start = rest.lastIndexOf(` ${number}`);
    return start < 0 ? rest : rest.slice(0, start) + rest.slice(start + number.length + 1);
  }, text);

function formulaRecord(id: string, key: string, section: string, renditions: RenditionSource): FormulaRecord {
  const formula = renditions.find(key);
  if (formula?.kind !== 'formula') throw new Error(`No formula is known for the key ${key}.`);
  const mathml = mathmlOf(formula);
  return { id, mathml: withMathLetters(mathml), text: withoutNumbers(formula.text, mathml), section };
}

/**
 * What the index keeps of an article's formulas, less those that have nothing to search.
 *
 * @throws {Error} when a formula has no rendition: the store is not that of the run that compiled.
 */
export function formulaGroups(
  { data, sections }: CompiledArticle,
  renditions: RenditionSource,
): FormulaGroup[] {
  const formulas = sections
    .flatMap(({ title, formulas: own }) =>
      own.map(({ id, key }) => formulaRecord(id, key, title, renditions)),
    )
    .filter(({ text }) => tokensOfFormula(text).length > 0);
  const groups: FormulaGroup[] = [];
  for (let start = 0; start < formulas.length; start += formulasTogether) {
    const group = formulas.slice(start, start + formulasTogether);
    const url = `${encodeURI(data.path)}#${encodeURIComponent(group[0]?.id ?? '')}`;
    groups.push({ url, article: data.title, formulas: group });
  }
  return groups;
}
