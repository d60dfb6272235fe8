import { atomsOf } from './text-atoms.ts';

/** Above this a break is not between phrases: in a word, before a particle or a suffix. */
const dearest = 3;
/** After these a line may end anyhow: blanks, and signs that nothing is kept together with. */
const ends = /[\s，。、：；！？）》〉」』】〕”’…—]$/u;

/** HTML of a place where a line may end. Hidden from screen readers, which would make a blank of it in the name of a heading. */
export const phraseBreak = '<wbr aria-hidden="true">';

/** Breaks by text: a title stands in many lists. */
const known = new Map<string, readonly number[]>();
const mostKnown = 10_000;

/**
 * Where a line of a title may end besides after blanks and signs: between phrases, so that none is cut.
 * `给大模型|多装几个|解码头`. What is not text of the title, such as a formula, may stand in it as U+FFFC.
 *
 * @returns places in UTF-16 units, growing; none in a text without Han.
 */
export function phraseBreaks(text: string): readonly number[] {
  if (!/\p{Script=Han}/u.test(text)) return [];
  let breaks = known.get(text);
  if (!breaks) {
    breaks = atomsOf(text)
      .filter(({ start, breakCost }) => breakCost <= dearest && !ends.test(text.slice(0, start)))
      .map(({ start }) => start);
    if (known.size >= mostKnown) known.clear();
    known.set(text, breaks);
  }
  return breaks;
}
