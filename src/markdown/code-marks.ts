import { nearest } from '../diagnostics/nearest.ts';
import { type LineMark, type MarkKind, type WordMark } from '../renditions/code-html.ts';

/** A mark in a comment that cannot be read. */
export interface MarkProblem {
  readonly message: string;
  readonly hint?: string | undefined;
  /** Line of the code as the author wrote it, counted from 0. */
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** Code without the comments that mark its lines, and what they said. */
export interface MarkedCode {
  readonly code: string;
  readonly marks: readonly LineMark[];
  readonly words: readonly WordMark[];
  readonly problems: readonly MarkProblem[];
}

const kinds: ReadonlyMap<string, MarkKind> = new Map([
  ['++', 'add'],
  ['--', 'remove'],
  ['highlight', 'highlight'],
  ['hl', 'highlight'],
  ['focus', 'focus'],
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'info'],
]);

/** Marks to the end of the line, with what closes their comment. */
const trailing = /^(?:\[!code [^\]]*\][ \t]*)+(?:-->|\*\/\}?|\*\))?[ \t]*$/u;
/** What opens a comment, in any language. */
const commentSign = /(?:\/\/|#|--|;+|%+|<!--|\{?\/\*|\(\*)$/u;
const single = /\[!code (?<body>[^\]\n]*)\]/gu;
const escaped = /\[\\!code /gu;

/**
 * Takes the marks out of code, before it is highlighted, searched or copied. A comment on a line of
 * its own speaks of the lines after it, and its line goes.
 *
 * `x = 1  # [!code ++]` → `x = 1`, line 1 marked `add` · `[!code focus:3]` speaks of three lines ·
 * `[!code word:rank]` of a word from here to the end · `[\!code ++]` stays as `[!code ++]`
 */
export function takeMarks(source: string): MarkedCode {
  if (!source.includes('[!code ') && !source.includes('[\\!code ')) {
    return { code: source, marks: [], words: [], problems: [] };
  }
  const kept: string[] = [];
  const marks: LineMark[] = [];
  const words: WordMark[] = [];
  const problems: MarkProblem[] = [];

  for (const [line, text] of source.split('\n').entries()) {
    const at = text.indexOf('[!code ');
    const tail = at < 0 ? '' : text.slice(at);
    const report = (mark: string, message: string, hint?: string): void => {
      problems.push({ message, hint, line, column: text.indexOf(mark) + 1, length: mark.length });
    };
    if (tail !== '' && !trailing.test(tail)) {
      report(
        '[!code ',
        'A mark for lines of code stands at the end of its line.',
        'write [\\!code …] to show it',
      );
    }
    const isMarked = tail !== '' && trailing.test(tail);
    const rest = isMarked ? text.slice(0, at).trimEnd().replace(commentSign, '').trimEnd() : text;
    for (const mark of isMarked ? tail.matchAll(single) : []) {
      const body = (mark.groups?.body ?? '').trim();
      const from = kept.length + 1;
      const word = /^word:(?<word>.+?)(?::(?<count>\d+))?$/u.exec(body)?.groups;
      const [, name = '', count = '1'] = /^([^:]*)(?::(\d+))?$/u.exec(body) ?? [];
      const kind = kinds.get(name.toLowerCase());
      if (word) {
        const to = word.count === undefined ? Number.MAX_SAFE_INTEGER : from + Number(word.count) - 1;
        words.push({ word: word.word ?? '', from, to });
      } else if (kind && Number(count) >= 1) {
        marks.push({ kind, from, to: from + Number(count) - 1 });
      } else {
        const meant = nearest(name, kinds.keys());
        const hint =
          meant === undefined ? '++, --, highlight, focus and word:x are' : `did you mean \`${meant}\`?`;
        report(mark[0], `\`${mark[0]}\` is not a mark for lines of code.`, hint);
      }
    }
    if (!isMarked || rest !== '') kept.push(rest.replaceAll(escaped, '[!code '));
  }
  const last = kept.length;
  const fit = <T extends { from: number; to: number }>(all: T[]): T[] =>
    all.filter(({ from }) => from <= last).map((mark) => ({ ...mark, to: Math.min(mark.to, last) }));
  return { code: kept.join('\n'), marks: fit(marks), words: fit(words), problems };
}
