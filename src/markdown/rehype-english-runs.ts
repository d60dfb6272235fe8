import type { Element, ElementContent, Parents, Root, RootContent } from 'hast';
import type { VFile } from 'vfile';
import { englishRuns } from '../english-runs.ts';
import { contextOf } from './context.ts';

type Child = RootContent | ElementContent;

/** Elements of a line that may be a part of a run, such as emphasis in a title. */
const inline = new Set(
  ['a', 'abbr', 'b', 'cite', 'del', 'em', 'i', 'ins', 'mark', 'q', 's', 'small', 'span', 'strong'].concat([
    'sub',
    'sup',
    'u',
  ]),
);
/** Elements whose text is in no language. */
const notLanguage = new Set([
  'code',
  'kbd',
  'math',
  'pre',
  'samp',
  'script',
  'style',
  'svg',
  'template',
  'textarea',
  'var',
]);

const han = /\p{Script=Han}/u;
/** Stands for what no run reaches over. */
const barrier = '\uFFFC';

const isLeftAlone = ({ tagName, properties }: Element): boolean =>
  notLanguage.has(tagName) || properties.lang !== undefined || properties.translate === 'no';

/** Text of the page that stands in attributes. */
const attributeText = ({ properties }: Element): string =>
  [properties.ariaLabel, properties.title, properties.alt]
    .filter((text) => typeof text === 'string')
    .join(' ');

/** Text of an element that may lie in a run as a whole; nothing where it may not. */
function wholeText(node: Child): string | undefined {
  if (node.type === 'text') return han.test(node.value) ? undefined : node.value;
  if (node.type !== 'element' || !inline.has(node.tagName) || isLeftAlone(node)) return undefined;
  if (han.test(attributeText(node)) || node.children.length === 0) return undefined;
  const texts = node.children.map(wholeText);
  return texts.every((text) => text !== undefined) ? texts.join('') : undefined;
}

/** A child, or a piece of a child that is text, with its place in the text of the line. */
interface Piece {
  readonly node: Child;
  readonly start: number;
  readonly end: number;
}

function piecesOf(parent: Parents): { pieces: Piece[]; text: string } {
  const pieces: Piece[] = [];
  let text = '';
  for (const node of parent.children) {
    const own = node.type === 'text' ? node.value : (wholeText(node) ?? barrier);
    pieces.push({ node, start: text.length, end: text.length + own.length });
    text += own;
  }
  return { pieces, text };
}

/** The part of a piece from one place of the line to another; an element is there as a whole. */
function part({ node, start, end }: Piece, from: number, to: number): Child {
  if (node.type !== 'text') return node;
  return { type: 'text', value: node.value.slice(Math.max(from, start) - start, Math.min(to, end) - start) };
}

function markLine(parent: Parents): void {
  const { pieces, text } = piecesOf(parent);
  const runs = englishRuns(text);
  if (runs.length === 0) return;
  const isWhole = !han.test(text) && !text.includes(barrier);
  if (isWhole && parent.type === 'element' && !han.test(attributeText(parent))) {
    parent.properties.lang = 'en';
    return;
  }
  const children: Child[] = [];
  let from = 0;
  const keep = (to: number): void => {
    for (const piece of pieces)
      if (piece.start < to && piece.end > from) children.push(part(piece, from, to));
    from = to;
  };
  for (const { start: runStart, end: runEnd } of runs) {
    const inside = pieces.filter((piece) => piece.start < runEnd && piece.end > runStart);
    // An element is in the run with all of its text.
    const elements = inside.filter(({ node }) => node.type !== 'text');
    const start = Math.min(runStart, ...elements.map((piece) => piece.start));
    const end = Math.max(runEnd, ...elements.map((piece) => piece.end));
    if (start < from) continue;
    keep(start);
    const marked = inside.map((piece) => part(piece, start, end));
    const [only] = marked;
    if (marked.length === 1 && only?.type === 'element') {
      only.properties.lang = 'en';
      children.push(only);
    } else {
      const span = { type: 'element', tagName: 'span', properties: { lang: 'en' } } as const;
      children.push({ ...span, children: marked as ElementContent[] });
    }
    from = end;
  }
  keep(text.length);
  parent.children = children;
}

function mark(parent: Parents): void {
  // What may lie in a run is looked at with its line.
  for (const child of parent.children) {
    if (
      child.type === 'element' ? !isLeftAlone(child) && wholeText(child) === undefined : 'children' in child
    ) {
      mark(child as Parents);
    }
  }
  markLine(parent);
}

/**
 * Says of the English in a Chinese article that it is English, so that it is read aloud, spelled and
 * hyphenated as such: an element that is English alone gets `lang`, other runs of words a `span`.
 *
 * `<p>见 <em>Attention Is All You Need</em> 与 Segment Anything。</p>` →
 * `<p>见 <em lang="en">Attention Is All You Need</em> 与 <span lang="en">Segment Anything</span>。</p>`
 *
 * Code, formulas and what has a language already or is not to be translated are left alone.
 */
export function rehypeEnglishRuns() {
  return (tree: Root, file: VFile): void => {
    if (contextOf(file).language === 'zh') mark(tree);
  };
}
