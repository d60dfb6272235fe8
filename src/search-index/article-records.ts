import type { CompiledArticle } from '../loader/compile-article.ts';
import type { Section } from '../markdown/sections.ts';
import { mathmlOf } from '../renditions/formula-mathml.ts';
import type { RenditionSource } from '../renditions/slot.ts';
import type { ArticleRecord, FormulaRecord, SectionRecord } from '../search/records.ts';

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

/** Formulas of an article as they are known: what search takes of them is found out in a thread. */
export interface ArticleFormulas {
  /** Path of the article, as links have it. */
  readonly url: string;
  readonly article: string;
  readonly formulas: readonly FormulaRecord[];
}

function formulaRecord(id: string, key: string, section: string, renditions: RenditionSource): FormulaRecord {
  const formula = renditions.find(key);
  if (formula?.kind !== 'formula') throw new Error(`No formula is known for the key ${key}.`);
  return { id, mathml: mathmlOf(formula), text: formula.text, section };
}

/**
 * An article's formulas.
 *
 * @throws {Error} when a formula has no rendition: the store is not that of the run that compiled.
 */
export const formulasOf = (
  { data, sections }: CompiledArticle,
  renditions: RenditionSource,
): ArticleFormulas => ({
  url: encodeURI(data.path),
  article: data.title,
  formulas: sections.flatMap(({ title, formulas }) =>
    formulas.map(({ id, key }) => formulaRecord(id, key, title, renditions)),
  ),
});
