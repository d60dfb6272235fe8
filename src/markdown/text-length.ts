const han = /\p{Script=Han}/gu;
const word = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d]+(?:[-'’.][\p{Script=Latin}\d]+)*/gu;

/** Counts Chinese characters and words of other scripts apart: they are read at different speeds. */
export function textLength(text: string): { han: number; words: number } {
  return { han: text.match(han)?.length ?? 0, words: text.match(word)?.length ?? 0 };
}
