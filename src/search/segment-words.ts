import type { Word } from './han-text.ts';

/** Words of a run, single characters that the browser knows no word for put together. */
function cutRun(run: string): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const words: string[] = [];
  let loose = '';
  for (const { segment } of segmenter.segment(run)) {
    if ([...segment].length === 1) {
      loose += segment;
      continue;
    }
    words.push(loose, segment);
    loose = '';
  }
  return [...words, loose].filter((word) => word !== '');
}

/** Words as the browser cuts them; bigrams across their borders need not be in an article. */
export function segmented(words: readonly Word[]): Word[] {
  if (!('Segmenter' in Intl)) return [...words];
  return words.flatMap((word) =>
    word.isHan ? cutRun(word.text).map((text) => ({ text, isHan: true })) : [word],
  );
}

/** Long runs as their words, short ones as they are. */
export const segmentedLong = (words: readonly Word[]): Word[] =>
  words.flatMap((word) => (word.isHan && [...word.text].length > 4 ? segmented([word]) : [word]));
