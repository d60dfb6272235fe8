/**
 * Signs of Unicode's private use area that stand for braces while MDX is parsed, which would take them
 * for the borders of an expression. One for one, so that every place in the file stays the same.
 */
const shields = { '{': '\uE07B', '}': '\uE07D' } as const;

const headingStart = /^[ \t>]{0,99}#{1,6}[ \t]/u;
const underline = /^[ \t>]{0,99}(?:=+|-{2,})[ \t\r]*$/u;
const headingId = /^\{(#[^\s{}#]{1,200})\}$/u;
/** What begins a paragraph that bears an id at its end: a caption of a table, or an image. */
const labelled = /^[ \t>]{0,99}(?:(?:table|表)[ \t]*[:：]|:[ \t]|!\[)/iu;
const idAtEnd = /\{(?<id>#[^\s{}#]{1,200})\}(?=[ \t\r]*$)/u;
/** Lines of a caption that are looked at, from its last one up. */
const captionLines = 20;
const texReference = /(\\(?:eqref|ref|autoref|[cC]ref))\{([^{}\n]{1,400})\}/gu;

const shield = (inner: string): string => shields['{'] + inner + shields['}'];

/** Hides the braces of `{#sec-x}` at the end of a heading, which closing `#` may follow. */
function shieldHeadingId(line: string, nextLine: string): string {
  const start = line.lastIndexOf('{#');
  if (start < 0) return line;
  const end = line.indexOf('}', start) + 1;
  const id = headingId.exec(line.slice(start, end))?.[1];
  if (id === undefined || line.slice(end).replaceAll('#', '').trim() !== '') return line;
  const isHeading = headingStart.test(line) || (!/^[ \t>]*[:`$|]/u.test(line) && underline.test(nextLine));
  return isHeading ? line.slice(0, start) + shield(id) + line.slice(end) : line;
}

/** Hides the braces of `{#tbl-x}` after a caption and of `{#fig-x}` after an image. */
function shieldCaptionId(lines: readonly string[], index: number): string {
  const line = lines[index] ?? '';
  if (!idAtEnd.test(line)) return line;
  let first = index;
  while (first > 0 && index - first < captionLines && /[^\s>]/u.test(lines[first - 1] ?? '')) first -= 1;
  // After the last row of a table a caption needs no blank line.
  const isLabelled = labelled.test(line) || labelled.test(lines[first] ?? '');
  return isLabelled ? line.replace(idAtEnd, (_braced, id: string) => shield(id)) : line;
}

/**
 * Hides from the parser of MDX the braces of labels, so that they mean in `.mdx` what they mean in `.md`.
 *
 * `## 方法 {#sec-method}`, `表：消融 {#tbl-x}`, `![](a.png){#fig-x}` and `\eqref{eq-lora}` → the same with signs of the same length for the braces
 */
export function shieldLabelBraces(source: string): string {
  const lines = source.split('\n');
  return lines
    .map((line, index) => {
      const heading = shieldHeadingId(line, lines[index + 1] ?? '');
      return heading === line ? shieldCaptionId(lines, index) : heading;
    })
    .join('\n')
    .replace(texReference, (_match, command: string, label: string) => command + shield(label));
}

/** Whether a text has hidden braces. */
export const hasShields = (text: string): boolean => /[\uE07B\uE07D]/u.test(text);

/** Puts the braces back. */
export const unshieldLabelBraces = (text: string): string =>
  text.replaceAll(shields['{'], '{').replaceAll(shields['}'], '}');
