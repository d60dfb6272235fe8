import { groupContent, tokensOfFormula } from '../search/formula-words.ts';
import type { FormulaGroup } from '../search/records.ts';
import type { PackedFile } from './index-files.ts';

/** How a group of formulas is cut into tokens. */
export interface FormulaTokens {
  readonly url: string;
  /** With spaces between them. */
  readonly tokens: string;
  /** The file of its record. */
  readonly fragment?: PackedFile;
}

export const formulaTokens = ({ url, formulas }: FormulaGroup): FormulaTokens => ({
  url,
  tokens: groupContent(formulas.map(({ text }) => tokensOfFormula(text))),
});
