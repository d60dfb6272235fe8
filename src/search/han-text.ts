const han = '\\p{Script=Han}々〇';

/** Stretches of Han characters. */
export const hanRuns = new RegExp(`[${han}]+`, 'gu');
const onlyHan = new RegExp(`^[${han}]+$`, 'u');

/** Whether a text is Han characters and nothing else. */
export const isHan = (text: string): boolean => onlyHan.test(text);

/**
 * Overlapping pairs of a run of Han characters; a single one is itself. Whatever a reader asks for is
 * found wherever it stands, with no dictionary to disagree about where words end.
 *
 * @example bigrams('低秩适配') // ['低秩', '秩适', '适配']
 */
export function bigrams(run: string): string[] {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => (characters[index] ?? '') + character);
}

/** One spelling for a text: no full-width Latin, no composed forms, no control characters. */
export const plainForm = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/gu, ' ');

/**
 * A word of another script: letters and digits, a point between digits (`GPT-3.5` is `GPT` and `3.5`), and
 * what belongs to names (`C++`, `C#`). Hyphens, underscores and all other signs part words, for the
 * index would run them together.
 */
export const otherWord =
  /[\p{L}\p{N}\p{M}]+(?:(?<=\d)\.(?=\d)[\p{L}\p{N}\p{M}]+)*(?:\+\+|#(?![\p{L}\p{N}]))?/gu;

/** A run of Han characters as it is, or a word of another script. */
export interface Word {
  readonly text: string;
  readonly isHan: boolean;
}

/** Words of a text in one spelling, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  const addOthers = (between: string): void => {
    for (const [word] of between.matchAll(otherWord)) words.push({ text: word, isHan: false });
  };
  for (const { 0: run, index } of text.matchAll(hanRuns)) {
    addOthers(text.slice(last, index));
    words.push({ text: run, isHan: true });
    last = index + run.length;
  }
  addOthers(text.slice(last));
  return words;
}

/**
 * A text as the index holds it: its words, Han runs as bigrams.
 *
 * @example indexText('用LoRA微调') // '用 LoRA 微调'
 */
export const indexText = (text: string): string =>
  wordsOf(plainForm(text))
    .map(({ text: word, isHan: han }) => (han ? bigrams(word).join(' ') : word))
    .join(' ');
