import type { Finding } from '../diagnostics/diagnostic.ts';
import { codeLines, codeSpans, isWithin } from './dialect-code.ts';
import { editLine, placeInLine, type SourceLine } from './dialect-lines.ts';

const output =
  /\{\{-?[ \t]*(?:(?<root>site\.(?:baseurl|url|base_url))|["'](?<string>[^"'\n{}]*)["'](?:[ \t]*\|[ \t]*(?:relative_url|absolute_url|prepend:[ \t]*[\w.]+))+|(?<variable>(?:site|page|post|include|layout|content|config|theme)(?:\.[\w.-]+)?(?:[ \t]*\|[^{}\n]*)?))[ \t]*-?\}\}/gu;

/**
 * Translates what Liquid prints where it is an address; other values of the old site are reported.
 *
 * `{{ site.baseurl }}/a/` → `/a/` · `{{ "/a.png" | relative_url }}` → `/a.png`
 */
export function translateLiquidOutput(
  lines: readonly SourceLine[],
  report: (finding: Finding) => void,
): readonly SourceLine[] {
  if (!lines.some(({ text }) => text.includes('{{'))) return lines;
  const isCode = codeLines(lines);
  return lines.map((line, index) => {
    if (isCode[index] || !line.text.includes('{{')) return line;
    const spans = codeSpans(line.text);
    const found = [...line.text.matchAll(output)].filter((match) => !isWithin(spans, match.index));
    return editLine(
      line,
      found.map(({ index: from, 0: { length }, groups }) => {
        const { variable, string = '' } = groups ?? {};
        if (variable !== undefined) {
          report({
            rule: 'dialect/unsupported',
            message: `\`{{ ${variable} }}\` is a value of the site's old generator and is not shown.`,
            hint: 'write the value itself',
            ...placeInLine(line, from, from + length),
          });
        }
        return { from, to: from + length, text: string };
      }),
    );
  });
}
