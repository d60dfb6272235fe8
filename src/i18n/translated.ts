/**
 * The shape of a set of words without the words: every language has the same keys, and functions that
 * take the same.
 */
export type Translated<Words> = Words extends string
  ? string
  : Words extends (...facts: infer Facts) => infer Result
    ? (...facts: Facts) => Translated<Result>
    : { readonly [Key in keyof Words]: Translated<Words[Key]> };
