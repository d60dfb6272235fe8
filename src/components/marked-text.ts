import { englishRuns } from '../english-runs.ts';
import { escapeHtml } from '../escape-html.ts';

/**
 * HTML of a text such as a title. In Chinese, runs of English words are marked as such.
 *
 * @param lang its language.
 */
export function markedText(value: string, lang: string): string {
  const runs = /^zh\b/iu.test(lang) ? englishRuns(value) : [];
  const ends = [0, ...runs.map(({ end }) => end)];
  const pieces = runs.map(({ start, end }, index) => {
    const before = escapeHtml(value.slice(ends[index], start));
    return `${before}<span lang="en">${escapeHtml(value.slice(start, end))}</span>`;
  });
  return pieces.join('') + escapeHtml(value.slice(ends.at(-1)));
}
