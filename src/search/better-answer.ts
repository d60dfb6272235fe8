import type { JudgedAnswer } from './answer-query.ts';

/** As good an answer is about the words: nothing else is asked for. */
const aboutIt = 2;
/** An answer that is better by this is shown in the place of one that has the words in passing. */
export const clearly = 1;

/**
 * An answer, or that of another index where the first has nothing, or has the words in passing and the other
 * is about them: the manual of a locale without articles names 投机解码 in an example, an article explains it.
 *
 * @throws what `elsewhere` does, where there is nothing else to answer.
 */
export async function betterAnswer(
  answer: JudgedAnswer,
  elsewhere: () => Promise<JudgedAnswer>,
): Promise<JudgedAnswer> {
  if (answer.total + answer.formulas.length === 0) return elsewhere();
  if (answer.total === 0 || answer.best >= aboutIt) return answer;
  const other = await elsewhere().catch(() => undefined);
  return other !== undefined && other.best > answer.best + clearly ? other : answer;
}
