import { zipSync } from 'fflate';
import type { Element } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { toXml } from 'xast-util-to-xml';
import { feedText } from '../feeds/feed-text.ts';
import { bookSheet } from './book-styles.ts';
import { drawCover } from './book-cover.ts';
import {
  authorsOf,
  container,
  contentsPage,
  coverPage,
  type ListedFile,
  modifiedOf,
  packageDocument,
  pageOf,
} from './book-files.ts';
import type { BuiltSite } from './built-articles.ts';
import { type Chapter, chapterOf } from './chapter.ts';
import { hasElement } from './chapter-figures.ts';
import { packImages } from './chapter-images.ts';
import { linkChapters } from './chapter-links.ts';
import type { Book } from './find-book.ts';

/** XHTML, whose namespace the page around it has. */
const toXhtml = (node: Element): string =>
  feedText(toXml(toXast(node), { closeEmptyElements: true })).replace(
    / xmlns="http:\/\/www\.w3\.org\/1999\/xhtml"/gu,
    '',
  );

const chapterPage = ({ article, body }: Chapter): string =>
  pageOf(
    article.title,
    article.language,
    `<section epub:type="chapter" role="doc-chapter" aria-labelledby="title-of-chapter">${toXhtml(body)}</section>`,
  );

const propertiesOf = ({ body }: Chapter): string[] => [
  ...(hasElement(body, 'math') ? ['mathml'] : []),
  ...(hasElement(body, 'svg') ? ['svg'] : []),
];

/**
 * A moment as the archive keeps it: without a zone, so that its parts are those of universal time on every machine.
 */
const zipTime = (date: Date): Date =>
  new Date(
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
  );

/** Articles as EPUB 3.3; the same site makes the same bytes. */
export async function makeEpub(book: Book, site: BuiltSite, siteName: string): Promise<Uint8Array> {
  const chapters = book.articles.map((article, place) => chapterOf(article, place, book.articles.length));
  linkChapters(chapters);
  const images = await packImages(chapters, site);
  const pages = chapters.map((chapter) => ({ name: chapter.file, content: chapterPage(chapter) }));
  const sheet = bookSheet(pages.map(({ content }) => content).join('\n'));
  const cover = await drawCover({
    title: book.title,
    site: siteName,
    authors: authorsOf(book).join(', '),
    date: modifiedOf(book).toISOString().slice(0, 10),
    chapters,
  });
  const listed: ListedFile[] = [
    { name: 'cover.xhtml' },
    { name: 'contents.xhtml', properties: ['nav'] },
    ...chapters.map((chapter) => ({ name: chapter.file, properties: propertiesOf(chapter) })),
    { name: 'book.css' },
    { name: 'cover.png', properties: ['cover-image'] },
    ...images.map(({ name }) => ({ name })),
  ];
  const utf8 = new TextEncoder();
  const files: Record<string, Uint8Array> = {
    'META-INF/container.xml': utf8.encode(container),
    'EPUB/package.opf': utf8.encode(packageDocument(book, listed, siteName)),
    'EPUB/cover.xhtml': utf8.encode(coverPage(book)),
    'EPUB/contents.xhtml': utf8.encode(contentsPage(book, chapters)),
    ...Object.fromEntries(pages.map(({ name, content }) => [`EPUB/${name}`, utf8.encode(content)])),
    'EPUB/book.css': utf8.encode(sheet),
    'EPUB/cover.png': cover,
    ...Object.fromEntries(images.map(({ name, content }) => [`EPUB/${name}`, content])),
  };
  // The type comes first and is not compressed, so that a file tells what it is by its first bytes.
  const mimetype = utf8.encode('application/epub+zip');
  return zipSync(
    { mimetype: [mimetype, { level: 0 }], ...files },
    { level: 9, mtime: zipTime(modifiedOf(book)) },
  );
}
