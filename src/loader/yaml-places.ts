import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter } from 'yaml';

/** A place in a file: line and column from 1, length in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

type Path = readonly (string | number)[];

/** Where keys and values of a YAML document stand in the file that holds it. */
export class YamlPlaces {
  readonly #document: Document;
  readonly #lines: LineCounter;
  readonly #linesBefore: number;

  /** @param linesBefore lines of the file above the document. */
  constructor(document: Document, lines: LineCounter, linesBefore = 0) {
    this.#document = document;
    this.#lines = lines;
    this.#linesBefore = linesBefore;
  }

  /** The place from one offset to another in the YAML, as a place in the file. */
  between(start: number, end: number): Place {
    const { line, col } = this.#lines.linePos(start);
    return { line: line + this.#linesBefore, column: Math.max(1, col), length: Math.max(1, end - start) };
  }

  /**
   * Where the key of a path stands, or its value where `part` says so. For a value that is not there it
   * is the scalar or the key that should hold it; line 1 where that cannot be told either.
   */
  of(path: Path, part: 'key' | 'value'): Place {
    if (path.length === 0) return { line: 1, column: 1, length: 3 };
    const node = this.#at(path, part);
    if (isNode(node) && node.range) return this.between(node.range[0], node.range[1]);
    const holder = path.slice(0, -1);
    return this.of(holder, isScalar(this.#at(holder, 'value')) ? 'value' : 'key');
  }

  #at(path: Path, part: 'key' | 'value'): unknown {
    const last = path.at(-1);
    if (last === undefined) return this.#document.contents;
    const holder = this.#at(path.slice(0, -1), 'value');
    if (isSeq(holder)) return holder.items[Number(last)];
    if (!isMap(holder)) return undefined;
    const pair = holder.items.find(({ key }) => isScalar(key) && String(key.value) === String(last));
    return part === 'value' ? pair?.value : pair?.key;
  }
}
