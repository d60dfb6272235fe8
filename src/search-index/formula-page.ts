import { withMathLetters } from '../renditions/math-letters.ts';
import { groupContent, tokensOfFormula } from '../search/formula-words.ts';
import type { FormulaGroup, FormulaRecord } from '../search/records.ts';
import { rememberTexts } from '../search/remember-texts.ts';
import type { ArticleFormulas } from './article-records.ts';
import type { PackedFile } from './index-files.ts';

/** How a group of formulas is cut into tokens. */
export interface FormulaTokens {
  readonly url: string;
  /** With spaces between them. */
  readonly tokens: string;
  /** The file of its record. */
  readonly fragment?: PackedFile;
}

const tokensOf = rememberTexts(tokensOfFormula, { shortest: 1 });

/** Formulas of a group: more make smaller files of the index, fewer are quicker to look through. */
const formulasTogether = 16;

/** The readable text of a formula without the numbers of its lines, which no reader asks for. */
const withoutNumbers = (text: string, mathml: string): string =>
  [...mathml.matchAll(/<mtd><mtext>(\([^<]*\))<\/mtext><\/mtd><\/mtr>/gu)].reduce((rest, [, number = '']) => {
    const start = rest.lastIndexOf(` ${number}`);
    return start < 0 ? rest : rest.slice(0, start) + rest.slice(start + number.length + 1);
  }, text);

const searchedRecord = ({ id, mathml, text, section }: FormulaRecord): FormulaRecord => ({
  ...{ id, mathml: withMathLetters(mathml), text: withoutNumbers(text, mathml), section },
});

const isSearched = ({ text }: FormulaRecord): boolean => tokensOf(text).length > 0;

/** Whether anything can be found in the formulas of an article. */
export const hasSearchedFormulas = ({ formulas }: ArticleFormulas): boolean =>
  formulas.some((formula) => isSearched(searchedRecord(formula)));

/** What the index keeps of an article's formulas, less those that have nothing to search. */
export function formulaGroups({ url, article, formulas }: ArticleFormulas): FormulaGroup[] {
  const searched = formulas.map(searchedRecord).filter(isSearched);
  const groups: FormulaGroup[] = [];
  for (let start = 0; start < searched.length; start += formulasTogether) {
    const group = searched.slice(start, start + formulasTogether);
    groups.push({ url: `${url}#${encodeURIComponent(group[0]?.id ?? '')}`, article, formulas: group });
  }
  return groups;
}

export const formulaTokens = ({ url, formulas }: FormulaGroup): FormulaTokens => ({
  url,
  tokens: groupContent(formulas.map(({ text }) => tokensOf(text))),
});
