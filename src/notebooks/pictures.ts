import { editLine, type LineEdit, type SourceLine } from '../markdown/dialect-lines.ts';
import type { JsonNode } from './json-tree.ts';
import type { NotebookText } from './notebook-text.ts';

/** Keeps a picture as a file, and gives its address from the article; nothing where it cannot be shown. */
export type KeepPicture = (picture: Picture) => string | undefined;

/** A picture that a notebook holds in itself. */
export interface Picture {
  readonly bytes: Uint8Array;
  /** As in the name of a file: `png`. */
  readonly extension: string;
}

/** Endings of files by the types that notebooks hold, the best for a page first. */
export const pictureTypes: Readonly<Record<string, string>> = {
  'image/svg+xml': 'svg',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

/** A picture from the text that a notebook has of it: a drawing is kept as it is, others in base64. */
export const pictureOf = (type: string, text: string, isEncoded = type !== 'image/svg+xml'): Picture => ({
  bytes: isEncoded ? Buffer.from(text, 'base64') : Buffer.from(text, 'utf8'),
  extension: pictureTypes[type] ?? 'png',
});

const data = /data:(?<type>image\/[a-z+]+)(?:;[\w=-]+)*?;base64,(?<code>[\w+/=\s-]*)/giu;

/** The picture that an address is itself: `data:image/png;base64,…`. */
export function pictureInAddress(address: string): Picture | undefined {
  const { type = '', code = '' } = new RegExp(data.source, 'iu').exec(address)?.groups ?? {};
  return Object.hasOwn(pictureTypes, type) ? pictureOf(type, code, true) : undefined;
}

/** The pictures attached to a cell, by what stands in its text: `attachment:image.png`. */
function attached(file: NotebookText, attachments: JsonNode | undefined): Map<string, Picture> {
  const pictures = new Map<string, Picture>();
  for (const [name, bundle] of attachments?.entries ?? []) {
    const type = Object.keys(pictureTypes).find((one) => bundle.entries?.has(one));
    if (type === undefined) continue;
    const picture = pictureOf(type, file.string(bundle.entries?.get(type)));
    const spaced = name.replaceAll(' ', '%20');
    for (const written of [name, spaced, encodeURI(name), encodeURIComponent(name)]) {
      pictures.set(written, picture);
    }
  }
  return pictures;
}

const badge =
  /!\[(?<alt>[^\]]*)\]\(https:\/\/colab\.research\.google\.com\/assets\/colab-badge\.svg\)|<img\b[^>]*\/colab-badge\.svg[^>]*>/giu;

/**
 * A line of a cell with addresses of files where it has pictures in itself or from its attachments. The
 * badge of Colab, an image of another host, becomes its words.
 */
export function withPictures(
  line: SourceLine,
  pictures: ReadonlyMap<string, Picture>,
  keep: KeepPicture,
): SourceLine {
  const edits: LineEdit[] = [];
  const add = (from: number, length: number, text: string | undefined): void => {
    if (text !== undefined) edits.push({ from, to: from + length, text });
  };
  for (const { 0: all, index, groups } of line.text.matchAll(badge)) {
    add(index, all.length, groups?.alt || 'Open in Colab');
  }
  for (const { 0: all, index } of line.text.matchAll(data)) {
    const picture = pictureInAddress(all);
    add(index, all.length, picture && keep(picture));
  }
  for (const { 0: start, index } of line.text.matchAll(/attachment:/gu)) {
    const rest = line.text.slice(index + start.length);
    const [name, picture] =
      [...pictures].filter(([one]) => rest.startsWith(one)).toSorted(([a], [b]) => b.length - a.length)[0] ??
      [];
    if (name !== undefined && picture) add(index, start.length + name.length, keep(picture));
  }
  return editLine(
    line,
    edits.toSorted((a, b) => a.from - b.from),
  );
}

/** The lines of a cell of Markdown with its pictures as files. */
export function linesWithPictures(
  lines: readonly SourceLine[],
  file: NotebookText,
  attachments: JsonNode | undefined,
  keep: KeepPicture,
): SourceLine[] {
  const pictures = attached(file, attachments);
  return lines.map((line) => withPictures(line, pictures, keep));
}
