/** A stretch of a text, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Stands in a text for a citation; behind the end of a sentence it belongs to that sentence. */
export const citedSign = '\u{FDD0}';

const closing = `["'”’」』》〉）)\\]】〕${citedSign}]*`;
const hanEnd = `[。！？]+${closing}`;
/** Latin marks end a sentence where a blank, or nothing, follows. */
const latinEnd = `[.!?…]+${closing}(?=\\s|$)`;
const end = new RegExp(`${hanEnd}|${latinEnd}`, 'gu');

/** What a full stop follows that ends no sentence: `et al.`, `Fig.`, `J.` */
const abbreviation =
  /(?:^|[^\p{L}])(?:al|cf|e\.g|eq|eqs|etc|fig|figs|i\.e|no|pp?|ref|refs|resp|sec|secs|tab|vol|vs|dr|mr|mrs|prof|st|\p{Lu})\.$/iu;

const longestAbbreviation = 6;

/** Outermost brackets that close, in their order: a full stop between them ends no sentence of the text. */
function bracketed(text: string): Span[] {
  const open: number[] = [];
  const spans: Span[] = [];
  for (const { 0: sign, index } of text.matchAll(/[（(）)]/gu)) {
    if (sign === '（' || sign === '(') {
      open.push(index);
      continue;
    }
    const start = open.pop();
    if (start === undefined) continue;
    while ((spans.at(-1)?.start ?? -1) > start) spans.pop();
    spans.push({ start, end: index });
  }
  return spans;
}

/**
 * Cuts a paragraph into sentences, Chinese and Latin ones alike. Signs that close a quotation and
 * citations right behind a full stop belong to the sentence before them; `3.5` and `et al.` end nothing.
 *
 * `甲。（乙。丙）丁！` → `甲。` · `（乙。丙）丁！`
 */
export function sentencesOf(text: string): Span[] {
  const brackets = bracketed(text);
  const spans: Span[] = [];
  let start = 0;
  let bracket = 0;
  for (const match of text.matchAll(end)) {
    const [marks] = match;
    const stop = match.index + marks.length;
    while ((brackets[bracket]?.end ?? Infinity) < match.index) bracket += 1;
    const isInside = (brackets[bracket]?.start ?? Infinity) < match.index;
    const before = text.slice(Math.max(start, match.index - longestAbbreviation), match.index + 1);
    const isAbbreviation = marks.startsWith('.') && abbreviation.test(before);
    if (isInside || isAbbreviation) continue;
    spans.push({ start, end: stop });
    start = stop;
  }
  if (text.slice(start).trim() !== '') spans.push({ start, end: text.length });
  return spans;
}
