import type { CompiledArticle } from '../loader/compile-article.ts';
import type { Section } from '../markdown/sections.ts';
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

/**
 * What the index keeps of an article's formulas.
 *
 * @throws {Error} when a formula has no rendition: the store is not that of the run that compiled.
 */
export function formulaRecords(
  { data, sections }: CompiledArticle,
  renditions: RenditionSource,
): FormulaRecord[] {
  return sections.flatMap(({ title, formulas }) =>
    formulas.map(({ id, key }) => {
      const formula = renditions.find(key);
      if (formula?.kind !== 'formula') throw new Error(`No formula is known for the key ${key}.`);
      const { mathml, text } = formula;
      const url = `${encodeURI(data.path)}#${encodeURIComponent(id)}`;
      return { url, mathml, text, article: data.title, section: title };
    }),
  );
}
