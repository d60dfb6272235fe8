import { CborWriter } from './cbor.ts';
import type { Chunk, EncodedWord } from './cut-chunks.ts';
import { writePlaces } from './pagefind-pages.ts';
import type { PagePlaces, Postings } from './postings.ts';
import type { ListedWord } from './word-lists.ts';

/** Places of words in the texts of the pages, and in their names. */
export interface AllPlaces {
  readonly text: Postings;
  readonly names: Postings;
}

/** The only field of names, as the index writes it. */
const namesField = -1;

/** Places of one list in both, each page once, in order. */
function* bothOf(
  list: number,
  { text, names }: AllPlaces,
): Generator<{ page: number; inText: PagePlaces | undefined; inNames: PagePlaces | undefined }> {
  const [texts, others] = [text.of(list), names.of(list)];
  let [a, b] = [texts.next().value, others.next().value];
  while (a || b) {
    const page = Math.min(a?.page ?? Infinity, b?.page ?? Infinity);
    const [inText, inNames] = [a?.page === page ? a : undefined, b?.page === page ? b : undefined];
    yield { page, inText, inNames };
    if (inText) a = texts.next().value;
    if (inNames) b = others.next().value;
  }
}

/** Writes places in names. @returns how many numbers. */
function writeNames({ start, end, offset, places }: PagePlaces, writer: CborWriter): number {
  writer.array(end - start + 1);
  writer.number(namesField);
  let last = offset;
  for (const place of places.subarray(start, end)) {
    writer.number(place - last);
    last = place;
  }
  return end - start + 1;
}

/** Writes the pages of a list, by way of a writer that is empty. @returns how many numbers. */
function writePages(list: number, places: AllPlaces, writer: CborWriter, pages: CborWriter): number {
  let [count, size, last] = [0, 0, 0];
  for (const { page, inText, inNames } of bothOf(list, places)) {
    pages.array(3);
    pages.number(page - last);
    size += 1 + (inText ? writePlaces(inText, pages) : pages.array(0));
    size += inNames ? writeNames(inNames, pages) : pages.array(0);
    last = page;
    count += 1;
  }
  writer.array(count);
  writer.raw(pages.written);
  pages.clear();
  return size;
}

/** Encodes words of the index one after the other. */
export function* encodeWords(words: readonly ListedWord[], places: AllPlaces): Generator<EncodedWord> {
  const [writer, pages] = [new CborWriter(), new CborWriter()];
  for (const { word, forms } of words) {
    const plain = forms.find(({ form }) => form === '');
    const accented = forms.filter(({ form }) => form !== '');
    writer.array(3);
    writer.text(word);
    let size = plain ? writePages(plain.list, places, writer, pages) : writer.array(0);
    writer.array(accented.length);
    for (const { form, list } of accented) {
      writer.array(2);
      writer.text(form);
      size += writePages(list, places, writer, pages);
    }
    yield { word, size, bytes: writer.take() };
  }
}

/** The file of a chunk. */
export function encodeChunk({ words }: Chunk): Buffer {
  const writer = new CborWriter();
  writer.array(1);
  writer.array(words.length);
  for (const { bytes } of words) writer.raw(bytes);
  return writer.take();
}
