import type { TextPart } from './plain-text.ts';

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const fullWidth = /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]/u;

/** Width in Han characters: a Latin letter takes half of one. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (fullWidth.test(character) ? 1 : 0.5), 0);

/**
 * Cuts where a reader would: between words, and never inside a Latin compound such as
 * `Qwen1.5-7B-Chat`.
 */
function pieces(text: string): string[] {
  const runs = text.match(/[!-~]+|[^!-~]+/gu) ?? [];
  return runs.flatMap((run) =>
    /^[!-~]/u.test(run) ? [run] : [...words.segment(run)].map(({ segment }) => segment),
  );
}

/**
 * The beginning of a text, at most `limit` Han characters wide, with `…` where it was cut.
 *
 * @param limit width in Han characters; Latin letters count half.
 */
export function excerptOf(parts: readonly TextPart[], limit = 110): string {
  const whole = parts
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
  if (widthOf(whole) <= limit) return whole;
  let excerpt = '';
  let width = 0;
  for (const piece of parts.flatMap(({ text, atomic }) => (atomic ? [text] : pieces(text)))) {
    width += widthOf(piece);
    if (width > limit) break;
    excerpt += piece;
  }
  return `${excerpt.replace(/[\s，、：；,:;（(「『“‘《]+$/u, '')}…`;
}
