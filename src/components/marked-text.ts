import { englishRuns } from '../english-runs.ts';
import { escapeHtml } from '../escape-html.ts';
import { phraseBreak, phraseBreaks } from '../phrases.ts';

const isChinese = (lang: string): boolean => /^zh\b/iu.test(lang);

/** A stretch of a text, escaped, with breaks at the places in it. */
function withBreaks(value: string, start: number, end: number, breaks: readonly number[]): string {
  const inside = breaks.filter((place) => start <= place && place < end);
  return [start, ...inside]
    .map((from, index) => escapeHtml(value.slice(from, inside[index] ?? end)))
    .join(phraseBreak);
}

/**
 * HTML of a text. In Chinese, runs of English words are marked as such.
 *
 * @param lang its language.
 * @param breaks where a line may end; see {@link phraseBreaks}.
 */
export function markedText(value: string, lang: string, breaks: readonly number[] = []): string {
  const runs = isChinese(lang) ? englishRuns(value) : [];
  const ends = [0, ...runs.map(({ end }) => end)];
  const pieces = runs.map(({ start, end }, index) => {
    const before = withBreaks(value, ends[index] ?? 0, start, breaks);
    return `${before}<span lang="en">${withBreaks(value, start, end, breaks)}</span>`;
  });
  return pieces.join('') + withBreaks(value, ends.at(-1) ?? 0, value.length, breaks);
}

/** Like {@link markedText} for a title, which in Chinese may be cut between phrases only. */
export const markedTitle = (value: string, lang: string): string =>
  markedText(value, lang, isChinese(lang) ? phraseBreaks(value) : []);

/**
 * HTML of the parts of a heading, which may be cut between phrases only.
 *
 * @returns for each part that is text its HTML, and nothing for what is not.
 */
export function markedParts(parts: readonly unknown[], lang: string): (string | undefined)[] {
  const texts = parts.map((part) => (typeof part === 'string' ? part : '\uFFFC'));
  const breaks = isChinese(lang) ? phraseBreaks(texts.join('')) : [];
  let start = 0;
  return parts.map((part, index) => {
    const from = start;
    start += texts[index]?.length ?? 0;
    const own = breaks.map((place) => place - from);
    // Where something else begins, the break stands at the end of the text before it.
    const last =
      typeof part === 'string' && typeof parts[index + 1] !== 'string' && own.includes(part.length);
    return typeof part === 'string' ? markedText(part, lang, own) + (last ? phraseBreak : '') : undefined;
  });
}
