import type { BlockContent, Paragraph, Root, Table, TableCell, TableRow } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type {} from 'remark-parse';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { visit } from '../visit-tree.ts';
import { becomeElement, box, lineOf, ownWords, partsOf, visitBlocks } from './blocks.ts';
import { symbolId, symbolText } from '../renditions/tex-symbols.ts';
import { type ArticleContext, contextOf } from './context.ts';
import type { ListedSymbol, SymbolRow } from './notation.ts';

const words = {
  zh: { symbol: '符号', meaning: '含义', shape: '形状', table: '符号表' },
  en: { symbol: 'Symbol', meaning: 'Meaning', shape: 'Shape', table: 'Notation' },
} as const;

/** Id of a symbol's row in the table. */
export const rowId = (id: string): string => `symbol-${id}`;

/** Where a symbol's key stands, as the tree says it; nothing of the text that is parsed is there. */
function placeOf({ place: { line, column } }: ListedSymbol): NonNullable<Paragraph['position']> {
  const point = { line, column, offset: 0 };
  return { start: point, end: point };
}

/** Markdown of one line, as a paragraph at the place of the symbol that it is about. */
function readLine(parse: (text: string) => Root, text: string, listed: ListedSymbol): Paragraph {
  const { children } = parse(text);
  const [only, ...more] = children;
  const paragraph: Paragraph =
    only?.type === 'paragraph' && more.length === 0
      ? only
      : { type: 'paragraph', children: text === '' ? [] : [{ type: 'text', value: text }] };
  visit(paragraph, (node) => {
    node.position = placeOf(listed);
  });
  return paragraph;
}

/** The listed symbols, without those that are none or are listed already. */
function rowsOf(context: ArticleContext, parse: (text: string) => Root): SymbolRow[] {
  const { notation, macros, language, report } = context;
  const rows = new Map<string, SymbolRow>();
  for (const listed of notation) {
    const text = symbolText(listed.tex, macros);
    const id = symbolId(text ?? listed.tex);
    const first = rows.get(id);
    if (text === undefined || first) {
      report({
        rule: 'notation/invalid',
        message: first
          ? `\`${listed.tex}\` is the same symbol as \`${first.listed.tex}\`.`
          : `\`${listed.tex}\` is no symbol.`,
        ...listed.place,
      });
      continue;
    }
    const meaning = language === 'zh' ? (listed.zh ?? listed.en) : (listed.en ?? listed.zh);
    const row: SymbolRow = {
      id,
      listed,
      formula: {
        type: 'inlineMath',
        value: listed.tex,
        position: placeOf(listed),
      },
      meaning: readLine(parse, meaning ?? '', listed),
      shape: readLine(parse, listed.shape ?? '', listed),
    };
    row.formula.data = { symbol: row };
    rows.set(id, row);
  }
  return [...rows.values()];
}

const cell = (children: TableCell['children'], data: TableCell['data'] = {}): TableCell => ({
  type: 'tableCell',
  children,
  data,
});

function tableOf(rows: readonly SymbolRow[], context: ArticleContext): Table {
  const { symbol, meaning, shape, table } = words[context.language];
  const hasShapes = rows.some(({ listed }) => listed.shape !== undefined);
  const head = [symbol, meaning, ...(hasShapes ? [shape] : [])].map((word) =>
    cell([ownWords(word, {})], { hProperties: { scope: 'col' } }),
  );
  const body = rows.map((row): TableRow => ({
    type: 'tableRow',
    data: { hProperties: { id: rowId(row.id) } },
    children: [
      // No header of its row: what checks headers for a name does not read MathML.
      cell([row.formula]),
      cell(row.meaning.children),
      ...(hasShapes ? [cell(row.shape.children)] : []),
    ],
  }));
  return {
    type: 'table',
    align: head.map(() => null),
    data: { hProperties: { ariaLabel: table } },
    children: [{ type: 'tableRow', children: head }, ...body],
  };
}

/** Makes a block the table of symbols. */
function fillBlock(block: ContainerDirective, table: Table): void {
  const { title, body } = partsOf(block);
  const head: BlockContent[] =
    title.length > 0 ? [lineOf('p', { className: ['notation-title'] }, title)] : [];
  becomeElement(block, 'div', { className: ['notation'] }, [...head, table, ...body]);
}

/**
 * Puts the symbols that an article lists into its `:::notation`. Without one they stand at the end of
 * the tree, where the plugins between here and `remark-notation-cards`, which takes them out, read them
 * as they read the rest of the article.
 *
 * `:::notation` → `<div class="notation"><table>…<tr id="symbol-W_0"><th scope="row">W₀</th><td>冻结的权重</td>…`
 */
export function remarkNotation(this: Processor) {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const rows = rowsOf(context, (text) => this.parse(text) as Root);
    context.symbols = rows;
    let table = rows.length > 0 ? tableOf(rows, context) : undefined;
    visitBlocks(
      tree,
      (name) => name === 'notation',
      (block) => {
        if (table) {
          context.hasSymbolTable = true;
          fillBlock(block, table);
          table = undefined;
          return;
        }
        context.report({
          rule: 'block/misplaced',
          message: rows.length > 0 ? 'The symbols are listed already.' : 'The article lists no symbols.',
          hint:
            rows.length > 0 ? 'delete one of the blocks' : 'list them in the front matter, under `notation`',
          line: block.position?.start.line,
          column: block.position?.start.column,
          length: ':::notation'.length,
        });
      },
    );
    if (!table) return;
    context.hiddenSymbols = box('div', {}, [table]);
    tree.children.push(context.hiddenSymbols);
  };
}
