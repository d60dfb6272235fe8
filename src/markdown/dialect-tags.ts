import type { Finding } from '../diagnostics/diagnostic.ts';
import { containerPrefix, nextPrefix } from './dialect-code.ts';
import { editLine, type LineEdit, newLine, placeInLine, type SourceLine } from './dialect-lines.ts';
import type { DialectContext, DialectProblem, Meaning } from './dialect-meaning.ts';
import { meaningOf, strayEnd } from './dialect-tag-meanings.ts';
import { type DialectTag, joinTags, scanTags } from './dialect-tag-scan.ts';

type Report = (finding: Finding) => void;

/** What is open between a tag and its end. */
interface OpenTag {
  readonly meaning: Meaning;
  /** Blanks and `>` before the lines of the block. */
  readonly prefix: string;
  /** The line that ends the block. */
  readonly end: string;
}

/** Quotations inside quotations, at most; deeper ones are laid flat. */
const deepest = 16;

const isEmpty = (text: string): boolean => /^[ \t>]*$/u.test(text);

/** Writes the translated lines one after the other. */
class TagTranslation {
  readonly #lines: readonly SourceLine[];
  readonly #context: DialectContext;
  readonly #report: Report;
  readonly #result: SourceLine[] = [];
  readonly #open = new Map<DialectTag, OpenTag>();
  /** The quotations that are open, by what stands before their `>`. */
  readonly #quotes: string[] = [];
  #isHidden = false;
  /** Whether the last thing written must not run on into the next line. */
  #needsBlank = false;

  constructor(lines: readonly SourceLine[], context: DialectContext, report: Report) {
    this.#lines = lines;
    this.#context = context;
    this.#report = report;
  }

  translate(tags: readonly DialectTag[]): readonly SourceLine[] {
    let next = 0;
    for (const [index, line] of this.#lines.entries()) {
      const start = next;
      while (tags[next]?.index === index) next += 1;
      if (start === next) this.#push(line);
      else this.#translateLine(line, tags.slice(start, next));
    }
    return this.#result;
  }

  #translateLine(line: SourceLine, tags: readonly DialectTag[]): void {
    const prefix = containerPrefix(line.text);
    const follow = nextPrefix(prefix);
    const { length } = line.text;
    let from = 0;
    let edits: LineEdit[] = [];
    const flush = (to: number, isKept = false): void => {
      const blanks = from === 0 ? 0 : (/^[ \t]*/u.exec(line.text.slice(from, to))?.[0].length ?? 0);
      const piece = editLine(line, [
        { from: 0, to: from + blanks, text: from === 0 ? '' : follow },
        ...edits,
        { from: to, to: length, text: '' },
      ]);
      const own = piece.text.slice(from === 0 ? prefix.length : follow.length);
      if (own.trim() !== '' || isKept) this.#push(piece);
      edits = [];
    };
    for (const tag of tags) {
      const isAlone = tags.length === 1 && line.text.slice(prefix.length).trim().length === tag.to - tag.from;
      const meaning = tag.isClose ? this.#endOf(tag, line) : this.#meaningOf(tag, line, isAlone);
      if (typeof meaning === 'string') {
        const isMath = meaning === '$' && !tag.isClose;
        const blanks = isMath ? (/^[ \t]*/u.exec(line.text.slice(tag.to))?.[0].length ?? 0) : 0;
        const before =
          meaning === '$' && tag.isClose
            ? (/[ \t]*$/u.exec(line.text.slice(from, tag.from))?.[0].length ?? 0)
            : 0;
        edits.push({ from: tag.from - before, to: tag.to + blanks, text: meaning });
        continue;
      }
      flush(tag.from);
      const head = from === 0 && isEmpty(line.text.slice(prefix.length, tag.from)) ? prefix : follow;
      meaning((text) => newLine(text, line, tag.from + 1), head, follow);
      from = tag.to;
    }
    flush(length, from === 0);
  }

  /** What an opening tag writes: a text in its place, or lines. */
  #meaningOf(tag: DialectTag, line: SourceLine, isAlone: boolean) {
    const found = meaningOf(tag, this.#context);
    if (found.problem) this.#tell(found.problem, tag, line);
    const meaning = this.#fit(found, tag, line, isAlone);
    if (meaning.kind === 'inline') return meaning.text;
    if (meaning.kind === 'pass') return '';
    return (lineOf: (text: string) => SourceLine, head: string, follow: string): void => {
      if (meaning.kind === 'block') {
        this.#needsBlank = true;
        this.#push(lineOf(head + meaning.text));
        this.#needsBlank = true;
        return;
      }
      const fence = meaning.kind === 'code' ? this.#fenceFor(tag) : '';
      const [start, end] = {
        container: [meaning.kind === 'container' ? meaning.head : '', ':::'],
        code: [meaning.kind === 'code' ? fence + meaning.info : '', fence],
        math: ['$$', '$$'],
        quote: ['', ''],
        hidden: ['', ''],
      }[meaning.kind] as [string, string];
      // Raw HTML takes in the line below it.
      if (this.#result.at(-1)?.text.trimStart().startsWith('<')) this.#needsBlank = true;
      if (start !== '') this.#push(lineOf(head + start));
      this.#open.set(tag, { meaning, prefix: follow, end });
      if (meaning.kind === 'quote') this.#quotes.push(follow);
      if (meaning.kind === 'hidden') this.#isHidden = true;
    };
  }

  /** The same tag may mean a block or stand in a sentence. */
  #fit(meaning: Meaning, tag: DialectTag, line: SourceLine, isAlone: boolean): Meaning {
    if (meaning.kind === 'block' && !isAlone) return { kind: 'inline', text: meaning.text };
    if (meaning.kind !== 'math') return meaning;
    const { partner } = tag;
    const body = this.#bodyOf(tag);
    if (!partner || /\$|\\[([]/u.test(body)) return { kind: 'pass' };
    const around = line.text.slice(0, tag.from) + line.text.slice(partner.to);
    const isInline = partner.index === tag.index && !isEmpty(around);
    return isInline ? { kind: 'inline', text: '$' } : meaning;
  }

  #bodyOf({ index, to, partner }: DialectTag): string {
    if (!partner) return '';
    const lines = this.#lines.slice(index, partner.index + 1).map(({ text }) => text);
    const last = lines.pop() ?? '';
    const isOne = partner.index === index;
    return isOne
      ? last.slice(to, partner.from)
      : [lines[0]?.slice(to), ...lines.slice(1), last.slice(0, partner.from)].join('\n');
  }

  /** A fence longer than any in the code. */
  #fenceFor(tag: DialectTag): string {
    const runs = [...this.#bodyOf(tag).matchAll(/`{3,}/gu)].map(({ 0: { length } }) => length);
    return '`'.repeat(Math.max(2, ...runs) + 1);
  }

  /** What a closing tag writes. */
  #endOf(tag: DialectTag, line: SourceLine) {
    const { partner } = tag;
    const open = partner && this.#open.get(partner);
    if (!partner) this.#tell(strayEnd(tag), tag, line);
    if (!open) {
      const isMath = partner?.index === tag.index && meaningOf(partner, this.#context).kind === 'math';
      return isMath && !/\$|\\[([]/u.test(this.#bodyOf(partner)) ? '$' : '';
    }
    return (lineOf: (text: string) => SourceLine): void => {
      const { meaning, prefix, end } = open;
      if (meaning.kind === 'quote' && meaning.source !== '') {
        this.#push(lineOf(prefix));
        this.#push(lineOf(`${prefix}—— ${meaning.source}`));
      }
      this.#open.delete(partner);
      if (meaning.kind === 'quote') this.#quotes.pop();
      // No tag is read inside of a hidden one.
      this.#isHidden = false;
      if (end !== '') this.#push(lineOf(prefix + end));
      // Without a blank line the next one would continue the quotation.
      if (meaning.kind === 'quote') this.#needsBlank = true;
    };
  }

  #tell({ message, hint }: DialectProblem, tag: DialectTag, line: SourceLine): void {
    this.#report({ rule: 'dialect/unsupported', message, hint, ...placeInLine(line, tag.from, tag.to) });
  }

  /** Writes a line, with the signs of the quotations that are open. */
  #push(line: SourceLine): void {
    let quoted = line;
    if (this.#isHidden) return;
    for (const prefix of this.#quotes.slice(0, deepest)) {
      const at = quoted.text.startsWith(prefix) ? prefix.length : 0;
      quoted = editLine(quoted, [{ from: at, to: at, text: '> ' }]);
    }
    const last = this.#result.at(-1);
    if (this.#needsBlank && last && !isEmpty(last.text) && !isEmpty(quoted.text)) {
      this.#result.push(newLine(/^[ \t]*(?:>[ \t]*)*/u.exec(quoted.text)?.[0].trimEnd() ?? '', quoted));
    }
    this.#needsBlank = false;
    this.#result.push(quoted);
  }
}

/**
 * Translates the tags of Hexo and Jekyll and the shortcodes of Hugo; reports those without an equal,
 * and shows what stands inside of them.
 *
 * `{% note info %}…{% endnote %}` → `::: note` … `:::` · `{{< figure src="a.png" caption="图" >}}` →
 * `![图](a.png "图")` · `{% highlight python %}…{% endhighlight %}` → a fence · `{% post_link lora 文字 %}` →
 * `[文字](../lora/zh.md)`
 */
export function translateTags(
  lines: readonly SourceLine[],
  context: DialectContext,
  report: Report,
): readonly SourceLine[] {
  if (!lines.some(({ text }) => /\{%|\{\{[<%]/u.test(text))) return lines;
  const joined = joinTags(lines);
  return new TagTranslation(joined, context, report).translate(scanTags(joined));
}
