/**
 * Signs of Unicode's private use area that stand for braces while MDX is parsed, which would take them
 * for the borders of an expression. One for one, so that every place in the file stays the same.
 */
const shields = { '{': '\uE07B', '}': '\uE07D' } as const;

const headingStart = /^[ \t>]{0,99}#{1,6}[ \t]/u;
const underline = /^[ \t>]{0,99}(?:=+|-{2,})[ \t\r]*$/u;
const headingId = /^\{(#[^\s{}#]{1,200})\}$/u;
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

/**
 * Hides from the parser of MDX the braces of labels, so that they mean in `.mdx` what they mean in `.md`.
 *
 * `## 方法 {#sec-method}` and `\eqref{eq-lora}` → the same with signs of the same length for the braces
 */
export function shieldLabelBraces(source: string): string {
  const lines = source.split('\n');
  return lines
    .map((line, index) => shieldHeadingId(line, lines[index + 1] ?? ''))
    .join('\n')
    .replace(texReference, (_match, command: string, label: string) => command + shield(label));
}

/** Whether a text has hidden braces. */
export const hasShields = (text: string): boolean => /[\uE07B\uE07D]/u.test(text);

/** Puts the braces back. */
export const unshieldLabelBraces = (text: string): string =>
  text.replaceAll(shields['{'], '{').replaceAll(shields['}'], '}');
