import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { contextOf } from './context.ts';
import { plainText } from './plain-text.ts';
import { rowId } from './remark-notation.ts';

/**
 * Keeps what a card says of each symbol that a formula uses, reports those that none uses, and takes
 * the table of an article that shows none out of its tree.
 */
export function remarkNotationCards() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const { symbols, symbolUses, hasSymbolTable, hiddenSymbols, report } = context;
    tree.children = tree.children.filter((node) => node !== hiddenSymbols);
    for (const row of symbols) {
      const { id, listed, formula } = row;
      const slot = formula.data?.hProperties?.dataSlot;
      // An article with too many formulas shows this one as TeX.
      if (typeof slot !== 'string' || symbolUses?.isDropped(row)) continue;
      if (!symbolUses?.isUsed(row)) {
        report({
          rule: 'notation/unused',
          message: `No formula uses the symbol \`${listed.tex}\`.`,
          hint: symbolUses?.hintFor(listed.tex),
          ...listed.place,
        });
        continue;
      }
      const shape = plainText(row.shape);
      context.explained.push({
        id,
        slot,
        text: plainText(formula),
        meaning: plainText(row.meaning),
        ...(shape === '' ? {} : { shape }),
        ...(hasSymbolTable ? { row: rowId(id) } : {}),
      });
    }
  };
}
