import { nearest } from '../diagnostics/nearest.ts';

/** Lines of a block, counted from 1, both ends included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
  /** As the author wrote it. */
  readonly text: string;
}

/** Something in a fence's information that cannot be read. */
export interface MetaProblem {
  readonly rule: 'code/bad-meta' | 'code/unknown-meta';
  readonly message: string;
  readonly hint?: string | undefined;
  /** The words in question, to find them in the source. */
  readonly text: string;
}

/** What stands behind the opening fence of a code block. */
export interface CodeMeta {
  /** Language as written; empty where none is named. */
  language: string;
  title?: string;
  /** `./lora.py` or `./lora.py#region`. */
  file?: string;
  id?: string;
  /** Number of the first line where lines are numbered. */
  firstLine?: number;
  readonly lines: LineRange[];
  readonly problems: MetaProblem[];
}

const numberWords =
  /^:?(?:showLineNumbers|show-line-numbers|line-?numbers|number-?lines|linenos|linenums)$/iu;
const ignoredWords = /^:?(?:no-?line-?numbers|no-?copy|copy|wrap|nowrap|editable|runnable|no_run|ignore)$/iu;
const titleKeys = ['title', 'filename', 'caption', 'name'];
const numberKeys = ['showlinenumbers', 'linenums', 'linenos', 'linenostart', 'startlinenumber', 'startfrom'];
const lineKeys = ['hl_lines', 'hl-lines', 'highlight', 'emphasize-lines'];
const suggestions = ['showLineNumbers', 'title', 'file', 'hl_lines'];

function addLines(meta: CodeMeta, list: string): void {
  for (const text of list.split(/[\s,"'[\]]+/u).filter((part) => part !== '')) {
    const groups = /^(?<from>\d+)(?:(?:-|\.\.)(?<to>\d+))?$/u.exec(text)?.groups;
    const from = Number(groups?.from);
    const to = Number(groups?.to ?? groups?.from);
    if (groups && from >= 1 && to >= from) {
      meta.lines.push({ from, to, text });
    } else {
      meta.problems.push({
        rule: 'code/bad-meta',
        message: `\`${text}\` is neither the number of a line nor a range of lines.`,
        hint: 'lines count from 1: {3,5-7}',
        text,
      });
    }
  }
}

function setKey(meta: CodeMeta, key: string, value: string, isForeign: boolean, text: string): void {
  const lower = key.toLowerCase();
  if (titleKeys.includes(lower)) meta.title = value;
  else if (lower === 'file') meta.file = value;
  else if (lower === 'id') meta.id = value;
  else if (lineKeys.includes(lower)) addLines(meta, value);
  else if (numberKeys.includes(lower)) {
    if (!/^(?:false|0)$/iu.test(value))
      meta.firstLine = Number(/^\d+$/u.exec(value)?.[0] ?? meta.firstLine ?? 1);
  } else if (!isForeign) unknown(meta, key, text);
}

function unknown(meta: CodeMeta, word: string, text: string): void {
  const meant = nearest(word, suggestions);
  meta.problems.push({
    rule: 'code/unknown-meta',
    message: `Nothing is known of \`${word}\` after a fence.`,
    hint:
      meant === undefined
        ? 'title="…", {3,5-7}, showLineNumbers, file="…" and #lst-… are'
        : `did you mean \`${meant}\`?`,
    text,
  });
}

const token =
  /[\s,]+|\{(?<braces>[^{}]*)\}|#(?<id>[^\s{}#]+)|(?<key>[\w.:-]+)=(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|\{(?<expression>[^{}]*)\}|(?<bare>\[[^\]]*\]|[^\s"'{}[\],]+))|(?<open>[{}]|[\w.:-]+=["'])|(?<word>[^\s{}]+)/gu;

/** @param isForeign whether words that nobody here knows are meant for another program. */
function readWords(meta: CodeMeta, text: string, isForeign: boolean): void {
  for (const match of text.matchAll(token)) {
    const { braces, id, key, double, single, expression, bare, open, word } = match.groups ?? {};
    if (braces !== undefined) {
      if (/^[\s\d,.-]*$/u.test(braces)) addLines(meta, braces);
      else readWords(meta, braces, true);
    } else if (id !== undefined) meta.id = id;
    else if (key !== undefined) {
      setKey(meta, key, double ?? single ?? expression ?? bare ?? '', isForeign, match[0]);
    } else if (open !== undefined) {
      meta.problems.push({
        rule: 'code/bad-meta',
        message: open === '}' ? 'A `}` that closes nothing.' : `\`${open}\` after the fence is never closed.`,
        text: open === '}' ? open : text.slice(match.index).trimEnd(),
      });
      if (open !== '}') return;
    } else if (word !== undefined) {
      if (numberWords.test(word.replace(/^\./u, ''))) meta.firstLine ??= 1;
      else if (!isForeign && !ignoredWords.test(word)) unknown(meta, word, word);
    }
  }
}

/** Takes the language off the front; the rest is left for {@link readWords}. */
function splitLanguage(meta: CodeMeta, info: string): [rest: string, isForeign: boolean] {
  // `{.python .input}`, `{python, echo=FALSE}`, `{code-cell} ipython3`
  const attributes = /^\{\s*(?:\.?(?<name>[A-Za-z][^\s,{}]*))(?<inner>[^{}]*)\}(?<rest>.*)$/su.exec(
    info,
  )?.groups;
  if (attributes) {
    const { name = '', inner = '', rest = '' } = attributes;
    const directive = /^code(?:-cell|-block)?$/u.test(name);
    meta.language = directive ? (/\S+/u.exec(rest)?.[0] ?? '') : name;
    return [`${inner} ${directive ? rest.replace(/\S+/u, '') : rest}`, true];
  }
  if (/^(?:[{#]|[\w-]+=["'])/u.test(info) || numberWords.test(/^\S*/u.exec(info)?.[0] ?? '')) {
    return [info, false];
  }
  const [, name = '', suffix = '', rest = ''] = /^([^\s{:=,]*)([:=,]?[^\s{]*)(.*)$/su.exec(info) ?? [];
  meta.language = name;
  if (/^=\d*$/u.test(suffix)) meta.firstLine = Number(suffix.slice(1) || '1');
  else if (suffix.startsWith(':') && !suffix.includes('line-numbers')) meta.title = suffix.slice(1);
  else if (suffix.startsWith(':') && !suffix.includes('no-line')) {
    meta.firstLine = Number(/\d+$/u.exec(suffix)?.[0] ?? '1');
  }
  return [rest, false];
}

/**
 * Reads what stands behind an opening fence, in our own form and in those of other programs.
 *
 * `python title="lora.py" {3,5-7} showLineNumbers #lst-forward` · `{.python .numberLines #lst-a}` ·
 * `js{1,3}` · `python:lora.py` · `python=10` · `python linenums="1" hl_lines="2 3"`
 *
 * Never throws: what cannot be read comes back under `problems`.
 */
export function parseCodeMeta(info: string): CodeMeta {
  const meta: CodeMeta = { language: '', lines: [], problems: [] };
  const [rest, isForeign] = splitLanguage(meta, info.trim());
  readWords(meta, rest, isForeign);
  return meta;
}
