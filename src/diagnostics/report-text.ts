import { catalogue } from './catalogue.ts';
import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';

/** Reads the lines of a reported file; nothing where it cannot be read as text. */
export type SourceOf = (file: string) => string | undefined;

const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** What stands over the character before it, or joins two. */
const narrow = /\p{Mn}|\p{Me}|[\u200B-\u200D\uFEFF]|[\uFE0E\uFE0F]/u;

const cellsOf = (character: string): number => (narrow.test(character) ? 0 : wide.test(character) ? 2 : 1);

/** Blank of the same width on a terminal as `text`: full-width characters take two cells, tabs stay tabs. */
function blank(text: string): string {
  return [...text].map((character) => (character === '\t' ? '\t' : ' '.repeat(cellsOf(character)))).join('');
}

const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + cellsOf(character), 0);

/** The page of the manual that explains the rules. */
const rulesPage = 'content/docs/en/diagnostics.md';

/** Terminal cells of a line that the frame shows, about half of them before the place. */
const frameWidth = 88;

/** As many characters from the start of `text` as fit into `width` cells. */
function fitting(characters: readonly string[], width: number): string {
  let used = 0;
  const kept = characters.findIndex((character) => (used += widthOf(character)) > width);
  return characters.slice(0, kept < 0 ? characters.length : kept).join('');
}

/** The line with a caret under the place, or nothing where there is no such line. */
function codeFrame(diagnostic: Diagnostic, source: string | undefined): string[] {
  const line = source?.split(/\r\n|\n|\r/u)[diagnostic.line - 1];
  if (!line?.trim()) return [];
  const head = [...line.slice(0, diagnostic.column - 1)];
  const tail = line.slice(diagnostic.column - 1);
  const before = [...fitting(head.toReversed(), frameWidth / 2)].toReversed().join('');
  const after = fitting([...tail], frameWidth - widthOf(before));
  const marked = after.slice(0, diagnostic.length);
  const number = String(diagnostic.line).padStart(5);
  return [
    `${number} | ${before}${after}`,
    `      | ${blank(before)}${'^'.repeat(Math.max(1, widthOf(marked)))}`,
  ];
}

/** One diagnostic as the terminal shows it. */
function formatDiagnostic(diagnostic: Diagnostic, sourceOf: SourceOf): string {
  const place = `${diagnostic.file}:${String(diagnostic.line)}:${String(diagnostic.column)}`;
  const severity = diagnostic.severity === 'error' ? 'error' : 'warning';
  return [
    `${place}  ${severity}  ${diagnostic.rule}`,
    `  ${diagnostic.message}`,
    ...codeFrame(diagnostic, sourceOf(diagnostic.file)),
    ...(diagnostic.hint === undefined ? [] : [`  hint: ${diagnostic.hint}`]),
  ].join('\n');
}

const count = (number: number, noun: string): string => `${String(number)} ${noun}${number === 1 ? '' : 's'}`;

/** The first of each rule, and how many there are besides. */
function firstOfEach(
  diagnostics: readonly Diagnostic[],
  most: number,
): { readonly shown: Diagnostic[]; readonly left: number } {
  const shown = [...Map.groupBy(diagnostics, ({ rule }) => rule).values()].flatMap((group) =>
    group.slice(0, most),
  );
  return { shown: shown.toSorted(compareDiagnostics), left: diagnostics.length - shown.length };
}

/**
 * All diagnostics, sorted by place, with a line that counts them; empty where there are none.
 *
 * @param most how many of each rule are shown.
 */
export function formatReport(
  diagnostics: readonly Diagnostic[],
  sourceOf: SourceOf,
  most = Number.POSITIVE_INFINITY,
): string {
  if (diagnostics.length === 0) return '';
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const { shown, left } = firstOfEach(diagnostics.toSorted(compareDiagnostics), most);
  const blocks = shown.map((diagnostic) => formatDiagnostic(diagnostic, sourceOf));
  if (left > 0) blocks.push(`… and ${String(left)} more like these; all of them: npm run check`);
  const total = `${count(errors, 'error')}, ${count(diagnostics.length - errors, 'warning')}`;
  return `${blocks.join('\n\n')}\n\n${total}\nEach rule, and how to put it right: ${rulesPage}\n`;
}

/** How often each rule spoke and in how many files, the most frequent first; empty where none did. */
export function formatSummary(diagnostics: readonly Diagnostic[]): string {
  const rows = [...Map.groupBy(diagnostics, ({ rule }) => rule)]
    .map(([rule, group]) => ({
      rule,
      times: group.length,
      files: new Set(group.map(({ file }) => file)).size,
    }))
    .toSorted((a, b) => b.times - a.times || (a.rule < b.rule ? -1 : 1));
  if (rows.length === 0) return '';
  const width = Math.max(...rows.map(({ rule }) => rule.length));
  const lines = rows.map(
    ({ rule, times, files }) =>
      `${String(times).padStart(8)}  ${rule.padEnd(width)}  ${catalogue[rule].summary}${times > 1 ? ` (${count(files, 'file')})` : ''}`,
  );
  return `${lines.join('\n')}\n`;
}
