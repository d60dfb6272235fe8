/** A stretch of a text, in UTF-16 units: `text.slice(start, end)`. */
export interface TextRun {
  readonly start: number;
  readonly end: number;
}

/** A word in Latin letters; digits may follow, as in `GPT4`. */
const word = /\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}]*/gu;
/** What may stand between two words of one run: no Chinese sign, no sign of a formula. */
const gap = /^[\s\d,.:;!?&/+%()[\]'’"–—-]*$/u;

/** A word of a language and not an abbreviation: with three small letters in a row, or small and short. */
const isWordLike = (text: string): boolean => /\p{Ll}{3}|^\p{Ll}{2}$/u.test(text);
const isLongEnough = (text: string): boolean => /\p{L}.*\p{L}/u.test(text);

/** Whether it takes another voice to read a text aloud: a single name or `A100 GPU` does not. */
function isEnglish(text: string): boolean {
  if (!/\s/u.test(text)) return false;
  const words = (text.match(word) ?? []).filter(isLongEnough);
  return words.length > 1 && words.some(isWordLike);
}

/** A run with the number that its first word begins with, as in `4-bit`, and the bracket that closes one in it. */
function complete(text: string, { start, end }: TextRun): TextRun {
  const number = /\d[\d.]{0,6}-$/u.exec(text.slice(Math.max(0, start - 8), start))?.[0] ?? '';
  const inside = text.slice(start, end);
  const isOpen = inside.lastIndexOf('(') > inside.lastIndexOf(')');
  return { start: start - number.length, end: isOpen && text[end] === ')' ? end + 1 : end };
}

/**
 * The English in a text of another script: stretches of two or more words, without the quotation marks,
 * brackets and full stops around them. A single name is left to the language of the text.
 *
 * `改写 Attention Is All You Need（2017）的 Transformer。` → Attention Is All You Need
 */
export function englishRuns(text: string): TextRun[] {
  const runs: { start: number; end: number }[] = [];
  for (const { 0: found, index } of text.matchAll(word)) {
    const last = runs.at(-1);
    if (last && gap.test(text.slice(last.end, index))) last.end = index + found.length;
    else runs.push({ start: index, end: index + found.length });
  }
  return runs.filter(({ start, end }) => isEnglish(text.slice(start, end))).map((run) => complete(text, run));
}
