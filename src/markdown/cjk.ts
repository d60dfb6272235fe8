/**
 * Characters that stand without blanks between them: Han, kana, bopomofo, and full-width punctuation.
 * Hangul is set with blanks and is not one of them.
 */
export const cjkClass =
  '\\u2E80-\\u2FDF\\u3000-\\u303F\\u3040-\\u30FF\\u3100-\\u312F\\u31A0-\\u31FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\uFE30-\\uFE4F\\uFF01-\\uFF0F\\uFF1A-\\uFF20\\uFF3B-\\uFF40\\uFF5B-\\uFF65\\u{20000}-\\u{3FFFD}';

/** Quotation marks, dashes and ellipses that Chinese text shares with Latin. */
export const sharedPunctuation = '\\u2014\\u2018\\u2019\\u201C\\u201D\\u2026';
