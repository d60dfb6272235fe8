/** An entry as it stands in a BibTeX file. */
export interface BibtexChunk {
  /** The text from its `@` up to the next one that begins a line. */
  readonly text: string;
  /** Offset of `text` in the file. */
  readonly offset: number;
  /** In lower case: `article`, `string`, `comment`. */
  readonly type: string;
}

const opening = /^[ \t]*@[ \t]*(?<type>[A-Za-z]+)\s*[{(]/gmu;

/**
 * Cuts a BibTeX file where an `@` begins a line, so that an entry with a mistake spoils no other.
 *
 * `@string{a = "A"}⏎@misc{b, …}` → `@string{a = "A"}⏎` · `@misc{b, …}`
 */
export function splitBibtex(source: string): BibtexChunk[] {
  const starts = [...source.matchAll(opening)];
  return starts.map((start, index) => ({
    text: source.slice(start.index, starts[index + 1]?.index),
    offset: start.index,
    type: (start.groups?.type ?? '').toLowerCase(),
  }));
}

const keyed = /@[ \t]*[A-Za-z]+\s*[{(]\s*(?<key>[^\s,{}()]+)/u;

/** The key of an entry and its offset in the chunk, even where the rest of it cannot be read. */
export function keyOfChunk({ text }: BibtexChunk): { key: string; offset: number } | undefined {
  const match = keyed.exec(text);
  const key = match?.groups?.key;
  return match && key !== undefined ? { key, offset: match.index + match[0].length - key.length } : undefined;
}

/** Where the name of a field stands in a chunk; where it is not found, where the chunk begins. */
export function fieldOffset({ text }: BibtexChunk, field: string): number {
  const place = new RegExp(`(?<=[{(,\\s"}])${field}\\s*=`, 'iu').exec(text);
  return place?.index ?? Math.max(0, text.indexOf('@'));
}
