import type { ThemedToken } from 'shiki';
import { escapeHtml } from '../escape-html.ts';

/** What a line or a word in it is marked as. */
export const markKinds = ['add', 'remove', 'highlight', 'focus', 'error', 'warning', 'info'] as const;

/** One of {@link markKinds}. */
export type MarkKind = (typeof markKinds)[number];

/** Lines that are marked, counted from 1, both ends included. */
export interface LineMark {
  readonly kind: MarkKind;
  readonly from: number;
  readonly to: number;
}

/** A word that is marked wherever it stands in some lines. */
export interface WordMark {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** How the lines of a code block are shown. */
export interface CodeLines {
  /** Number of the first line; no numbers without it. */
  readonly firstLine?: number | undefined;
  readonly marks?: readonly LineMark[] | undefined;
  readonly words?: readonly WordMark[] | undefined;
}

/** `var(--shiki-token-keyword)` → `keyword`; nothing for the ordinary colour. */
const tokenKind = (color: string | undefined): string | undefined =>
  /^var\(--shiki-token-([\w-]+)\)$/u.exec(color ?? '')?.[1];

/** A stretch of a line that one token covers, or a part of it. */
interface Stretch {
  readonly text: string;
  readonly kind: string | undefined;
}

function stretchHtml({ text, kind }: Stretch): string {
  return kind === undefined || text.trim() === ''
    ? escapeHtml(text)
    : `<span class="t-${kind}">${escapeHtml(text)}</span>`;
}

/** The places of a line where a marked word begins and ends, in order and without overlaps. */
function wordPlaces(line: string, words: readonly string[]): [number, number][] {
  const places = words.flatMap((word) => {
    const found: [number, number][] = [];
    for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + word.length)) {
      found.push([at, at + word.length]);
    }
    return found;
  });
  let end = 0;
  return places.toSorted(([a], [b]) => a - b).filter(([from, to]) => from >= end && (end = to) > from);
}

/** The part of a line between two offsets; a token that reaches over an end is cut. */
function cut(stretches: readonly Stretch[], from: number, to: number): string {
  let at = 0;
  let html = '';
  for (const { text, kind } of stretches) {
    const part = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (part !== '') html += stretchHtml({ text: part, kind });
    at += text.length;
  }
  return html;
}

function lineHtml(stretches: readonly Stretch[], words: readonly string[]): string {
  if (words.length === 0) return stretches.map(stretchHtml).join('');
  const line = stretches.map(({ text }) => text).join('');
  let at = 0;
  let html = '';
  for (const [from, to] of wordPlaces(line, words)) {
    html += `${cut(stretches, at, from)}<mark class="code-word">${cut(stretches, from, to)}</mark>`;
    at = to;
  }
  return html + cut(stretches, at, line.length);
}

const covers = ({ from, to }: LineMark | WordMark, line: number): boolean => from <= line && line <= to;

/**
 * The inside of `<code>`. Lines get an element of their own only where something about a line shows;
 * their numbers are attributes, so that they are not copied with the code.
 */
export function linesHtml(lines: readonly ThemedToken[][], options: CodeLines): string {
  const { firstLine, marks = [], words = [] } = options;
  const wrapped = firstLine !== undefined || marks.length > 0;
  const printed = lines.map((tokens, index) => {
    const line = index + 1;
    const stretches = tokens.map(({ content, color }) => ({ text: content, kind: tokenKind(color) }));
    const marked = words.filter((mark) => covers(mark, line)).map(({ word }) => word);
    const html = lineHtml(stretches, marked);
    if (!wrapped) return index < lines.length - 1 ? `${html}\n` : html;
    const kinds = new Set(marks.filter((mark) => covers(mark, line)).map(({ kind }) => kind));
    const classes = ['line', ...[...kinds].map((kind) => `line-${kind}`)].join(' ');
    const number = firstLine === undefined ? '' : ` data-line="${String(firstLine + index)}"`;
    return `<span class="${classes}"${number}>${html}\n</span>`;
  });
  return printed.join('');
}
