import { codeLines, codeSpans, isWithin } from './dialect-code.ts';
import { editLine, type LineEdit, newLine, type SourceLine } from './dialect-lines.ts';
import { isLabelKind } from './label-names.ts';

/** Prefixes of labels in “Dive into Deep Learning” and reStructuredText. */
const prefixes: Readonly<Record<string, string>> = {
  chap: 'sec',
  chapter: 'sec',
  section: 'sec',
  subsec: 'sec',
  img: 'fig',
  image: 'fig',
  figure: 'fig',
  tab: 'tbl',
  table: 'tbl',
  equation: 'eq',
};

/** `sec_softmax` → `sec-softmax`; what has no prefix we know takes that of its kind. */
function labelId(written: string, fallback: string): string {
  const [, prefix = '', rest = ''] = /^([A-Za-z]+)[_:-](.+)$/u.exec(written.trim()) ?? [];
  const lower = prefix.toLowerCase();
  const kind = prefixes[lower] ?? (isLabelKind(lower) ? lower : undefined);
  const name = (kind === undefined ? written : rest).trim().replace(/[^\p{L}\p{N}_.:-]+/gu, '-');
  return `${kind ?? fallback}-${name}`;
}

const keysOf = (written: string): string[] => written.split(/[,;\s]+/u).filter((key) => key !== '');

const role =
  /:(?<role>cite|citep|citet|cite:[pt]s?|citealp|eqref|numref|ref):`(?<keys>[^`\s][^`\n]{0,500})`|<d-cite\s[^>\n]*?\bkey=(?:"(?<double>[^"\n]*)"|'(?<single>[^'\n]*)')[^>\n]*?(?:\/>|>\s*<\/d-cite>)/giu;

function translateRoles(line: SourceLine): SourceLine {
  if (!/`|<d-cite/iu.test(line.text)) return line;
  const spans = codeSpans(line.text);
  const edits: LineEdit[] = [];
  for (const {
    index,
    0: { length },
    groups,
  } of line.text.matchAll(role)) {
    if (isWithin(spans, index)) continue;
    const { role: name = 'cite', keys, double, single } = groups ?? {};
    const all = keysOf(keys ?? double ?? single ?? '');
    if (all.length === 0) continue;
    const isReference = /ref$/iu.test(name);
    const isShort = name.toLowerCase() === 'eqref';
    const ids = isReference ? all.map((key) => labelId(key, isShort ? 'eq' : 'sec')) : all;
    const text = `[${ids.map((id) => `${isShort ? '-' : ''}@${id}`).join('; ')}]`;
    const isInSentence = /^cite:?t/iu.test(name) && all.length === 1;
    edits.push({ from: index, to: index + length, text: isInSentence ? `@${all[0] ?? ''}` : text });
  }
  return editLine(line, edits);
}

const label = /^(?<indent>[ \t]*):(?<kind>label|eqlabel):`(?<key>[^`\n]+)`[ \t]*$/u;
const imageEnd = /^(?<before>.*!\[[^\n]*\]\([^\s()]+)(?<title>[ \t]+"[^"\n]*)?"?\)[ \t]*$/u;

/** Puts a label onto the thing that stands before it; nothing where that can bear none. */
function labelled(line: SourceLine, key: string, isEquation: boolean, before: SourceLine | undefined) {
  const { text } = line;
  const end = text.trimEnd().length;
  const insert = (at: number, added: string): SourceLine =>
    editLine(line, [{ from: at, to: at, text: added }]);
  if (isEquation) {
    const id = `\\label{${labelId(key, 'eq')}}`;
    const close = /\$\$[ \t]*$/u.exec(text)?.index;
    if (close === undefined) return undefined;
    // A closing fence on a line of its own must stay alone.
    if (text.slice(0, close).trim() !== '') return [insert(close, id)];
    return (
      before && [
        editLine(before, [{ from: before.text.length, to: before.text.length, text: ` ${id}` }]),
        line,
      ]
    );
  }
  if (/^[ \t>]*#{1,6}[ \t]/u.test(text)) return [insert(end, ` {#${labelId(key, 'sec')}}`)];
  const image = imageEnd.exec(text)?.groups;
  if (!image) return undefined;
  const id = `{#${labelId(key, 'fig')}}`;
  const at = (image.before?.length ?? 0) + (image.title?.length ?? 0);
  return [
    editLine(line, [
      { from: at, to: text.length, text: image.title === undefined ? ` "${id}")` : ` ${id}")` },
    ]),
  ];
}

/**
 * Translates the roles of “Dive into Deep Learning” and the citations of Distill.
 *
 * `` :cite:`a,b` `` and `<d-cite key="a,b"></d-cite>` → `[@a; @b]` · `` :numref:`fig_x` `` → `[@fig-x]` ·
 * `` :eqref:`eq_x` `` → `[-@eq-x]` · a line `` :label:`sec_x` `` → `{#sec-x}` at the heading before it ·
 * `` :eqlabel:`eq_x` `` → `\label{eq-x}` in the formula before it
 */
export function translateRolesAndLabels(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(({ text }) => /:`|<d-cite/iu.test(text))) return lines;
  const isCode = codeLines(lines);
  const result: SourceLine[] = [];
  for (const [index, line] of lines.entries()) {
    const groups = isCode[index] ? undefined : label.exec(line.text)?.groups;
    if (!groups) {
      result.push(isCode[index] ? line : translateRoles(line));
      continue;
    }
    const at = result.findLastIndex(({ text }) => text.trim() !== '');
    const target = result[at];
    const bearer = target && labelled(target, groups.key ?? '', groups.kind === 'eqlabel', result[at - 1]);
    if (bearer) {
      result.splice(at + 1 - bearer.length, bearer.length, ...bearer);
      // A line stays behind, so that the formula and the text after it keep apart.
      result.push(newLine('', line));
    } else {
      const id = labelId(groups.key ?? '', 'sec');
      result.push(newLine(`${groups.indent ?? ''}<span id="${id}"></span>`, line));
    }
  }
  return result;
}
