import { codeSpans, FenceTracker, isWithin } from './dialect-code.ts';
import { cutLine, editLine, type SourceLine } from './dialect-lines.ts';

/** A tag `{% name … %}`, `{{< name … >}}` or `<!-- name … -->`. */
export interface DialectTag {
  readonly family: 'liquid' | 'hugo' | 'comment';
  /** In lower case; that of `{% endnote %}` is `note`. */
  readonly name: string;
  readonly written: string;
  readonly args: string;
  readonly isClose: boolean;
  /** Index of its line, and where it stands in it. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** The tag that closes this one, or that this one closes. */
  partner?: DialectTag;
}

/** Tags whose inside is no Markdown, or holds no tags. */
const verbatim = new Set([
  ...['raw', 'verbatim', 'highlight', 'codeblock', 'code', 'mathjax', 'math', 'katex', 'mermaid', 'comment'],
]);

const tag =
  /\{%-?[ \t]*(?<liquid>[A-Za-z_][\w-]*)(?<liquidArgs>(?:[ \t][^\n]{0,1500}?)?)-?%\}|\{\{(?:<[ \t]*(?<slash>\/?)[ \t]*(?<hugo>[A-Za-z][\w./-]*)(?<hugoArgs>(?:[ \t][^\n]{0,1500}?)?)[ \t]*\/?>|%[ \t]*(?<slash2>\/?)[ \t]*(?<hugo2>[A-Za-z][\w./-]*)(?<hugoArgs2>(?:[ \t][^\n]{0,1500}?)?)[ \t]*\/?%)\}\}|<!--[ \t]*(?<comment>tab|endtab)\b(?<commentArgs>[^\n]{0,300}?)-->/gu;

/** Most lines that one tag may take. */
const longest = 16;

/** Puts a tag that takes several lines onto the first of them; what follows it keeps a line of its own. */
export function joinTags(lines: readonly SourceLine[]): SourceLine[] {
  const fences = new FenceTracker();
  const result: SourceLine[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) break;
    const open = Math.max(line.text.lastIndexOf('{%'), line.text.lastIndexOf('{{<'));
    const sign = line.text.startsWith('{{<', open) ? '>}}' : '%}';
    const isOpen = open >= 0 && !fences.isCode(line.text) && !line.text.includes(sign, open);
    if (open < 0) fences.isCode(line.text);
    const rest = isOpen ? lines.slice(index + 1, index + longest) : [];
    const last = rest.findIndex(({ text }) => text.includes(sign));
    const end = rest[last];
    const isTag =
      /^\{(?:%-?|\{<)\s*[A-Za-z]/u.test(line.text.slice(open)) || line.text.slice(open).trim() === '{{<';
    if (!end || !isTag || rest.slice(0, last).some(({ text }) => text.trim() === '')) {
      result.push(line);
      continue;
    }
    const cut = end.text.indexOf(sign) + sign.length;
    const inner = [...rest.slice(0, last).map(({ text }) => text), end.text.slice(0, cut)];
    const text = inner.map((part) => ` ${part.trim()}`).join('');
    const to = line.text.length;
    result.push(editLine(line, [{ from: to, to, text }]));
    if (end.text.slice(cut).trim() !== '') result.push(cutLine(end, cut, end.text.length));
    index += last + 1;
  }
  return result;
}

function readTag(match: RegExpExecArray, index: number): DialectTag {
  const groups = match.groups ?? {};
  const { liquid, comment } = groups;
  const written = liquid ?? comment ?? groups.hugo ?? groups.hugo2 ?? '';
  const name = written.toLowerCase();
  const isHugo = liquid === undefined && comment === undefined;
  const isEnd = !isHugo && name.startsWith('end') && name.length > 3;
  return {
    family: isHugo ? 'hugo' : liquid === undefined ? 'comment' : 'liquid',
    name: isEnd ? name.slice(3) : name,
    written,
    args: (groups.liquidArgs ?? groups.hugoArgs ?? groups.hugoArgs2 ?? groups.commentArgs ?? '').trim(),
    isClose: isEnd || groups.slash === '/' || groups.slash2 === '/',
    index,
    from: match.index,
    to: match.index + match[0].length,
  };
}

/** Name and family: what a closing tag has in common with the one that it closes. */
const kindOf = ({ family, name }: DialectTag): string => `${family} ${name}`;

/** Finds tags in lines, without those in code and inside of verbatim tags. */
class TagScanner {
  readonly #lines: readonly SourceLine[];
  readonly #tags: DialectTag[] = [];
  readonly #fences = new FenceTracker();
  /** Kinds of verbatim tags that nothing closes from here on. */
  readonly #neverClosed = new Set<string>();
  /** The verbatim tag that is open. */
  #open: DialectTag | undefined;

  constructor(lines: readonly SourceLine[]) {
    this.#lines = lines;
  }

  scan(): readonly DialectTag[] {
    for (const [index, { text }] of this.#lines.entries()) {
      if (!this.#open && this.#fences.isCode(text)) continue;
      if (!/\{[%{]|<!--/u.test(text)) continue;
      // Code ends where a verbatim tag begins, and the other way round.
      const spans = this.#open ? [] : codeSpans(text);
      for (const match of text.matchAll(tag)) this.#add(readTag(match, index), isWithin(spans, match.index));
    }
    return this.#tags;
  }

  #add(found: DialectTag, isCode: boolean): void {
    if (this.#open) {
      if (!found.isClose || kindOf(found) !== kindOf(this.#open)) return;
      this.#open.partner = found;
      found.partner = this.#open;
      this.#open = undefined;
    } else if (isCode) {
      return;
    } else if (!found.isClose && verbatim.has(found.name) && this.#isClosed(found)) {
      this.#open = found;
    }
    this.#tags.push(found);
  }

  #isClosed(opening: DialectTag): boolean {
    const kind = kindOf(opening);
    if (this.#neverClosed.has(kind)) return false;
    for (let index = opening.index; index < this.#lines.length; index += 1) {
      const text = this.#lines[index]?.text ?? '';
      if (!/\{[%{]/u.test(text)) continue;
      for (const match of text.matchAll(tag)) {
        const other = readTag(match, index);
        const isAfter = index > opening.index || other.from > opening.from;
        if (isAfter && other.isClose && kindOf(other) === kind) return true;
      }
    }
    this.#neverClosed.add(kind);
    return false;
  }
}

/** Joins opening and closing tags; what stands between two that belong together belongs there too. */
function pair(tags: readonly DialectTag[]): void {
  const open: DialectTag[] = [];
  const counts = new Map<string, number>();
  const count = (kind: string, step: number): void => void counts.set(kind, (counts.get(kind) ?? 0) + step);
  for (const found of tags) {
    if (found.partner) continue;
    const kind = kindOf(found);
    if (!found.isClose) {
      open.push(found);
      count(kind, 1);
    } else if ((counts.get(kind) ?? 0) > 0) {
      for (let last = open.pop(); last; last = open.pop()) {
        count(kindOf(last), -1);
        if (kindOf(last) !== kind) continue;
        last.partner = found;
        found.partner = last;
        break;
      }
    }
  }
}

/** Finds all tags, in their order, with those that belong together. */
export function scanTags(lines: readonly SourceLine[]): readonly DialectTag[] {
  const tags = new TagScanner(lines).scan();
  pair(tags);
  return tags;
}
