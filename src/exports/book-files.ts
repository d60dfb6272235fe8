import { escapeHtml } from '../escape-html.ts';
import { wordsOf } from '../i18n/words.ts';
import { mediaTypeOf } from '../publishing/media-types.ts';
import type { Chapter, ChapterHeading } from './chapter.ts';
import type { Book } from './find-book.ts';

/** A file as the package lists it. */
export interface ListedFile {
  readonly name: string;
  /** `mathml`, `svg`. */
  readonly properties?: readonly string[];
}

const element = (name: string, text: string, attributes = ''): string =>
  `<${name}${attributes}>${escapeHtml(text)}</${name}>`;

/** The moment without its parts of a second, as `dcterms:modified` has it. */
const moment = (date: Date): string => date.toISOString().replace(/\.\d+Z$/u, 'Z');

/** When a book was changed last: the last change of any of its articles. */
export const modifiedOf = ({ articles }: Book): Date =>
  new Date(Math.max(...articles.map(({ updated }) => updated.getTime())));

const unique = (names: readonly string[]): string[] => [...new Set(names)];

/** All who wrote a book. */
export const authorsOf = ({ articles }: Book): string[] => unique(articles.flatMap(({ authors }) => authors));

/** Tells a reader of EPUB where the package is. */
export const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** What a book offers to readers who cannot see it, in the words of schema.org. */
function accessibility(language: string): string[] {
  const property = (name: string, value: string): string =>
    element('meta', value, ` property="schema:${name}"`);
  return [
    property('accessMode', 'textual'),
    property('accessMode', 'visual'),
    property('accessModeSufficient', 'textual'),
    ...[
      ...['alternativeText', 'displayTransformability', 'MathML', 'readingOrder', 'structuralNavigation'],
      'tableOfContents',
    ].map((feature) => property('accessibilityFeature', feature)),
    property('accessibilityHazard', 'none'),
    property('accessibilitySummary', wordsOf(language).bookAccess),
  ];
}

function metadata(book: Book, publisher: string): string[] {
  const newest = new Date(Math.max(...book.articles.map(({ published }) => published.getTime())));
  return [
    element('dc:identifier', book.url, ' id="book"'),
    element('dc:title', book.title),
    element('dc:language', book.language),
    ...authorsOf(book).flatMap((name, place) => [
      element('dc:creator', name, ` id="author-${String(place + 1)}"`),
      element(
        'meta',
        'aut',
        ` refines="#author-${String(place + 1)}" property="role" scheme="marc:relators"`,
      ),
    ]),
    element('dc:publisher', publisher),
    element('dc:date', newest.toISOString().slice(0, 10)),
    element('dc:source', book.url),
    ...(book.description === '' ? [] : [element('dc:description', book.description)]),
    ...unique(book.articles.flatMap(({ tags }) => tags)).map((tag) => element('dc:subject', tag)),
    element('meta', moment(modifiedOf(book)), ' property="dcterms:modified"'),
    ...accessibility(book.language),
  ];
}

/**
 * The package document.
 *
 * @param files all files of the book but this one; the pages in the order in which they are read.
 */
export function packageDocument(book: Book, files: readonly ListedFile[], publisher: string): string {
  const idOf = (name: string): string => name.replace(/[^\w-]/gu, '-').replace(/^(?=[\d-])/u, 'f');
  const items = files.map(({ name, properties = [] }) => {
    const type = name.endsWith('.xhtml') ? 'application/xhtml+xml' : (mediaTypeOf(name)?.type ?? '');
    const said = properties.length > 0 ? ` properties="${properties.join(' ')}"` : '';
    return `<item id="${idOf(name)}" href="${escapeHtml(encodeURI(name))}" media-type="${type}"${said}/>`;
  });
  const pages = files.filter(({ name }) => name.endsWith('.xhtml'));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="${escapeHtml(book.language)}">`,
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    ...metadata(book, publisher),
    '</metadata>',
    `<manifest>\n${items.join('\n')}\n</manifest>`,
    `<spine>\n${pages.map(({ name }) => `<itemref idref="${idOf(name)}"/>`).join('\n')}\n</spine>`,
    '</package>\n',
  ].join('\n');
}

/** A page of a book. `body` is XHTML. */
export const pageOf = (title: string, language: string, body: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE html>',
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${escapeHtml(language)}" xml:lang="${escapeHtml(language)}">`,
    `<head><meta charset="utf-8"/><title>${escapeHtml(title)}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>`,
    `<body>${body}</body>`,
    '</html>\n',
  ].join('\n');

const link = (href: string, text: string): string => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;

/** Sections with those directly below them. */
function sectionList(file: string, headings: readonly ChapterHeading[]): string {
  if (headings.length === 0) return '';
  const top = Math.min(...headings.map(({ depth }) => depth));
  const groups: { head: ChapterHeading; below: ChapterHeading[] }[] = [];
  for (const heading of headings) {
    const last = groups.at(-1);
    if (heading.depth > top && last) last.below.push(heading);
    else groups.push({ head: heading, below: [] });
  }
  const items = groups.map(({ head, below }) => {
    const inner = sectionList(file, below);
    return `<li>${link(`${file}#${encodeURIComponent(head.id)}`, head.text)}${inner}</li>`;
  });
  return `<ol>${items.join('')}</ol>`;
}

/** The table of contents, for readers and for the menu of their program. */
export function contentsPage(book: Book, chapters: readonly Chapter[]): string {
  const { contents } = wordsOf(book.language);
  const items = chapters.map(
    ({ file, article, headings }) => `<li>${link(file, article.title)}${sectionList(file, headings)}</li>`,
  );
  const landmarks = `<nav epub:type="landmarks" hidden=""><ol><li><a epub:type="toc" href="contents.xhtml">${escapeHtml(contents)}</a></li><li><a epub:type="bodymatter" href="${chapters[0]?.file ?? ''}">${escapeHtml(book.title)}</a></li></ol></nav>`;
  return pageOf(
    contents,
    book.language,
    `<h1>${escapeHtml(book.title)}</h1>${book.description === '' ? '' : `<p>${escapeHtml(book.description)}</p>`}<nav epub:type="toc" role="doc-toc" aria-label="${escapeHtml(contents)}"><h2>${escapeHtml(contents)}</h2><ol>${items.join('')}</ol></nav>${landmarks}`,
  );
}

/** The cover as a page. */
export const coverPage = (book: Book): string =>
  pageOf(
    book.title,
    book.language,
    `<section epub:type="cover" class="cover"><img src="cover.png" alt="${escapeHtml(book.title)}"/></section>`,
  );
