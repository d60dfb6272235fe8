import { groupContent, tokensOfFormula } from '../search/formula-words.ts';
import type { ArticleRecord, FormulaGroup } from '../search/records.ts';
import { cutArticle } from './article-page.ts';
import type { PackedFile } from './index-files.ts';
import { type ArticleVocabulary, articleVocabulary } from './search-terms.ts';
import type { IndexPage } from './write-index.ts';

/** How the text of an article is cut into words. */
export interface TextWords extends Required<Pick<IndexPage, 'text' | 'names'>> {
  readonly vocabulary: ArticleVocabulary;
  /** The file of its record. */
  readonly fragment?: PackedFile;
}

/** How a group of formulas is cut into tokens. */
export interface FormulaTokens {
  readonly url: string;
  readonly tokens: string;
  /** The file of its record. */
  readonly fragment?: PackedFile;
}

export const textWords = (record: ArticleRecord): TextWords => ({
  ...cutArticle(record),
  vocabulary: articleVocabulary(record),
});

export const formulaTokens = ({ url, formulas }: FormulaGroup): FormulaTokens => ({
  url,
  tokens: groupContent(formulas.map(({ text }) => tokensOfFormula(text))),
});
