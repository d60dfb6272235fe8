/** Commands whose argument is text, with the argument. */
const textCommand =
  /\\(?:text\w*|mbox|hbox|fbox|mathrm|mathit|mathsf|mathtt|operatorname\*?|tag\*?|label)\s*\{(?:[^{}]|\{[^{}]*\})*\}/gu;

/** TeX without what is text in it: there words are no sign of prose. */
const withoutText = (tex: string): string => tex.replace(textCommand, ' ').replace(/\\[A-Za-z]+\*?/gu, ' ');

/** The same without what stands in brackets: arguments of a function may well be words. */
function withoutGroups(tex: string, depth = 8): string {
  const shorter = tex.replace(/\([^()$]*\)|\{[^{}$]*\}|\[[^[\]$]*\]|（[^（）$]*）/gu, ' ');
  return shorter === tex || depth === 0 ? shorter : withoutGroups(shorter, depth - 1);
}

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** A sentence of Chinese: words on one side of a full-width stop, or a long stretch of them. */
const chineseSentence =
  /\p{Script=Han}{2,}[，。；！？、][^\n]*\p{Script=Han}|\p{Script=Han}{2,}[。！？]|[，。；！？]\s*\p{Script=Han}{2,}|\p{Script=Han}{10,}/u;
/** Five words of English in a row; fewer may be names in a formula. */
const englishSentence = /(?:^|\s)(?:[A-Za-z]{2,}[,.;:]?\s+){4,}[A-Za-z]{2,}/u;

/** Whether TeX, or what was taken for it, reads like a sentence of prose. */
export function readsLikeProse(tex: string): boolean {
  if (!/\p{Script=Han}{2}|[A-Za-z]{2}\s/u.test(tex)) return false;
  const plain = withoutGroups(withoutText(tex));
  return chineseSentence.test(plain) || englishSentence.test(plain);
}

/** Whether anything in a text is written as only TeX writes it: a command, an index, an exponent. */
export const hasTex = (text: string): boolean =>
  /\\[A-Za-z]|[\p{L}\d)}\]|]['′]?\^|[A-Za-z)}\]]['′]?_\{|(?<![A-Za-z])[A-Za-z\p{Script=Greek}]['′]?_[\w\\]/u.test(
    text,
  );

/** Whether a text looks like a formula even where brackets alone say that it is one: `E = mc`, `f(x)`. */
export const hasEvidence = (text: string): boolean =>
  !readsLikeProse(text) &&
  !/(?:^|\s)[A-Za-z]{2,}\s+[A-Za-z]{2,}(?:\s|$)/u.test(withoutText(text)) &&
  (hasTex(text) ||
    /(?<![A-Za-z])[A-Za-z]\([^()\s]{1,20}\)/u.test(text) ||
    /[\p{L}\d)\]}|]\s*(?:[=<>≤≥≈∈→+×·]|\s[-/*]\s)\s*[\p{L}\d([{|\\-]/u.test(text));

/** What stands between two `$`: a formula, certainly text, or words that may have been meant as either. */
export type DollarReading = 'formula' | 'text' | 'doubtful';

/**
 * Decides about a stretch between two `$` as a careful reader would: after the opening `$` and before the
 * closing one stands no blank, or a blank on both sides; an amount of money is no formula.
 *
 * `x|y` before `个` → formula · `5 和 ` before `10` → text · `5-` before `10` → text
 *
 * @param content what stands between.
 * @param next the text right after the closing sign.
 */
export function readDollars(content: string, next: string): DollarReading {
  const tex = content.trim();
  if (tex === '' || (tex.split('`').length - 1) % 2 === 1) return 'text';
  const certain = hasTex(tex);
  const plain = withoutText(tex);
  const beginsAsMoney = /^\d/u.test(tex);
  const words = readsLikeProse(tex) || hasHan(withoutGroups(plain));
  const english = /(?:^|[\s\d.,])[A-Za-z]{2,}[,.;]?\s+[A-Za-z]{2,}/u.test(plain);
  const opensWide = /^\s/u.test(content);
  const closesWide = /(?<!\\)\s$/u.test(content);
  const beforeDigit = /^\d/u.test(next);

  const endsAsRange = /[-~—–,，、；。：]$/u.test(tex);
  if (beginsAsMoney && !certain && (beforeDigit || words || english || endsAsRange)) return 'text';
  // `$HOME/bin:$PATH`
  if (/^[A-Z_]{3,}\b/u.test(tex) && /^[A-Z_]{3,}\b/u.test(next)) return 'text';
  if (opensWide !== closesWide) {
    const isShort = /^[A-Za-z\p{Script=Greek}]['′]*$/u.test(tex);
    const isMeant =
      (certain || isShort || hasEvidence(tex)) && !words && !english && !/^[\dA-Za-z]/u.test(next);
    return isMeant ? 'formula' : 'text';
  }
  if (opensWide) {
    const isPlain = !words || /[=<>+]/u.test(tex) || certain;
    return isPlain && !beforeDigit && !english && !readsLikeProse(tex) ? 'formula' : 'text';
  }
  return readsLikeProse(tex) ? 'doubtful' : 'formula';
}
