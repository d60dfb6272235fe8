/** A value of a JSON text with its place: offsets from its first sign to past its last. */
export interface JsonNode {
  readonly start: number;
  readonly end: number;
  /** Values of an object by their keys; the last of two with one key. */
  readonly entries?: ReadonlyMap<string, JsonNode>;
  /** Values of an array. */
  readonly items?: readonly JsonNode[];
  /** Any other value. Strings are read when they are asked for: an image in a notebook may be megabytes. */
  readonly isString?: boolean;
}

/** Where a text is not JSON, and why. */
export class JsonError extends Error {
  override name = 'JsonError';
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Arrays and objects in each other, at most. */
const deepest = 200;

const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/uy;
const space = /[ \t\r\n]*/uy;
const controls = /\p{Cc}/u;

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): JsonNode {
    const node = this.#value(0);
    this.#skip();
    if (this.#at < this.#text.length) this.#fail('nothing may follow the end of the value');
    return node;
  }

  #fail(message: string, offset = this.#at): never {
    throw new JsonError(offset >= this.#text.length ? 'it ends too early' : message, offset);
  }

  #skip(): void {
    space.lastIndex = this.#at;
    space.test(this.#text);
    this.#at = space.lastIndex;
  }

  /** Goes on after a sign, if it is next. */
  #take(sign: string): boolean {
    this.#skip();
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #value(depth: number): JsonNode {
    if (depth > deepest) this.#fail(`it is nested more than ${String(deepest)} deep`);
    this.#skip();
    const start = this.#at;
    if (this.#text[start] === '"') return this.#string();
    if (this.#take('{')) return this.#object(start, depth);
    if (this.#take('[')) {
      const items: JsonNode[] = [];
      if (!this.#take(']')) {
        do items.push(this.#value(depth + 1));
        while (this.#take(','));
        if (!this.#take(']')) this.#fail('a `,` or `]` is missing here');
      }
      return { start, end: this.#at, items };
    }
    scalar.lastIndex = start;
    if (!scalar.test(this.#text)) this.#fail('no value begins like this');
    this.#at = scalar.lastIndex;
    return { start, end: this.#at };
  }

  #object(start: number, depth: number): JsonNode {
    const entries = new Map<string, JsonNode>();
    if (this.#take('}')) return { start, end: this.#at, entries };
    do {
      this.#skip();
      if (this.#text[this.#at] !== '"') this.#fail('a key in double quotes is missing here');
      const key = this.#string();
      if (!this.#take(':')) this.#fail('a `:` is missing here');
      entries.set(String(valueOf(this.#text, key)), this.#value(depth + 1));
    } while (this.#take(','));
    if (!this.#take('}')) this.#fail('a `,` or `}` is missing here');
    return { start, end: this.#at, entries };
  }

  #string(): JsonNode {
    const start = this.#at;
    let end = start;
    let escapes: number;
    do {
      end = this.#text.indexOf('"', end + 1);
      if (end < 0) this.#fail('this string never ends', start);
      escapes = 0;
      while (this.#text[end - 1 - escapes] === '\\') escapes += 1;
    } while (escapes % 2 === 1);
    this.#at = end + 1;
    const inner = this.#text.slice(start, this.#at);
    const control = controls.exec(inner);
    // U+007F to U+009F may stand in a string.
    if (control && (inner.codePointAt(control.index) ?? 0) < 0x20) {
      this.#fail('a string ends on its line; this one does not', start);
    }
    if (inner.includes('\\')) {
      try {
        JSON.parse(inner);
      } catch {
        this.#fail('this string has a `\\` that stands for nothing', start);
      }
    }
    return { start, end: this.#at, isString: true };
  }
}

/**
 * Reads JSON with the places of its values.
 *
 * @throws {JsonError} where the text is not JSON.
 */
export const parseJson = (text: string): JsonNode => new Reader(text).read();

/** The value itself. */
export const valueOf = (text: string, { start, end }: JsonNode): unknown =>
  JSON.parse(text.slice(start, end));

/** The value under a key of an object; nothing where there is none, or no object. */
export const entryOf = (node: JsonNode | undefined, ...path: readonly string[]): JsonNode | undefined =>
  path.reduce<JsonNode | undefined>((holder, key) => holder?.entries?.get(key), node);
