import type { Piece } from './answer.ts';
import { coverageOf, findRanges, type Needle, piecesOf, type Range } from './matching.ts';

/** Width of an excerpt, in Han characters; other letters are half as wide. */
const width = 72;
const lead = 18;
const sentenceEnd = /^(?:[。！？；]|[.!?;]\s)/u;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const widthOf = (character: string): number => (/[\u2E80-\uFFEF]/u.test(character) ? 1 : 0.5);

/** A window of a text around its first matches, cut at sentences where one is near, never in a word. */
function windowOf(text: string, ranges: readonly Range[]): Range {
  const first = ranges[0]?.start ?? 0;
  let start = first;
  for (let room = lead; start > 0 && room > 0; start -= 1) {
    if (sentenceEnd.test(text.slice(start - 1, start + 1))) break;
    room -= widthOf(text.charAt(start - 1));
  }
  while (start > 0 && start < first && /[\p{Script=Latin}\p{N}\uDC00-\uDFFF]/u.test(text.charAt(start)))
    start += 1;
  let end = start;
  for (let room = width; end < text.length && room > 0; end += 1) room -= widthOf(text.charAt(end));
  while (
    end < text.length &&
    end > start + 1 &&
    /[\p{Script=Latin}\p{N}\uDC00-\uDFFF]/u.test(text.charAt(end))
  )
    end -= 1;
  return { start, end };
}

/** The paragraph that holds most of what was asked; of equal ones the first. */
export function bestParagraph(paragraphs: readonly string[], needles: readonly Needle[]): string | undefined {
  let best: { text: string; score: number } | undefined;
  for (const text of paragraphs) {
    const score = sum(coverageOf(text, needles));
    if (!best || score > best.score) best = { text, score };
  }
  return best?.text;
}

/** A line or two of a text around what was asked for, with the matches told apart. */
export function excerptAround(paragraph: string, needles: readonly Needle[]): Piece[] {
  const text = paragraph.replace(/\s+/gu, ' ').trim();
  const ranges = findRanges(text, needles);
  const { start, end } = windowOf(text, ranges);
  const inside = ranges
    .filter((range) => range.start >= start && range.end <= end)
    .map((range) => ({ start: range.start - start, end: range.end - start }));
  const pieces = piecesOf(text.slice(start, end), inside);
  return [
    ...(start > 0 ? [{ text: '…', isMatch: false }] : []),
    ...pieces,
    ...(end < text.length ? [{ text: '…', isMatch: false }] : []),
  ];
}
