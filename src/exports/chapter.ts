import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { wordsOf } from '../i18n/words.ts';
import { visit } from '../visit-tree.ts';
import type { BuiltArticle } from './built-articles.ts';
import { idsOf, linkLivingFigures, withoutControls, withoutPageAttributes } from './chapter-figures.ts';
import { formulasAsMathml } from './chapter-formulas.ts';
import { notesOfBook } from './chapter-notes.ts';
import { element, find, hasClass, proseOf, text, textOf } from './tree.ts';

/** A heading of a chapter that the table of contents names. */
export interface ChapterHeading {
  readonly id: string;
  readonly depth: number;
  readonly text: string;
}

/** An article as part of a book. */
export interface Chapter {
  /** Name of its file. */
  readonly file: string;
  readonly article: BuiltArticle;
  /** The text, and nothing of what stands around it on the page. */
  readonly body: Element;
  readonly ids: ReadonlySet<string>;
  readonly headings: readonly ChapterHeading[];
  /** Path data of its waveform, 48 units high, and its width. */
  readonly wave: { readonly path: string; readonly width: number } | undefined;
}

/** Sections and what is directly below them. */
function headingsOf(body: Element): ChapterHeading[] {
  const found: ChapterHeading[] = [];
  visit(body, 'element', (node) => {
    const depth = Number(/^h([23])$/u.exec(node.tagName)?.[1]);
    const { id } = node.properties;
    if (depth && typeof id === 'string')
      found.push({ id, depth, text: textOf(node).replace(/\s+/gu, ' ').trim() });
  });
  return found;
}

function waveOf(tree: Root): Chapter['wave'] {
  const drawing = find(tree, (node) => hasClass(node, 'waveform'));
  const path = drawing && find(drawing, ({ tagName }) => tagName === 'path');
  if (!drawing || typeof path?.properties.d !== 'string') return undefined;
  const width = Number(String(drawing.properties.viewBox).split(' ')[2]);
  return { path: path.properties.d, width };
}

/** What stands over the text of a chapter. */
function headOf(article: BuiltArticle, position: string | undefined): Element {
  const words = wordsOf(article.language);
  const day = (date: Date): string => words.date(date.toISOString().slice(0, 10));
  const isUpdated = article.updated.getTime() !== article.published.getTime();
  const facts = [
    ...(position === undefined ? [] : [position]),
    ...article.authors,
    day(article.published),
    ...(isUpdated ? [`${words.updated} ${day(article.updated)}`] : []),
  ];
  return element('header', {}, [
    element('h1', { id: 'title-of-chapter' }, [text(article.title)]),
    element('p', { className: ['facts'] }, [
      text(`${facts.join(' · ')} · `),
      element('a', { href: article.url }, [text(words.onTheWeb)]),
    ]),
  ]);
}

/**
 * Makes a chapter of the page of an article. Its links and images are still those of the page.
 *
 * @param place 0-based, of `count`.
 */
export function chapterOf(article: BuiltArticle, place: number, count: number): Chapter {
  const tree = fromHtml(article.html);
  const body = proseOf(tree) ?? element('div', {});
  const words = wordsOf(article.language);
  formulasAsMathml(body);
  notesOfBook(body);
  linkLivingFigures(body, article.url, words.figureOnPage);
  withoutControls(body);
  withoutPageAttributes(body);
  const position = count > 1 ? words.numberInSeries(place + 1) : undefined;
  body.properties = { className: ['prose'] };
  body.children.unshift(headOf(article, position));
  return {
    file: `chapter-${String(place + 1)}.xhtml`,
    article,
    body,
    ids: idsOf(body),
    headings: headingsOf(body),
    wave: waveOf(tree),
  };
}
