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
 * A text as the index holds it: Han runs as bigrams, everything else as it is.
 *
 * @example indexText('用LoRA微调') // '用 LoRA 微调'
 */
export const indexText = (text: string): string =>
  plainForm(text)
    .replace(hanRuns, (run) => ` ${bigrams(run).join(' ')} `)
    .replace(/ +/gu, ' ')
    .trim();
