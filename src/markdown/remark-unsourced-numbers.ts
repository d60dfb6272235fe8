import type { FootnoteDefinition, Nodes, Paragraph, Parents, Root, Table, TableCell, Text } from 'mdast';
import type { VFile } from 'vfile';
import { EXIT, SKIP, visit } from '../visit-tree.ts';
import { type ClaimedNumber, claimedNumbers } from './claimed-numbers.ts';
import { contextOf } from './context.ts';
import { labelKinds } from './label-types.ts';
import { citedSign, sentencesOf } from './sentences.ts';

/** Stands in a text for what sources its own sentence alone: `:num`, `:given`, a reference, a computed value. */
const ownSign = '\u{FDD2}';
/** Stands for what is no prose: a formula, code, a link. */
const otherSign = '\u{FDD3}';

const anySource = new RegExp(`[${citedSign}${ownSign}]`, 'u');
const shown = new RegExp(
  `^#(?:${Object.keys(labelKinds)
    .filter((kind) => kind !== 'sec')
    .join('|')})-`,
  'u',
);

const hint =
  'cite a work, write `:num[…]{= …}`, refer to an equation, figure or table, or mark what is assumed: `:given[…]`';

/** A paragraph as a string, with the text nodes that it is made of. */
interface Prose {
  readonly text: string;
  readonly pieces: readonly { readonly start: number; readonly node: Text }[];
}

/** Whether a footnote is the note of a source: it cites a work, or links to another site. */
function isSourceNote(note: FootnoteDefinition): boolean {
  let found = false;
  visit(note, (node) => {
    found ||= node.type === 'citation' || (node.type === 'link' && /^https?:/u.test(node.url));
    return found ? EXIT : undefined;
  });
  return found;
}

/** Reads paragraphs; asks of a footnote whether it names a source. */
function proseOf(node: Nodes, isSource: (note: string) => boolean): Prose {
  const pieces: { start: number; node: Text }[] = [];
  let text = '';
  const read = (inner: Nodes): void => {
    switch (inner.type) {
      case 'text':
        pieces.push({ start: text.length, node: inner });
        text += inner.value;
        return;
      case 'break':
        text += ' ';
        return;
      case 'citation':
        text += citedSign;
        return;
      case 'footnoteReference':
        if (isSource(inner.identifier)) text += citedSign;
        return;
      case 'checkedNumber':
        text += ownSign;
        return;
      case 'textDirective':
        if (inner.name === 'term') inner.children.forEach(read);
        else text += ownSign;
        return;
      case 'link':
        text += shown.test(inner.url) ? ownSign : otherSign;
        return;
      case 'inlineMath':
      case 'inlineCode':
      case 'image':
      case 'imageReference':
      case 'linkReference':
        text += otherSign;
        return;
      case 'html':
      case 'labelSlot':
        return;
      default:
        if (/^mdx\w*Expression$/u.test(inner.type)) text += ownSign;
        else if ('children' in inner && inner.children.length > 0) inner.children.forEach(read);
        // A component without content prints what it computes.
        else if (inner.type.startsWith('mdxJsx')) text += ownSign;
    }
  };
  if ('children' in node) node.children.forEach(read);
  return { text, pieces };
}

/** Where a numeral stands in the file: the nth of its kind in the text is the nth in the source. */
function placeOf({ pieces }: Prose, { text, index }: ClaimedNumber, source: string) {
  const piece = pieces.findLast(({ start }) => start <= index);
  const start = piece?.node.position?.start;
  if (!piece || !start) return {};
  const written = source.slice(start.offset, piece.node.position?.end.offset);
  const count = piece.node.value.slice(0, index - piece.start).split(text).length;
  let offset = -1;
  for (let seen = 0; seen < count; seen += 1) offset = written.indexOf(text, offset + 1);
  const lines = written.slice(0, Math.max(0, offset)).split('\n');
  const last = lines.at(-1)?.length ?? 0;
  return {
    line: start.line + lines.length - 1,
    column: lines.length === 1 ? start.column + last : last + 1,
    length: text.length,
  };
}

/** The first numeral of each sentence that has no source, with its offset in the paragraph. */
function unsourcedIn({ text }: Prose): ClaimedNumber[] {
  if (!/[0-9０-９]/u.test(text)) return [];
  const lastCitation = text.lastIndexOf(citedSign);
  return sentencesOf(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    if (start <= lastCitation || anySource.test(sentence)) return [];
    return claimedNumbers(sentence)
      .slice(0, 1)
      .map((claim) => ({ ...claim, index: claim.index + start }));
  });
}

/** Whether a paragraph says at its end where what follows is from. */
function introduces(text: string, onlyWithColon: boolean): boolean {
  const last = sentencesOf(text).at(-1);
  return (
    last !== undefined &&
    anySource.test(text.slice(last.start, last.end)) &&
    (!onlyWithColon || /[:：]\s*$/u.test(text))
  );
}

/** Titles of blocks, symbols and headings are no sentences; captions are. */
const isTitle = (node: Nodes): boolean =>
  node.type === 'paragraph' && node.data?.directiveLabel === true && node.data.hName !== 'figcaption';

const isSkipped = (node: Nodes): boolean =>
  node.type === 'heading' ||
  isTitle(node) ||
  (node.type === 'containerDirective' && node.name === 'notation');

/** The paragraph right before a node. */
const paragraphBefore = (parent: Parents, index: number): Paragraph | undefined => {
  const before = parent.children[index - 1];
  return before?.type === 'paragraph' ? before : undefined;
};

/**
 * Reports sentences with a number that say nowhere where it is from. What counts as a number, see
 * {@link claimedNumbers}. Its sentence has a source if it holds a citation, `:num[…]`, a reference to an equation,
 * figure, table or the like, an expression or component of MDX, or `:given[…]`; if a citation follows in the same
 * paragraph; if it is in a list whose introduction holds a source and ends in a colon; if it is in a table whose
 * caption, introducing sentence, head, or first cell of the row holds one. A footnote that cites or links to
 * another site is a citation.
 *
 * `准确率为 73.4%。` → `claim/unsourced-number` · `准确率为 73.4%[@hu2021lora]。` → nothing
 */
export function remarkUnsourcedNumbers() {
  return (tree: Root, file: VFile): void => {
    const { report, checksClaims } = contextOf(file);
    if (!checksClaims) return;
    const source = String(file);
    const notes = new Set<string>();
    visit(tree, 'footnoteDefinition', (note) => {
      if (isSourceNote(note)) notes.add(note.identifier);
    });
    const read = (node: Nodes): Prose => proseOf(node, (note) => notes.has(note));
    const hasSource = (node: Nodes | undefined): boolean =>
      node !== undefined && anySource.test(read(node).text);

    const checkParagraph = (node: Paragraph): void => {
      const prose = read(node);
      for (const claim of unsourcedIn(prose)) {
        const message = `The sentence does not say where \`${claim.text}\` is from.`;
        report({ rule: 'claim/unsourced-number', message, hint, ...placeOf(prose, claim, source) });
      }
    };
    const checkTable = ({ children: [head, ...rows] }: Table): void => {
      if (!head || head.children.some(hasSource)) return;
      const claimsIn = (cell: TableCell) => {
        const prose = read(cell);
        return anySource.test(prose.text)
          ? []
          : claimedNumbers(prose.text).map((claim) => ({ prose, claim }));
      };
      const claims = rows.flatMap(({ children }) =>
        hasSource(children[0]) ? [] : children.flatMap(claimsIn),
      );
      const [first, ...others] = claims;
      if (!first) return;
      const more = others.length === 0 ? '' : ` and ${String(others.length)} more`;
      const message = `The table does not say where \`${first.claim.text}\`${more} is from.`;
      report({ rule: 'claim/unsourced-number', message, hint, ...placeOf(first.prose, first.claim, source) });
    };

    visit(tree, (node, index, parent) => {
      if (isSkipped(node)) return SKIP;
      if (node.type === 'footnoteDefinition' && notes.has(node.identifier)) return SKIP;
      const before = parent && index !== undefined ? paragraphBefore(parent, index) : undefined;
      const isTable = node.type === 'table' || (node.type === 'containerDirective' && node.name === 'table');
      if (before && (isTable || node.type === 'list') && introduces(read(before).text, !isTable)) return SKIP;
      if (isTable && node.type === 'containerDirective') {
        return node.children.some((child) => child.type === 'paragraph' && hasSource(child))
          ? SKIP
          : undefined;
      }
      if (node.type === 'table') checkTable(node);
      else if (node.type === 'paragraph') checkParagraph(node);
      return node.type === 'table' || node.type === 'paragraph' ? SKIP : undefined;
    });
  };
}
