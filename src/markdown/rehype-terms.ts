import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import type { VFile } from 'vfile';
import { visit } from '../visit-tree.ts';
import { type ArticleContext, contextOf } from './context.ts';
import { matcherOf, type TermMatcher } from './term-matcher.ts';

type Child = RootContent | ElementContent;
interface Holder {
  children: Child[];
}

/** Blocks whose own lines are read as prose. */
const prose = new Set(['p', 'li', 'dd']);
/** What is no prose: pictures and their captions, tables, code, notes at the end, and what can be clicked. */
const closed = new Set(
  ['a', 'code', 'figure', 'math', 'nav', 'pre', 'script', 'style', 'summary', 'svg', 'table'].concat([
    'template',
  ]),
);
/** Elements of a line that a name may stand in, or reach over. */
const inline = new Set(['b', 'del', 'em', 'i', 'ins', 'mark', 'q', 's', 'small', 'strong', 'u']);

/** Stands for what no name reaches over. */
const barrier = '\uFFFC';

const classesOf = ({ properties }: Element): string =>
  Array.isArray(properties.className) ? properties.className.join(' ') : '';

const isHeading = ({ tagName }: Element): boolean => /^h[1-6]$/u.test(tagName);

/** What says in short or at the end what the article says, and titles of blocks. */
const isClosed = (element: Element): boolean =>
  closed.has(element.tagName) ||
  /\b(?:abstract|footnotes|notation|references)\b|-title\b/u.test(classesOf(element));

/** Whether a line goes on inside: without classes, or with those that only set it. */
const isOpen = (element: Element): boolean =>
  inline.has(element.tagName) ||
  (element.tagName === 'span' && /^(?:keep|han-\w+|\s)*$/u.test(classesOf(element)));

const isMark = ({ properties }: Element): boolean => properties.dataTerm !== undefined;

const textOf = (node: Child): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : barrier;

/** A piece of a line: text, or something that stands in it. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** Where names may be marked, and what holds it. */
  readonly text?: { readonly node: Text; readonly holder: Holder };
}

/** Marks the terms of one article. */
class Marker {
  readonly #context: ArticleContext;
  readonly #matcher: TermMatcher;
  readonly #known: ReadonlySet<string>;
  /** What the title names, the article itself explains. */
  readonly #ofTitle: readonly string[];
  /** What the section in hand has named already. */
  #named: Set<string>;
  readonly kept = new Set<Element>();

  constructor(context: ArticleContext) {
    this.#context = context;
    const names = context.termNames();
    this.#matcher = matcherOf(names);
    this.#known = new Set(names.map(({ id }) => id));
    this.#ofTitle = this.#idsIn(context.title ?? context.firstTitle ?? '');
    this.#named = new Set(this.#ofTitle);
  }

  #idsIn(text: string): string[] {
    return this.#matcher.mentionsIn(text).map(({ id }) => id);
  }

  walk({ children }: Holder): void {
    for (const child of children) {
      if (!('children' in child)) continue;
      if (child.type === 'element') {
        if (isHeading(child)) this.#enter(child);
        if (isHeading(child) || isClosed(child)) continue;
        if (prose.has(child.tagName)) this.#markLine(child);
      } else if (!/^[a-z]/u.test(('name' in child && child.name) || '')) {
        // What a component makes of its content is its own.
        continue;
      }
      this.walk(child);
    }
  }

  /** What a heading names is explained below it. */
  #enter(heading: Element): void {
    if (/^h[12]$/u.test(heading.tagName)) this.#named = new Set(this.#ofTitle);
    for (const id of this.#idsIn(textOf(heading))) this.#named.add(id);
  }

  #markLine(block: Element): void {
    const pieces: Piece[] = [];
    const line = this.#read(block, '', pieces);
    if (!this.#context.marksTerms) return;
    const marks = new Map<Piece, { id: string; start: number; end: number }[]>();
    for (const { id, start, end } of this.#matcher.mentionsIn(line)) {
      const piece = pieces.find((one) => one.start <= start && end <= one.end);
      if (!piece?.text || this.#named.has(id)) continue;
      this.#named.add(id);
      this.#context.markedTerms.add(id);
      const found = marks.get(piece) ?? [];
      found.push({ id, start: start - piece.start, end: end - piece.start });
      marks.set(piece, found);
    }
    for (const [{ text }, found] of marks) if (text) replace(text.node, text.holder, found);
  }

  /** Adds what stands in a line to its text and its pieces; what an author has marked counts as named. */
  #read(holder: Holder, before: string, pieces: Piece[]): string {
    let line = before;
    for (const child of holder.children) {
      if (child.type === 'element' && isMark(child)) this.#keep(child);
      else if (child.type === 'element' && isOpen(child) && child.children.length > 0) {
        line = this.#read(child, line, pieces);
        continue;
      }
      const start = line.length;
      line += child.type === 'text' ? child.value : barrier;
      pieces.push({
        start,
        end: line.length,
        ...(child.type === 'text' ? { text: { node: child, holder } } : {}),
      });
    }
    return line;
  }

  /** Keeps a mark of the author's that the glossary knows. */
  #keep(mark: Element): void {
    const id = String(mark.properties.dataTerm);
    if (!this.#known.has(id)) return;
    this.kept.add(mark);
    this.#named.add(id);
    this.#context.markedTerms.add(id);
  }
}

/** Puts marks into a text. */
function replace(
  node: Text,
  { children }: Holder,
  marks: readonly { readonly id: string; readonly start: number; readonly end: number }[],
): void {
  const parts: Child[] = [];
  let from = 0;
  const text = (start: number, end: number): Text => ({ type: 'text', value: node.value.slice(start, end) });
  for (const { id, start, end } of marks) {
    if (start > from) parts.push(text(from, start));
    const properties = { dataTerm: id };
    parts.push({ type: 'element', tagName: 'span', properties, children: [text(start, end)] });
    from = end;
  }
  if (from < node.value.length) parts.push(text(from, node.value.length));
  children.splice(children.indexOf(node), 1, ...parts);
}

/**
 * Marks where a section of the article, down to the next `##`, first names a term of the glossary, for its
 * card: in paragraphs and lists. What the title or a heading of the section names is not marked, because it
 * is what is explained there; nor is anything in the abstract, headings, links, captions, tables, code and notes.
 *
 * The mark is no link, no button and no `<dfn>`: nothing is defined there, and a screen reader reads the
 * sentence as it was written. Cards make the terms reachable by keyboard; see `client/term-stops.ts`.
 *
 * `拆成两个低秩矩阵` → `拆成两个<span data-term="low-rank">低秩</span>矩阵`
 */
export function rehypeTerms() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const own: { mark: Element; holder: Holder }[] = [];
    visit(tree, (node, _index, parent) => {
      if (parent && node.type === 'element' && isMark(node)) own.push({ mark: node, holder: parent });
    });
    if (own.length === 0 && (!context.marksTerms || context.termNames().length === 0)) return;
    const marker = new Marker(context);
    marker.walk(tree);
    for (const { mark, holder } of own) {
      if (marker.kept.has(mark)) continue;
      holder.children.splice(holder.children.indexOf(mark), 1, ...mark.children);
    }
  };
}
