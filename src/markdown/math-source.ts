const blank = /[ \t>]*\r?(?:\n|$)/uy;

/** The text of a file as formulas are looked for in it. Offsets are UTF-16 code units. */
export class MathSource {
  readonly text: string;
  #usesRoundBrackets: boolean | undefined;
  readonly #next = new Map<string, { readonly from: number; readonly at: number }>();

  constructor(text: string) {
    // Micromark does not count a byte order mark.
    this.text = text.startsWith('\uFEFF') ? text.slice(1) : text;
  }

  /** Where a text stands next, at an offset or after it; -1 where it does not. */
  indexOf(text: string, offset: number): number {
    const known = this.#next.get(text);
    if (known && known.from <= offset && (known.at < 0 || known.at >= offset)) return known.at;
    const at = this.text.indexOf(text, offset);
    this.#next.set(text, { from: offset, at });
    return at;
  }

  /** Offset of the end of the line that an offset is in. */
  lineEnd(offset: number): number {
    const end = this.indexOf('\n', offset);
    return end < 0 ? this.text.length : end;
  }

  /** Offset of the start of the line that an offset is in. */
  lineStart(offset: number): number {
    return offset === 0 ? 0 : this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Whether nothing but blanks and signs of a block quote stands from an offset to the end of its line. */
  isBlankFrom(offset: number): boolean {
    blank.lastIndex = offset;
    return blank.test(this.text);
  }

  /** Whether `\(…\)` stands anywhere for what is certainly a formula: then it does so everywhere. */
  get usesRoundBrackets(): boolean {
    this.#usesRoundBrackets ??= /\\\([^\n\\]{0,200}(?:\\[A-Za-z]|[\^_=])/u.test(this.text);
    return this.#usesRoundBrackets;
  }

  /** How often the character at an offset stands there in a row. */
  runAt(offset: number): number {
    let end = offset;
    while (end < this.text.length && this.text[end] === this.text[offset]) end += 1;
    return end - offset;
  }
}
