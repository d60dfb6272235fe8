import type { Paragraph, PhrasingContent, Root, RootContent, Table, Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { SKIP, visit } from '../visit-tree.ts';
import { becomeElement, lineOf } from './blocks.ts';
import { captionLine } from './caption.ts';

const opening = /^\s*(?:(?:table|表)\s*[:：]|:(?=\s))\s*/iu;
const idAtEnd = /\s*\{#(?<id>[^\s{}#]+)\}\s*$/u;

const isCaption = (node: RootContent | undefined): node is Paragraph =>
  node?.type === 'paragraph' && node.children[0]?.type === 'text' && opening.test(node.children[0].value);

/** A caption right after a table, without a blank line, has been read as its last row. */
function takeLastRow(table: Table, source: string): Paragraph | undefined {
  const row = table.children.at(-1);
  const [cell] = row?.children ?? [];
  const { start, end } = row?.position ?? {};
  if (!row || !cell || table.children.length < 2) return undefined;
  const paragraph: Paragraph = { type: 'paragraph', children: cell.children };
  if (!isCaption(paragraph) || source.slice(start?.offset, end?.offset).includes('|')) return undefined;
  table.children.pop();
  return paragraph;
}

/** The words of a caption and the id at their end. */
function readCaption({ children }: Paragraph): { words: PhrasingContent[]; id: string | undefined } {
  const words = children.map((child) => ({ ...child }));
  const first = words[0] as Text;
  first.value = first.value.replace(opening, '');
  const last = words.at(-1);
  const id = last?.type === 'text' ? idAtEnd.exec(last.value)?.groups?.id : undefined;
  if (last?.type === 'text' && id !== undefined) last.value = last.value.replace(idAtEnd, '');
  return { words, id };
}

/**
 * Gives tables captions: a paragraph that begins with `Table:`, `表：` or `: ` right before or right
 * after the table. Between two tables it belongs to the one that follows it, unless that one has a
 * caption after it.
 *
 * `: 消融 {#tbl-x}` and a table → `<figure class="table" id="tbl-x"><figcaption>消融</figcaption><table>…`
 */
export function remarkTableCaptions() {
  return (tree: Root, file: VFile): void => {
    const source = String(file);
    let count = 0;
    visit(tree, 'table', (table, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const siblings = parent.children as RootContent[];
      const before = siblings[index - 1];
      const after = siblings[index + 1];
      const following = siblings[index + 2];
      const isOfNext = following?.type === 'table' && !isCaption(siblings[index + 3]);
      const lastRow = takeLastRow(table, source);
      let from = index;
      let size = 1;
      let caption = lastRow;
      if (!caption && isCaption(before)) {
        caption = before;
        [from, size] = [index - 1, 2];
      } else if (!caption && isCaption(after) && !isOfNext) {
        caption = after;
        size = 2;
      }
      if (!caption) return undefined;

      count += 1;
      const { words, id } = readCaption(caption);
      const captionId = `table-caption-${String(count)}`;
      const figure: ContainerDirective = {
        type: 'containerDirective',
        name: 'table',
        attributes: id === undefined ? {} : { id },
        children: [],
      };
      if (table.position) figure.position = table.position;
      table.data = { ...table.data, hProperties: { ariaLabelledBy: [captionId] } };
      becomeElement(figure, 'figure', { className: ['table'] }, [
        lineOf('figcaption', { id: captionId }, captionLine(figure, 'tbl', words), caption.position),
        table,
      ]);
      siblings.splice(from, size, figure);
      return [SKIP, from + 1];
    });
  };
}
