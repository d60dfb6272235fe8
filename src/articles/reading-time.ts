/** Chinese characters and words of other scripts that an engineer reads attentively in a minute. */
const hanPerMinute = 350;
const wordsPerMinute = 180;

/** Minutes to read a text of that length, at least one. */
export const readingMinutes = ({ han, words }: { han: number; words: number }): number =>
  Math.max(1, Math.round(han / hanPerMinute + words / wordsPerMinute));
